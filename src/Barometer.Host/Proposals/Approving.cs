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

    /// <summary>Behind every door. What is read beforehand, the command that was proposed, never changes; all else is read under the locks.</summary>
    public static async Task<Decision<Recorded>> Handle(ApproveProposal command, IDocumentSession session, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        await session.LoadAsync<Proposal>(command.Proposal.Stream, cancellation) is { } proposal
            ? await gathering.Take(Of(command, proposal), envelope, cancellation)
            : command.Proposal.Missing();

    /// <summary>Approves what somebody else proposed: it is recorded, and moves what it says.</summary>
    [WolverinePost("/v1/barometers/{barometer}/proposals/{proposal}/approval", OperationId = "approveProposal"), Needs(Right.Approve)]
    public static async Task<Answer<Recorded>> Post(string proposal, HttpDoor door) =>
        ProposalId.Read(proposal).Accepted(out var id, out var refusal)
            ? DevelopmentEndpoint.Linked(await door.Send<Recorded>(new ApproveProposal(id, door.Actor) { AlsoActsAs = await door.Names() }), door)
            : new Answer<Recorded>(refusal);

    internal static Command Verb() => Terminal.Verb.Of<Recorded>(
        "approve",
        "Approve what somebody else proposed: it is recorded, and moves what it says.",
        [Named],
        async (door, cancellation) => ProposalId.Read(door.Get(Named)!).Accepted(out var id, out var refusal)
            ? await door.Send<Recorded>(new ApproveProposal(id, door.Actor), cancellation)
            : refusal,
        RecordedView.Show);

    private static Intent Of(ApproveProposal command, Proposal proposal) =>
        new(
            command,
            command.Actor,
            settings => new Needs([proposal.Relationship])
            {
                Developments = proposal.Reference is { } reference ? [reference] : [],
                Periods = Ground.Names(proposal, settings),
                Proposals = [command.Proposal],
            },
            excerpt => Decide(command, excerpt));

    // The approval and the change that it approves are in the record together.
    private static Decision<Outcome> Decide(ApproveProposal command, Excerpt excerpt)
    {
        var proposal = excerpt.Proposals[command.Proposal];
        var development = proposal is { MadeOn: not null, Reference: { } reference } ? excerpt.Developments[reference] : null;
        var ground = Ground.Of(proposal, excerpt.Settings, development, excerpt.Periods, excerpt.Numbering(proposal.Relationship));
        return Domain.Proposals.Approving.Decide(command, proposal, ground)
            .Then(approved => new Outcome([approved.Change]) { Beside = [new Appended(proposal.Id, approved.Approval)] });
    }
}
