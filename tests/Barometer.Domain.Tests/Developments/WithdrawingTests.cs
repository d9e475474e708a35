using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

public class WithdrawingTests
{
    [Fact]
    public void A_withdrawn_development_stays_in_the_record_and_counts_no_more()
    {
        var scored = Given.Scored();

        var withdrawn = Withdraw(scored, scored.Withdraw()).ShouldBeAccepted();

        (withdrawn.Revision, withdrawn.Points, withdrawn.Filing, withdrawn.Reason).ShouldBe((2, scored.Points, scored.Filing, "entered twice"));
        var after = scored.After(withdrawn);
        (after.Withdrawn, after.Stands, after.Points).ShouldBe((true, false, scored.Points));
    }

    [Fact]
    public void An_unscored_development_can_be_withdrawn_too()
    {
        var unscored = Given.Unscored();
        Withdraw(unscored, unscored.Withdraw()).ShouldBeAccepted().Points.ShouldBeNull();
    }

    [Fact]
    public void Withdrawing_twice_is_refused()
    {
        var withdrawn = Given.Withdrawn();
        Withdraw(withdrawn, withdrawn.Withdraw()).ShouldBeRefused(RefusalKind.Rule, "withdrawn already, by ales");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Withdrawing_without_a_reason_is_refused(string? reason)
    {
        var scored = Given.Scored();
        Withdraw(scored, scored.Withdraw() with { Reason = reason }).ShouldBeRefused(RefusalKind.Usage, "why", "[give-reason]");
    }

    [Fact]
    public void A_reinstated_development_counts_again_with_the_points_it_had()
    {
        var withdrawn = Given.Withdrawn();

        var reinstated = Reinstate(withdrawn, withdrawn.Reinstate()).ShouldBeAccepted();

        (reinstated.Revision, reinstated.Points, reinstated.Filing).ShouldBe((3, SmallBarometer.Points(3), withdrawn.Filing));
        var after = withdrawn.After(reinstated);
        (after.Withdrawn, after.Stands, after.Points).ShouldBe((false, true, SmallBarometer.Points(3)));
    }

    [Fact]
    public void What_was_not_withdrawn_is_not_reinstated()
    {
        var scored = Given.Scored();
        Reinstate(scored, scored.Reinstate()).ShouldBeRefused(RefusalKind.Rule, "not withdrawn");
    }

    [Fact]
    public void Reinstating_without_a_reason_is_refused()
    {
        var withdrawn = Given.Withdrawn();
        Reinstate(withdrawn, withdrawn.Reinstate() with { Reason = "" }).ShouldBeRefused(RefusalKind.Usage, "why", "[give-reason]");
    }

    private static Decision<DevelopmentWithdrawn> Withdraw(Development development, WithdrawDevelopment command) =>
        Withdrawing.Decide(command, development, Given.Open());

    private static Decision<DevelopmentReinstated> Reinstate(Development development, ReinstateDevelopment command) =>
        Reinstating.Decide(command, development, Given.Open());
}
