using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

public class TouchedTests
{
    [Fact]
    public void Refiling_touches_both_periods_though_nothing_was_scored()
    {
        var unscored = Given.Unscored();

        Touched.By(Refiling.Decide(unscored.Refile(SmallBarometer.Issue11), unscored, Given.Open(), Given.Open(SmallBarometer.Issue11)).ShouldBeAccepted())
            .ShouldBe([SmallBarometer.Issue12, SmallBarometer.Issue11]);
    }

    [Fact]
    public void What_a_closed_period_asks_a_reason_for_touches_it()
    {
        var (scored, closed) = (Given.Scored(), Given.Closed());
        var amend = scored.Amend(1).After(ReasonKind.Error, "misread");
        var withdraw = scored.Withdraw().After(ReasonKind.Error, "misread");

        Touched.By(Amending.Decide(amend, scored, Given.Settings, closed).ShouldBeAccepted()).ShouldBe([SmallBarometer.Issue12]);
        Touched.By(Withdrawing.Decide(withdraw, scored, closed).ShouldBeAccepted()).ShouldBe([SmallBarometer.Issue12]);
    }

    [Fact]
    public void A_note_touches_no_period()
    {
        var scored = Given.Scored();

        Touched.By(Noting.Decide(scored.Note("seen"), scored).ShouldBeAccepted()).ShouldBeEmpty();
    }
}
