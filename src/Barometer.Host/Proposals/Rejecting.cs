using Barometer.Domain.Developments;
using Barometer.Domain.Proposals;
using Spectre.Console;

namespace Barometer.Host.Proposals;

/// <summary>The doors of rejecting, and of taking back.</summary>
[WolverineHandler]
public static class Rejecting
{
    /// <summary>Behind every door. The lock of the relationship keeps it from being approved meanwhile.</summary>
    public static async Task<Decision<ProposalRejected>> Handle(RejectProposal command, IDocumentSession session, Envelope envelope, CancellationToken cancellation)
    {
        var transaction = new RecordTransaction(session, envelope, command, command.Actor);
        var stream = command.Proposal.Stream;
        if (await session.LoadAsync<Proposal>(stream, cancellation) is not { } before)
            return command.Proposal.Missing();
        await transaction.Lock([before.Relationship], cancellation);
        if (await transaction.AnsweredBefore<ProposalRejected>(cancellation) is { } answered)
            return answered;
        var proposal = (await session.LoadAsync<Proposal>(stream, cancellation))!;
        var development = proposal.Reference is { } reference ? await session.LoadAsync<Development>(reference.ToString(), cancellation) : null;
        if (!Domain.Proposals.Rejecting.Decide(command, proposal, development).Accepted(out var rejected, out var refusal))
            return refusal;
        session.Events.Append(stream, rejected);
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
