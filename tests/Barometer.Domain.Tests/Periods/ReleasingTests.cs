using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Periods;

public class ReleasingTests
{
    private static readonly Release Closing12 = new(
        Release.OfClosing(SmallBarometer.Issue12), 40, DateTimeOffset.UnixEpoch, Positions.Start, RuleSet.AsPublished, SmallBarometer.Issue12, "vera", Reason: null);

    private static readonly Positions Reached = Positions.Of([KeyValuePair.Create("china", 4L), KeyValuePair.Create("russia", 9L)]);

    [Fact]
    public void A_release_carries_its_name_its_reason_who_made_it_how_far_the_record_had_come_and_its_rules() =>
        Decide("corrected-2020-03").ShouldBeAccepted()
            .ShouldBe(new FiguresReleased("corrected-2020-03", Reached, RuleSet.AsPublished.Pin, "vera", "crude oil only"));

    [Fact]
    public void A_closing_is_the_release_that_is_called_by_its_period() => Closing12.Name.ShouldBe("closing:2019-11/2019-12");

    [Theory]
    [InlineData("")]
    [InlineData("Corrected")]
    [InlineData("2020-corrected")]
    [InlineData("corrected issue")]
    [InlineData("corrected\n")]
    [InlineData("closing-of-the-year")]
    [InlineData("closing:2019-11/2019-12")]
    [InlineData("a123456789-123456789-123456789-123456789-123456789-123456789-123")]
    public void A_name_that_could_not_be_typed_or_told_from_a_closing_is_refused(string name) =>
        Decide(name).ShouldBeRefused(RefusalKind.Usage, $"'{name}' cannot be the name of a release", "begins with a letter and not with 'closing'");

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_release_says_why(string? reason) =>
        Releasing.Decide(new ReleaseFigures("corrected", reason, "vera"), [Closing12], RuleSet.AsPublished, Reached).ShouldBeRefused(RefusalKind.Rule, "says why", "give-reason");

    [Fact]
    public void A_name_is_given_once() =>
        Releasing.Decide(new ReleaseFigures("corrected", "again", "vera"), [Closing12, Closing12 with { Name = "corrected", Closes = null, MadeBy = "anna" }], RuleSet.AsPublished, Reached)
            .ShouldBeRefused(RefusalKind.Rule, "a release 'corrected' already, by anna", "another name");

    [Fact]
    public void Before_the_first_closing_there_is_nothing_to_correct() =>
        Releasing.Decide(new ReleaseFigures("corrected", "oil", "vera"), [], RuleSet.AsPublished, Reached).ShouldBeRefused(RefusalKind.Rule, "No period is closed yet");

    private static Decision<FiguresReleased> Decide(string name) =>
        Releasing.Decide(new ReleaseFigures(name, "crude oil only", "vera"), [Closing12], RuleSet.AsPublished, Reached);
}
