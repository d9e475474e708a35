using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

public class RecordingTests
{
    private static readonly Reference Next = Given.Reference(SmallBarometer.Russia);

    [Fact]
    public void A_development_recorded_unscored_has_no_points_and_does_not_stand()
    {
        var recorded = Recording.Decide(Ask.Record(), Next, Given.Settings, Given.Open()).ShouldBeAccepted();
        var development = Development.Fold(state: null, recorded);

        (recorded.Revision, recorded.Actor, recorded.Filing.Period).ShouldBe((1, "ina", SmallBarometer.Issue12));
        (development.Points, development.Stands, development.NotScoredBecause).ShouldBe((null, false, null));
    }

    [Fact]
    public void A_development_considered_and_not_scored_says_why()
    {
        var recorded = Recording.Decide(Ask.NotScore(), Next, Given.Settings, Given.Open()).ShouldBeAccepted();

        recorded.Because.ShouldBe("scored in the issue before");
        Development.Fold(state: null, recorded).NotScoredBecause.ShouldBe("scored in the issue before");
    }

    [Fact]
    public void What_was_not_scored_for_a_reason_is_scored_later_and_the_reason_is_gone()
    {
        var development = Development.Fold(state: null, Recording.Decide(Ask.NotScore(), Next, Given.Settings, Given.Open()).ShouldBeAccepted());
        var scored = development.After(Scoring.Decide(development.Give(1), development, Given.Settings, Given.Open()).ShouldBeAccepted());
        (scored.NotScoredBecause, scored.Stands).ShouldBe((null, true));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Not_scoring_without_saying_why_is_refused(string? reason) =>
        Recording.Decide(Ask.NotScore() with { Reason = reason }, Next, Given.Settings, Given.Open()).ShouldBeRefused(RefusalKind.Usage, "why", "[give-reason]");

    [Fact]
    public void A_relationship_that_is_not_there_is_refused()
    {
        Recording.Decide(Ask.Record() with { Relationship = "mars" }, Next, Given.Settings, Given.Open()).ShouldBeRefused(RefusalKind.NotFound, "mars");
        Recording.Decide(Ask.NotScore() with { Relationship = "mars" }, Next, Given.Settings, Given.Open()).ShouldBeRefused(RefusalKind.NotFound, "mars");
    }

    [Fact]
    public void A_development_without_a_title_is_refused() =>
        Recording.Decide(Ask.Record() with { Particulars = new() { Title = "", Date = Ask.Date } }, Next, Given.Settings, Given.Open())
            .ShouldBeRefused(RefusalKind.Usage, "title");

    [Fact]
    public void Without_a_period_named_it_goes_under_the_one_of_its_latest_day() =>
        Dated("2019-10-30/2019-11-02").FiledUnder(Given.Settings).ShouldBeAccepted().ShouldBe(SmallBarometer.Issue12);

    [Fact]
    public void A_period_named_goes_before_the_date() =>
        (Dated("2019-12-30") with { Period = SmallBarometer.Issue13 }).FiledUnder(Given.Settings).ShouldBeAccepted().ShouldBe(SmallBarometer.Issue13);

    [Fact]
    public void An_unknown_date_does_not_tell_a_period() =>
        Dated("-").FiledUnder(Given.Settings).ShouldBeRefused(RefusalKind.Usage, "does not tell a period", "[name-period]");

    [Theory]
    [InlineData("2019-12/2020-01")]
    [InlineData("2019-11/2019-11")]
    [InlineData("2017-11/2017-12")]
    public void A_period_that_is_none_of_the_calendar_is_refused(string period) =>
        (Dated("-") with { Period = PeriodId.Parse(period, provider: null) })
            .FiledUnder(Given.Settings).ShouldBeRefused(RefusalKind.Usage, "no period of Small Barometer", "2 months", "2018-01/2018-02");

    [Fact]
    public void A_day_before_the_first_issue_is_in_no_period() =>
        Dated("2017-12-31").FiledUnder(Given.Settings).ShouldBeRefused(RefusalKind.Usage, "2017-11/2017-12 is no period");

    [Fact]
    public void The_last_day_that_is_counted_is_in_a_period_too() =>
        Dated("9000-12-31").FiledUnder(Given.Settings).ShouldBeAccepted().ToString().ShouldBe("9000-11/9000-12");

    private static RecordUnscored Dated(string printed) =>
        Ask.Record() with { Particulars = new() { Title = "Visit", Date = PrintedDateReading.Read(printed, SmallBarometer.Issue12)! } };
}
