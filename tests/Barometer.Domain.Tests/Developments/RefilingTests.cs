using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

public class RefilingTests
{
    [Fact]
    public void A_refiled_development_counts_in_the_other_period_and_keeps_its_reference()
    {
        var scored = Given.Scored();

        var refiled = Refile(scored, scored.Refile(SmallBarometer.Issue11)).ShouldBeAccepted();

        (refiled.From, refiled.To).ShouldBe((scored.Filing, new Filing(SmallBarometer.Issue11, new DateOnly(2019, 10, 31))));
        (refiled.Points, refiled.Revision, refiled.Reference).ShouldBe((scored.Points, 2, scored.Reference));
        var after = scored.After(refiled);
        (after.Filing, after.Reference.ToString(), after.Particulars.Date).ShouldBe((refiled.To, "RU-12-001", Ask.Date));
    }

    [Fact]
    public void To_the_same_period_nothing_would_change()
    {
        var scored = Given.Scored();
        Refile(scored, scored.Refile(SmallBarometer.Issue12)).ShouldBeRefused(RefusalKind.Rule, "filed under 2019-11/2019-12 already");
    }

    [Fact]
    public void Refiling_without_a_reason_is_refused()
    {
        var scored = Given.Scored();
        Refile(scored, scored.Refile(SmallBarometer.Issue11) with { Reason = null }).ShouldBeRefused(RefusalKind.Usage, "why", "2019-09/2019-10", "[give-reason]");
    }

    [Fact]
    public void A_withdrawn_development_is_not_refiled()
    {
        var withdrawn = Given.Withdrawn();
        Refile(withdrawn, withdrawn.Refile(SmallBarometer.Issue11)).ShouldBeRefused(RefusalKind.Rule, "withdrawn", "to refile it");
    }

    [Theory]
    [InlineData(true, false, "2019-11/2019-12 was closed by vera")]
    [InlineData(false, true, "2019-09/2019-10 was closed by vera")]
    public void Both_periods_have_a_say(bool fromClosed, bool toClosed, string says)
    {
        var scored = Given.Scored();
        var (from, to) = (fromClosed ? Given.Closed() : Given.Open(), toClosed ? Given.Closed(SmallBarometer.Issue11) : Given.Open(SmallBarometer.Issue11));

        Refiling.Decide(scored.Refile(SmallBarometer.Issue11), scored, from, to).ShouldBeRefused(RefusalKind.Rule, says, "[give-reason-and-kind]");

        var knowing = scored.Refile(SmallBarometer.Issue11).After(ReasonKind.Reattribution, "began in October");
        Refiling.Decide(knowing, scored, from, to).ShouldBeAccepted().ReasonKind.ShouldBe(ReasonKind.Reattribution);
    }

    private static Decision<DevelopmentRefiled> Refile(Development development, RefileDevelopment command) =>
        Refiling.Decide(command, development, Given.Open(), Given.Open(SmallBarometer.Issue11));
}
