using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Developments;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Movements;

public class PostingTests
{
    private static readonly RecordPlace Place = new(SmallBarometer.Russia, 7, 70, DateTimeOffset.UnixEpoch);
    private static readonly Development Scored = Given.Scored(3);

    [Fact]
    public void Scoring_3_posts_3_and_one_development_more()
    {
        var e = Scoring.Decide(Ask.Score(3) with { Reason = "first visit" }, Given.Reference(SmallBarometer.Russia), Given.Settings, Given.Open()).ShouldBeAccepted();
        Posting.Of(e, Place).ShouldBe(
        [
            new(Place, e.Reference, 1, Cause.New, "ina", "first visit", ReasonKind: null, SmallBarometer.Issue12, new DateOnly(2019, 11, 20), SmallBarometer.Development, 3, 0, 1),
        ]);
    }

    [Fact]
    public void Amending_3_to_2_posts_minus_1_of_the_positive_sum() =>
        Posted(Amending.Decide(Scored.Amend(2), Scored, Given.Settings, Given.Open()).ShouldBeAccepted()).ShouldBe([(Cause.Amended, -1, 0, 0)]);

    [Fact]
    public void Amending_3_to_minus_1_moves_both_sums() =>
        Posted(Amending.Decide(Scored.Amend(-1), Scored, Given.Settings, Given.Open()).ShouldBeAccepted()).ShouldBe([(Cause.Amended, -3, -1, 0)]);

    [Fact]
    public void Scoring_0_posts_one_development_more_and_no_points() =>
        Posted(Scoring.Decide(Ask.Score(0), Given.Reference(SmallBarometer.Russia), Given.Settings, Given.Open()).ShouldBeAccepted()).ShouldBe([(Cause.New, 0, 0, 1)]);

    [Fact]
    public void Withdrawing_posts_the_opposite_and_reinstating_posts_it_again()
    {
        var withdrawn = Withdrawing.Decide(Scored.Withdraw(), Scored, Given.Open()).ShouldBeAccepted();
        var after = Scored.After(withdrawn);
        Posted(withdrawn).ShouldBe([(Cause.Withdrawn, -3, 0, -1)]);
        Posted(Reinstating.Decide(after.Reinstate(), after, Given.Open()).ShouldBeAccepted()).ShouldBe([(Cause.Reinstated, 3, 0, 1)]);
    }

    [Fact]
    public void Refiling_posts_to_both_periods()
    {
        var refiled = Refiling.Decide(Scored.Refile(SmallBarometer.Issue11), Scored, Given.Open(), Given.Open(SmallBarometer.Issue11)).ShouldBeAccepted();
        Posting.Of(refiled, Place).Select(m => (m.Period, m.Positive, m.Developments)).ShouldBe([(SmallBarometer.Issue12, -3, -1), (SmallBarometer.Issue11, 3, 1)]);
    }

    [Fact]
    public void Redating_posts_from_one_day_to_another_and_nothing_when_the_day_stays()
    {
        Posting.Of(Redate(Scored, "5 December"), Place).Select(m => (m.Day.Month, m.Positive, m.Developments)).ShouldBe([(11, -3, -1), (12, 3, 1)]);
        Posting.Of(Redate(Scored, "19-20 November"), Place).ShouldBeEmpty();
    }

    [Fact]
    public void A_dimension_that_an_amendment_leaves_alone_is_not_moved()
    {
        var exercise = Given.Scored(Ask.Score(SmallBarometer.Security, SmallBarometer.OfSecurity(1, -3)));
        var amended = Amending.Decide(exercise.Amend(SmallBarometer.OfSecurity(1, -2)), exercise, Given.Settings, Given.Open()).ShouldBeAccepted();
        Posting.Of(amended, Place).Select(m => (m.Dimension, m.Negative)).ShouldBe([(SmallBarometer.RegionalTension, 1)]);
    }

    [Fact]
    public void What_has_no_points_or_moves_none_posts_nothing()
    {
        var unscored = Given.Unscored();
        Posting.Of(Recording.Decide(Ask.Record(), unscored.Reference, Given.Settings, Given.Open()).ShouldBeAccepted(), Place).ShouldBeEmpty();
        Posting.Of(Withdrawing.Decide(unscored.Withdraw(), unscored, Given.Open()).ShouldBeAccepted(), Place).ShouldBeEmpty();
        Posting.Of(Redate(unscored, "5 December"), Place).ShouldBeEmpty();
        Posting.Of(Noting.Decide(Scored.Note(), Scored).ShouldBeAccepted(), Place).ShouldBeEmpty();
    }

    private static DevelopmentRedated Redate(Development d, string date) =>
        Redating.Decide(d.Redate(PrintedDateReading.Read(date, SmallBarometer.Issue12)!), d, Given.Open()).ShouldBeAccepted();

    private static (Cause, int, int, int)[] Posted(DevelopmentEvent e) =>
        [.. Posting.Of(e, Place).Select(m => (m.Cause, m.Positive, m.Negative, m.Developments))];
}
