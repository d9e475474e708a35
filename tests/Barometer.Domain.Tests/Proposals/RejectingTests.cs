using Barometer.Domain.Developments;
using Barometer.Domain.Proposals;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Developments;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Proposals;

public class RejectingTests
{
    private static readonly Development Scored = Given.Scored();
    private static readonly Proposal Proposed = Change.Proposed(Scored);

    [Theory]
    [InlineData("vera")]
    [InlineData("ales")]
    public void Anybody_rejects_a_proposal_with_a_reason_and_whoever_made_it_takes_it_back_so(string actor)
    {
        var rejected = Reject(actor, "the source stands").ShouldBeAccepted();

        rejected.ShouldBe(new ProposalRejected(Proposed.ProposalId, actor, "the source stands"));
        var after = Proposed.After(rejected);
        (after.State(Scored), after.RejectedBy, after.RejectedBecause, after.Made).ShouldBe((ProposalState.Rejected, actor, "the source stands", null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_rejection_says_why(string? reason) => Reject("vera", reason).ShouldBeRefused(RefusalKind.Usage, "Say why RU-12-001.1.1 is rejected", "[give-reason]");

    [Fact]
    public void What_is_not_pending_any_more_is_not_rejected()
    {
        var noted = Scored.After(Noting.Decide(Scored.Note(), Scored).ShouldBeAccepted());
        var command = new RejectProposal(Proposed.ProposalId, "vera", "the source stands");

        Rejecting.Decide(command, Proposed.After(new ProposalApproved(Proposed.ProposalId, Scored.Reference, 2, "ina")), noted).ShouldBeRefused(RefusalKind.Rule, "approved already, by ina");
        Rejecting.Decide(command, Proposed.After(new ProposalRejected(Proposed.ProposalId, "ina", "no")), Scored).ShouldBeRefused(RefusalKind.Rule, "rejected by ina: no");
        Rejecting.Decide(command, Proposed, noted).ShouldBeRefused(RefusalKind.Conflict, "has lapsed", "revision 2, made by ales");
    }

    [Fact]
    public void A_rejected_proposal_does_not_lapse()
    {
        var rejected = Proposed.After(Reject("vera", "the source stands").ShouldBeAccepted());
        rejected.State(Scored.After(Noting.Decide(Scored.Note(), Scored).ShouldBeAccepted())).ShouldBe(ProposalState.Rejected);
    }

    private static Decision<ProposalRejected> Reject(string actor, string? reason) =>
        Rejecting.Decide(new RejectProposal(Proposed.ProposalId, actor, reason), Proposed, Scored);
}
