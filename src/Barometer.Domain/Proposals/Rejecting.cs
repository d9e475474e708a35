using Barometer.Domain.Developments;
using Barometer.Domain.Record;

namespace Barometer.Domain.Proposals;

/// <summary>Rejects a proposal, or takes one's own back.</summary>
/// <param name="Proposal">Which proposal.</param>
/// <param name="Actor">Who rejects.</param>
/// <param name="Reason">Why.</param>
public sealed record RejectProposal(ProposalId Proposal, string Actor, string? Reason);

/// <summary>A proposal was rejected, or taken back. It stays in the record.</summary>
/// <param name="Proposal">Which proposal.</param>
/// <param name="Actor">Who rejected.</param>
/// <param name="Reason">Why.</param>
public sealed record ProposalRejected(ProposalId Proposal, string Actor, string Reason);

/// <summary>The decision to reject.</summary>
public static class Rejecting
{
    /// <summary>Rejects a pending proposal, with a reason.</summary>
    /// <param name="command">What was asked.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="development">The development that it is about; null where it is of a new one.</param>
    public static Decision<ProposalRejected> Decide(RejectProposal command, Proposal proposal, Development? development)
    {
        if ((Approving.Settled(proposal) ?? Approving.Lapsed(proposal, development)) is { } refusal)
            return refusal;
        return string.IsNullOrWhiteSpace(command.Reason)
            ? Refusal.Usage($"Say why {command.Proposal} is rejected; that stays in the record.").Until(RemedyKind.GiveReason)
            : new ProposalRejected(command.Proposal, command.Actor, command.Reason);
    }
}
