using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.Record;

namespace Barometer.Domain.Tests.Record;

/// <summary>
/// What was once written can always be read. Each event has one written example, in <c>Written….cs</c> beside this file; an
/// example that no longer reads means that the record no longer reads.
/// </summary>
public partial class ContractTests
{
    private static readonly Dictionary<string, string> Written = new[]
    {
        WrittenBarometers.Examples, WrittenPeriods.Examples, WrittenDevelopments.Examples, WrittenRevisions.Examples, WrittenProposals.Examples, WrittenPeople.Examples,
    }.SelectMany(e => e).ToDictionary();

    public static TheoryData<string> Names { get; } = [.. Contracts.Names.Values.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Kept { get; } = [.. Contracts.Commands.Values.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_written_is_read_and_written_again_the_same(string name)
    {
        var type = Contracts.Names.Single(n => n.Value == name).Key;
        var written = JsonElement.Parse(Written[name]);

        var e = written.Deserialize(type, RecordJson.Options).ShouldNotBeNull();
        var again = JsonSerializer.SerializeToElement(e, type, RecordJson.Options);

        JsonElement.DeepEquals(again, written).ShouldBeTrue($"It is written as {again}");
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_command_that_a_proposal_kept_is_read_and_kept_again_the_same(string name)
    {
        var written = JsonElement.Parse(WrittenProposals.Commands[name]);

        var again = ProposedCommand.Of(new ProposedCommand(name, written).Read());

        again.Name.ShouldBe(name);
        JsonElement.DeepEquals(again.Data, written).ShouldBeTrue($"It is kept as {again.Data}");
    }

    [Fact]
    public void Every_command_that_a_proposal_can_keep_has_an_example_and_a_name_of_its_own()
    {
        Contracts.Commands.Values.Order(StringComparer.Ordinal).ShouldBe(WrittenProposals.Commands.Keys.Order(StringComparer.Ordinal));
        Contracts.Commands.Values.ShouldBeUnique();
        Contracts.Commands.Values.ShouldAllBe(name => SnakeCase().IsMatch(name));
    }

    [Fact]
    public void A_proposal_is_read_although_this_version_does_not_know_its_command()
    {
        var written = JsonElement.Parse(WrittenProposals.ChangeProposedOfNew);

        var proposed = written.Deserialize<ChangeProposed>(RecordJson.Options)!;

        (proposed.Reference, proposed.Revision, proposed.Reason).ShouldBe((null, null, null));
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(proposed, RecordJson.Options), written).ShouldBeTrue();
    }

    [Fact]
    public void Who_approved_a_revision_is_read_and_written_again_where_somebody_had_to()
    {
        var written = JsonElement.Parse(WrittenProposals.PointsAmendedWithApproval);

        var amended = written.Deserialize<PointsAmended>(RecordJson.Options)!;

        amended.ApprovedBy.ShouldBe("vera");
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(amended, RecordJson.Options), written).ShouldBeTrue();
        JsonSerializer.Deserialize<PointsAmended>(Written["points_amended"], RecordJson.Options)!.ApprovedBy.ShouldBeNull();
    }

    [Fact]
    public void Where_two_persons_are_needed_is_read_and_written_again_where_it_was_said_and_is_closed_periods_where_it_was_not()
    {
        var written = JsonElement.Parse(WrittenBarometers.SettingsChangedWithTwoPersons);
        var old = Declaring.Fold(JsonSerializer.Deserialize<BarometerDeclared>(Written["barometer_declared"], RecordJson.Options)!);
        old.TwoPersons.ShouldBe(TwoPersons.ClosedPeriods);

        var changed = written.Deserialize<SettingsChanged>(RecordJson.Options)!;

        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(changed, RecordJson.Options), written).ShouldBeTrue();
        ChangingSettings.Fold(old, changed).TwoPersons.ShouldBe(TwoPersons.EveryPeriod);
        ChangingSettings.Fold(old, JsonSerializer.Deserialize<SettingsChanged>(Written["settings_changed"], RecordJson.Options)!).TwoPersons.ShouldBe(TwoPersons.ClosedPeriods);
    }

    [Fact]
    public void Every_event_has_a_name_and_every_name_an_example()
    {
        Contracts.Names.Keys.Select(t => t.Name).Order(StringComparer.Ordinal).ShouldBe(Events.Select(t => t.Name).Order(StringComparer.Ordinal));
        Contracts.Names.Values.Order(StringComparer.Ordinal).ShouldBe(Written.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_are_unique_and_in_snake_case()
    {
        Contracts.Names.Values.ShouldBeUnique();
        Contracts.Names.Values.ShouldAllBe(name => SnakeCase().IsMatch(name));
    }

    [Fact]
    public void What_may_be_absent_is_read_as_not_said()
    {
        var scored = JsonSerializer.Deserialize<DevelopmentScored>(
            """
            {
              "reference": "RU-12-016", "revision": 1, "actor": "ina", "relationship": "russia",
              "filing": { "period": "2019-11/2019-12", "day": "2019-11-20" },
              "particulars": { "title": "Visit", "date": { "printed": "-", "precision": "unknown" } },
              "points": { "development": { "positive": 1, "negative": 0 } }
            }
            """,
            RecordJson.Options).ShouldNotBeNull();

        (scored.Reason, scored.ReasonKind, scored.Particulars.Origin, scored.Particulars.ReportedOn).ShouldBe((null, null, null, null));
        (scored.Particulars.Sources.Length, scored.Particulars.Classification.Contexts.Length).ShouldBe((0, 0));
    }

    [Fact]
    public void The_second_layer_of_a_closing_is_read_and_written_again_where_there_is_one()
    {
        var written = JsonElement.Parse(WrittenPeriods.PeriodClosedUnderRules);

        var closed = written.Deserialize<PeriodClosed>(RecordJson.Options)!;

        closed.UnderRules!.Value.Single().Lines.Length.ShouldBe(3);
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(closed, RecordJson.Options), written).ShouldBeTrue();
        JsonSerializer.Deserialize<PeriodClosed>(Written["period_closed"], RecordJson.Options)!.UnderRules.ShouldBeNull();
    }

    [Fact]
    public void The_parties_of_a_relationship_are_read_and_written_again_where_they_are_said()
    {
        var written = JsonElement.Parse(WrittenBarometers.SettingsChangedWithParties);

        var changed = written.Deserialize<SettingsChanged>(RecordJson.Options).ShouldNotBeNull();

        changed.Added[0].Parties.ShouldBe(["Afghanistan", "India"]);
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(changed, RecordJson.Options), written).ShouldBeTrue();
        JsonSerializer.Deserialize<SettingsChanged>(Written["settings_changed"], RecordJson.Options)!.Added[0].Parties.ShouldBeEmpty();
    }

    [Fact]
    public void A_member_that_this_version_does_not_know_does_not_hinder_reading() =>
        JsonSerializer.Deserialize<DevelopmentNoted>("""{"reference":"RU-12-016","revision":2,"actor":"ina","note":"x","mood":{"a":[1]}}""", RecordJson.Options)!.Note.ShouldBe("x");

    /// <summary>All that is signed by an actor is a command, a movement or an event. A command is what is decided on.</summary>
    private static IEnumerable<Type> Events =>
        from type in typeof(Contracts).Assembly.GetExportedTypes()
        where !type.IsAbstract && type.GetProperty("Actor") is not null
        where type != typeof(Movement) && !Commands.Contains(type)
        select type;

    private static ImmutableHashSet<Type> Commands { get; } =
    [
        .. from type in typeof(Contracts).Assembly.GetExportedTypes()
           from method in type.GetMethods()
           where method is { IsStatic: true, Name: "Decide" }
           select method.GetParameters()[0].ParameterType,
    ];

    [GeneratedRegex("^[a-z]+(_[a-z0-9]+)+$")]
    private static partial Regex SnakeCase();
}
