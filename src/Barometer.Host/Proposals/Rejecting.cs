using Barometer.Domain.Proposals;
using Spectre.Console;

namespace Barometer.Host.Proposals;

/// <summary>The doors of rejecting, and of taking back.</summary>
[WolverineHandler]
public static class Rejecting
{
    /// <summary>Behind every door.</summary>
    public static async Task<Decision<ProposalRejected>> Handle(RejectProposal command, IDocumentSession session, Envelope envelope, CancellationToken cancellation)
    {
        var transaction = new RecordTransaction(session, envelope, command, command.Actor);
        if (!(await LockedProposal.Of(transaction, command.Proposal, cancellation)).Accepted(out var locked, out var refusal))
            return refusal;
        if (await transaction.AnsweredBefore<ProposalRejected>(cancellation) is { } answered)
            return answered;
        var (proposal, ground) = locked;
        if (!Domain.Proposals.Rejecting.Decide(command, proposal, ground.DevelopmentOf(proposal)).Accepted(out var rejected, out refusal))
            return refusal;
        session.Events.Append(proposal.Id, rejected);
        return await transaction.Commit(rejected, cancellation);
    }

    internal static Command Verb() => Terminal.Verb.Of<ProposalRejected>(
        "reject",
        "Reject a proposal, or take your own back, and say why (--reason). It stays in the record.",
        [Approving.Named, SharedOptions.Reason],
        async (door, cancellation) => ProposalId.Read(door.Get(Approving.Named)!).Accepted(out var id, out var refusal)
            ? await door.Send<ProposalRejected>(new RejectProposal(id, door.Actor, door.Get(SharedOptions.Reason)), cancellation)
            : refusal,
        (door, rejected) => door.Out.MarkupLineInterpolated($"[bold]{rejected.Proposal}[/] is rejected: {rejected.Reason}"));
}
