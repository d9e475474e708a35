using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

public class ScoringTests
{
    private static readonly Reference Next = Given.Reference(SmallBarometer.Russia, 7);

    [Fact]
    public void A_scored_development_is_filed_signed_and_at_revision_1()
    {
        var command = Ask.Score(2) with { Reason = "first visit in years" };

        var scored = Score(command).ShouldBeAccepted();

        scored.Reference.ToString().ShouldBe("RU-12-007");
        scored.Revision.ShouldBe(1);
        scored.Relationship.ShouldBe(SmallBarometer.Russia);
        scored.Points.ShouldBe(SmallBarometer.Points(2));
        scored.Filing.ShouldBe(new Filing(SmallBarometer.Issue12, new DateOnly(2019, 11, 20)));
        scored.Particulars.ShouldBe(command.Particulars);
        (scored.Actor, scored.Reason, scored.ReasonKind).ShouldBe(("ina", "first visit in years", null));
    }

    [Fact]
    public void Zero_is_a_score() => Given.Scored(0).Stands.ShouldBeTrue();

    [Theory]
    [InlineData(3, -3)]
    [InlineData(0, -3)]
    [InlineData(3, 0)]
    [InlineData(1, -1)]
    public void A_score_may_have_two_parts_within_the_range(int positive, int negative) =>
        Score(Ask.Score() with { Points = new([new Score(SmallBarometer.Development, positive, negative)]) })
            .ShouldBeAccepted().Points.Single().ShouldBe(new Score(SmallBarometer.Development, positive, negative));

    [Theory]
    [InlineData(4, 0)]
    [InlineData(0, -4)]
    [InlineData(4, -4)]
    [InlineData(1, -4)]
    public void A_part_outside_the_range_is_refused(int positive, int negative) =>
        Score(Ask.Score() with { Points = new([new Score(SmallBarometer.Development, positive, negative)]) })
            .ShouldBeRefused(RefusalKind.Rule, "outside the range", "between -3 and +3");

    [Fact]
    public void A_dimension_that_the_relationship_does_not_have_is_refused() =>
        Score(Ask.Score() with { Points = Points.Of(SmallBarometer.RegionalTension, 1) })
            .ShouldBeRefused(RefusalKind.Usage, "no dimension 'regional-tension'", "it has development");

    [Fact]
    public void A_dimension_left_out_is_refused() =>
        Score(Ask.Score(SmallBarometer.Security, Points.Of(SmallBarometer.NationalSecurity, 1)))
            .ShouldBeRefused(RefusalKind.Usage, "national-security and regional-tension", "does not name them all");

    [Fact]
    public void No_points_at_all_are_refused() =>
        Score(Ask.Score() with { Points = new([]) }).ShouldBeRefused(RefusalKind.Usage, "does not name them all");

    [Fact]
    public void A_relationship_that_is_not_there_is_refused() =>
        Score(Ask.Score("mars", SmallBarometer.Points(1))).ShouldBeRefused(RefusalKind.NotFound, "'mars'", "russia, china, security");

    [Fact]
    public void A_development_without_a_title_is_refused() =>
        Score(Ask.Score() with { Particulars = new() { Title = " ", Date = Ask.Date } }).ShouldBeRefused(RefusalKind.Usage, "title");

    [Fact]
    public void An_unscored_development_is_given_points()
    {
        var unscored = Given.Unscored();

        var given = Scoring.Decide(unscored.Give(-2), unscored, Given.Settings, Given.Open()).ShouldBeAccepted();

        (given.Revision, given.Points, given.Filing, given.Actor).ShouldBe((2, SmallBarometer.Points(-2), unscored.Filing, "ales"));
        var scored = unscored.After(given);
        (scored.Points, scored.Stands, scored.LastActor).ShouldBe((SmallBarometer.Points(-2), true, "ales"));
    }

    [Fact]
    public void A_scored_development_is_not_given_points_again()
    {
        var scored = Given.Scored();
        Scoring.Decide(scored.Give(1), scored, Given.Settings, Given.Open()).ShouldBeRefused(RefusalKind.Rule, "scored already", "[amend RU-12-001]");
    }

    [Fact]
    public void A_withdrawn_development_is_given_no_points()
    {
        var withdrawn = Given.Withdrawn();
        Scoring.Decide(withdrawn.Give(1), withdrawn, Given.Settings, Given.Open()).ShouldBeRefused(RefusalKind.Rule, "withdrawn", "reinstate it first");
    }

    [Fact]
    public void Points_given_keep_to_the_range()
    {
        var unscored = Given.Unscored();
        Scoring.Decide(unscored.Give(4), unscored, Given.Settings, Given.Open()).ShouldBeRefused(RefusalKind.Rule, "outside the range");
    }

    private static Decision<DevelopmentScored> Score(ScoreDevelopment command, Period? period = null) =>
        Scoring.Decide(command, Next, Given.Settings, period ?? Given.Open());
}
