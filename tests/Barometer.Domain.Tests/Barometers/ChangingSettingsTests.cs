using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Barometers;

public class ChangingSettingsTests
{
    private static readonly Settings Settings = SmallBarometer.Settings;

    [Fact]
    public void The_range_grows_and_all_else_stays()
    {
        var changed = Change(range: 5).ShouldBeAccepted();
        var after = ChangingSettings.Fold(Settings, changed);

        (changed.Actor, changed.Reason).ShouldBe(("vera", "new scale"));
        after.ShouldBe(Settings with { Range = 5, Relationships = after.Relationships });
        after.Relationships.ShouldBe(Settings.Relationships);
    }

    [Fact]
    public void The_range_never_shrinks() => Change(range: 2).ShouldBeRefused(RefusalKind.Rule, "only grow", "3");

    [Fact]
    public void The_range_never_leaves_its_bounds() => Change(range: 101).ShouldBeRefused(RefusalKind.Usage, "1 to 100");

    [Fact]
    public void A_barometer_is_renamed() =>
        ChangingSettings.Fold(Settings, Change(name: "Vilnius Barometer").ShouldBeAccepted()).ShouldSatisfyAllConditions(
            s => s.Name.ShouldBe("Vilnius Barometer"),
            s => s.Range.ShouldBe(3));

    [Fact]
    public void Relationships_are_added_after_those_there_are()
    {
        var after = ChangingSettings.Fold(Settings, Change(added: [SmallBarometer.Of("us", "US", "development")]).ShouldBeAccepted());
        after.Relationships.Select(r => r.Key).ShouldBe(["russia", "china", "security", "us"]);
    }

    [Fact]
    public void A_relationship_that_is_there_already_is_not_added()
    {
        Change(added: [SmallBarometer.Of("russia", "XX", "development")]).ShouldBeRefused(RefusalKind.Usage, "given once");
        Change(added: [SmallBarometer.Of("us", "RU", "development")]).ShouldBeRefused(RefusalKind.Usage, "given once");
    }

    [Fact]
    public void The_same_settings_are_no_change()
    {
        Change().ShouldBeRefused(RefusalKind.Rule, "nothing would change");
        Change(name: "Small Barometer", range: 3).ShouldBeRefused(RefusalKind.Rule, "nothing would change");
    }

    [Fact]
    public void Two_persons_are_needed_in_closed_periods_until_it_is_said_that_they_are_in_every_one_and_back()
    {
        Settings.TwoPersons.ShouldBe(TwoPersons.ClosedPeriods);

        var changed = Ask(Settings, TwoPersons.EveryPeriod).ShouldBeAccepted();
        var after = ChangingSettings.Fold(Settings, changed);

        (changed.TwoPersons, after.TwoPersons, after.Range).ShouldBe((TwoPersons.EveryPeriod, TwoPersons.EveryPeriod, 3));
        ChangingSettings.Fold(after, Change(range: 5).ShouldBeAccepted()).TwoPersons.ShouldBe(TwoPersons.EveryPeriod);
        Ask(after, TwoPersons.ClosedPeriods).ShouldBeAccepted().TwoPersons.ShouldBe(TwoPersons.ClosedPeriods);
        Ask(after, TwoPersons.EveryPeriod).ShouldBeRefused(RefusalKind.Rule, "nothing would change");

        static Decision<SettingsChanged> Ask(Settings settings, TwoPersons where) =>
            ChangingSettings.Decide(new ChangeSettings(Name: null, Range: null, [], "vera", "four eyes") { TwoPersons = where }, settings);
    }

    private static Decision<SettingsChanged> Change(string? name = null, int? range = null, ImmutableArray<Relationship>? added = null) =>
        ChangingSettings.Decide(new ChangeSettings(name, range, added ?? [], "vera", "new scale"), Settings);
}
