using Barometer.Domain.People;
using Barometer.Domain.Proposals;
using Barometer.Host.Developments;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Proposals;

/// <summary>The doors of approving.</summary>
[WolverineHandler]
public static class Approving
{
    /// <summary>Which proposal, for every verb on one.</summary>
    internal static readonly Argument<string> Named = new("proposal") { Description = "A proposal, e.g. RU-12-016.3.1." };

    /// <summary>Behind every door. The approval and the change that it approves are in the record together.</summary>
    public static async Task<Decision<Recorded>> Handle(ApproveProposal command, IDocumentSession session, Envelope envelope, CancellationToken cancellation)
    {
        var transaction = new RecordTransaction(session, envelope, command, command.Actor);
        if (!(await LockedProposal.Of(transaction, command.Proposal, cancellation)).Accepted(out var locked, out var refusal))
            return refusal;
        if (await transaction.AnsweredBefore<Recorded>(cancellation) is { } answered)
            return answered;
        var (proposal, ground) = locked;
        if (!Domain.Proposals.Approving.Decide(command, proposal, ground.Of(proposal)).Accepted(out var approved, out refusal))
            return refusal;
        session.Events.Append(proposal.Id, approved.Approval);
        return await transaction.RecordAndAnswer([(proposal.Relationship, approved.Change)], cancellation);
    }

    /// <summary>Approves what somebody else proposed: it is recorded, and moves what it says.</summary>
    [WolverinePost("/v1/barometers/{barometer}/proposals/{proposal}/approval", OperationId = "approveProposal"), Needs(Right.Approve)]
    public static async Task<Answer<Recorded>> Post(string proposal, HttpDoor door) =>
        ProposalId.Read(proposal).Accepted(out var id, out var refusal)
            ? DevelopmentEndpoint.Linked(await door.Send<Recorded>(new ApproveProposal(id, door.Actor)), door)
            : new Answer<Recorded>(refusal);

    internal static Command Verb() => Terminal.Verb.Of<Recorded>(
        "approve",
        "Approve what somebody else proposed: it is recorded, and moves what it says.",
        [Named],
        async (door, cancellation) => ProposalId.Read(door.Get(Named)!).Accepted(out var id, out var refusal)
            ? await door.Send<Recorded>(new ApproveProposal(id, door.Actor), cancellation)
            : refusal,
        RecordedView.Show);
}
