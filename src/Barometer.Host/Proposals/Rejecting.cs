using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Domain.Proposals;
using Barometer.Host.Barometers;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.Proposals;

/// <summary>The end of a proposal; it says why.</summary>
/// <param name="Reason">Why it is rejected, or taken back.</param>
public sealed record Rejection(string Reason);

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

    /// <summary>Rejects a proposal; it stays in the record with the reason.</summary>
    [WolverinePost("/v1/barometers/{barometer}/proposals/{proposal}/rejection", OperationId = "rejectProposal"), Needs(Right.Approve)]
    public static Task<Answer<ProposalRejected>> Post(Rejection said, string proposal, HttpDoor door) => Reject(said, proposal, door);

    /// <summary>Takes a proposal of one's own back; it stays in the record with the reason.</summary>
    [WolverinePost("/v1/barometers/{barometer}/proposals/{proposal}/retraction", OperationId = "retractProposal"), Needs(Right.Edit)]
    public static async Task<Answer<ProposalRejected>> PostOwn(Rejection said, string proposal, HttpDoor door)
    {
        if (!ProposalId.Read(proposal).Accepted(out var id, out var refusal))
            return new Answer<ProposalRejected>(refusal);
        var kept = await door.Ask(session => session.LoadAsync<Proposal>(id.Stream, door.Cancellation));
        // Who proposed it never changes; what is not there yet may become somebody else's.
        if (kept is null)
            return new Answer<ProposalRejected>(await door.Ask(session => SettingsReading.Of(session, door.Cancellation)) is { Refusal: { } undeclared } ? undeclared : id.Missing());
        return kept.ProposedBy == door.Actor
            ? await Reject(said, proposal, door)
            : new Answer<ProposalRejected>(Refusal.Rule($"{id} was proposed by {kept.ProposedBy}; only a proposal of one's own is taken back."));
    }

    private static async Task<Answer<ProposalRejected>> Reject(Rejection said, string proposal, HttpDoor door) =>
        ProposalId.Read(proposal).Accepted(out var id, out var refusal)
            ? await door.Send<ProposalRejected>(new RejectProposal(id, door.Actor, said.Reason))
            : new Answer<ProposalRejected>(refusal);

    internal static Command Verb() => Terminal.Verb.Of<ProposalRejected>(
        "reject",
        "Reject a proposal, or take your own back, and say why (--reason). It stays in the record.",
        [Approving.Named, SharedOptions.Reason],
        async (door, cancellation) => ProposalId.Read(door.Get(Approving.Named)!).Accepted(out var id, out var refusal)
            ? await door.Send<ProposalRejected>(new RejectProposal(id, door.Actor, door.Get(SharedOptions.Reason)), cancellation)
            : refusal,
        (door, rejected) => door.Out.MarkupLineInterpolated($"[bold]{rejected.Proposal}[/] is rejected: {rejected.Reason}"));
}
