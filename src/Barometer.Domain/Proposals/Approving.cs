using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;

namespace Barometer.Domain.Proposals;

/// <summary>Approves what somebody else proposed.</summary>
/// <param name="Proposal">Which proposal.</param>
/// <param name="Actor">Who approves.</param>
public sealed record ApproveProposal(ProposalId Proposal, string Actor)
{
    /// <summary>Under which names whoever approves acts besides. They may come to be more until a command is sent again, which says the same.</summary>
    [JsonIgnore]
    public ImmutableArray<string> AlsoActsAs { get; init; } = [];
}

/// <summary>A proposal was approved; its change is recorded with it.</summary>
/// <param name="Proposal">Which proposal.</param>
/// <param name="Reference">The development that was changed, or recorded.</param>
/// <param name="Revision">The revision that the change made.</param>
/// <param name="Actor">Who approved.</param>
public sealed record ProposalApproved(ProposalId Proposal, Reference Reference, int Revision, string Actor);

/// <summary>What an approval comes to: both events, or neither.</summary>
/// <param name="Approval">Of the proposal.</param>
/// <param name="Change">Of the development: by who proposed it, approved by who did.</param>
public sealed record ApprovedChange(ProposalApproved Approval, DevelopmentEvent Change);

/// <summary>The decision to approve.</summary>
public static class Approving
{
    /// <summary>Approves a pending proposal of somebody else: its command is decided anew, on what stands now.</summary>
    public static Decision<ApprovedChange> Decide(ApproveProposal command, Proposal proposal, Ground now)
    {
        if ((Settled(proposal) ?? Own(command, proposal) ?? Lapsed(proposal, now.Development)) is { } refusal)
            return refusal;
        if (!proposal.Command.DecideOn(now).Accepted(out var change, out var wrong))
            return new Refusal(wrong.Kind, $"{command.Proposal} cannot be approved as it was proposed: {wrong.Sentence}").Until(RemedyKind.ProposeAgain, command.Proposal);
        var approved = change with { ApprovedBy = command.Actor };
        return new ApprovedChange(new ProposalApproved(command.Proposal, approved.Reference, approved.Revision, command.Actor), approved);
    }

    /// <summary>Refuses what was approved or rejected before.</summary>
    internal static Refusal? Settled(Proposal proposal) => proposal switch
    {
        { ApprovedBy: { } approver } => Refusal.Rule($"{proposal.ProposalId} was approved already, by {approver}; it is revision {proposal.Made} of {proposal.Reference}."),
        { RejectedBy: { } rejecter } => Refusal.Rule($"{proposal.ProposalId} was rejected by {rejecter}: {proposal.RejectedBecause}. Propose it again if that no longer holds.")
            .Until(RemedyKind.ProposeAgain, proposal.ProposalId),
        _ => null,
    };

    /// <summary>Refuses what was made on a revision that is no longer the current one.</summary>
    internal static Refusal? Lapsed(Proposal proposal, Development? development) =>
        proposal.State(development) == ProposalState.Lapsed
            ? Refusal.Conflict($"{proposal.ProposalId} has lapsed: {proposal.Reference} is at revision {development!.Revision}, made by {development.LastActor}; it was proposed on revision {proposal.MadeOn}. "
                + "Read it again and propose anew what is still right.")
                .Until(RemedyKind.ProposeAgain, proposal.ProposalId)
            : null;

    private static Refusal? Own(ApproveProposal command, Proposal proposal) =>
        command.AlsoActsAs.Add(command.Actor).FirstOrDefault(name => string.Equals(name.Trim(), proposal.ProposedBy.Trim(), StringComparison.OrdinalIgnoreCase)) is { } same
            ? Refusal.Rule($"{command.Actor}{(same == command.Actor ? "" : $", as {same},")} proposed {proposal.ProposalId}; somebody else approves it. Whoever proposed it can only take it back.").Until(RemedyKind.Approve, proposal.ProposalId)
            : null;
}
