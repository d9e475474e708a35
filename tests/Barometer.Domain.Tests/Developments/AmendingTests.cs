using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

public class AmendingTests
{
    [Fact]
    public void An_amendment_says_from_what_to_what_and_is_the_next_revision()
    {
        var scored = Given.Scored(3);

        var amended = Amend(scored, scored.Amend(2) with { Reason = "read again" }).ShouldBeAccepted();

        (amended.Revision, amended.From, amended.To).ShouldBe((2, SmallBarometer.Points(3), SmallBarometer.Points(2)));
        (amended.Filing, amended.Actor, amended.Reason).ShouldBe((scored.Filing, "ales", "read again"));
        var after = scored.After(amended);
        (after.Points, after.Revision, after.LastActor).ShouldBe((SmallBarometer.Points(2), 2, "ales"));
    }

    [Fact]
    public void In_an_open_period_no_reason_is_needed()
    {
        var scored = Given.Scored();
        Amend(scored, scored.Amend(1)).ShouldBeAccepted().Reason.ShouldBeNull();
    }

    [Fact]
    public void To_the_same_points_nothing_would_change()
    {
        var scored = Given.Scored(3);
        Amend(scored, scored.Amend(3)).ShouldBeRefused(RefusalKind.Rule, "+3 already", "nothing would change");
    }

    [Fact]
    public void The_same_points_are_the_same_in_any_order_of_dimensions()
    {
        var scored = Given.Scored(Ask.Score(SmallBarometer.Security, SmallBarometer.OfSecurity(1, -1)));
        var turned = new Points([Score.Of(SmallBarometer.RegionalTension, -1), Score.Of(SmallBarometer.NationalSecurity, 1)]);
        Amend(scored, scored.Amend(turned)).ShouldBeRefused(RefusalKind.Rule, "nothing would change");
    }

    [Fact]
    public void From_plus_1_minus_1_to_0_is_a_change()
    {
        var scored = Given.Scored(Ask.Score() with { Points = new([new Score(SmallBarometer.Development, 1, -1)]) });
        Amend(scored, scored.Amend(0)).ShouldBeAccepted().To.ShouldBe(SmallBarometer.Points(0));
    }

    [Fact]
    public void A_withdrawn_development_is_reinstated_first()
    {
        var withdrawn = Given.Withdrawn();
        Amend(withdrawn, withdrawn.Amend(1)).ShouldBeRefused(RefusalKind.Rule, "withdrawn at revision 2 by ales", "[reinstate RU-12-001]");
    }

    [Fact]
    public void An_unscored_development_is_scored_instead()
    {
        var unscored = Given.Unscored();
        Amend(unscored, unscored.Amend(1)).ShouldBeRefused(RefusalKind.Rule, "no points yet", "[score RU-12-001]");
    }

    [Fact]
    public void A_part_outside_the_range_is_refused()
    {
        var scored = Given.Scored();
        Amend(scored, scored.Amend(4)).ShouldBeRefused(RefusalKind.Rule, "outside the range");
        Amend(scored, scored.Amend(-4)).ShouldBeRefused(RefusalKind.Rule, "outside the range");
    }

    [Fact]
    public void A_wrong_or_missing_dimension_is_refused()
    {
        var scored = Given.Scored(Ask.Score(SmallBarometer.Security, SmallBarometer.OfSecurity(1, -1)));
        Amend(scored, scored.Amend(1)).ShouldBeRefused(RefusalKind.Usage, "no dimension 'development'");
        Amend(scored, scored.Amend(Points.Of(SmallBarometer.NationalSecurity, 2))).ShouldBeRefused(RefusalKind.Usage, "does not name them all");
    }

    private static Decision<PointsAmended> Amend(Development development, AmendPoints command) =>
        Amending.Decide(command, development, Given.Settings, Given.Open());
}
