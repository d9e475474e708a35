using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Proposals;

/// <summary>What became of a proposal.</summary>
public enum ProposalState
{
    /// <summary>It can be approved or rejected.</summary>
    Pending,

    /// <summary>Somebody else approved it, and its change is in the record.</summary>
    Approved,

    /// <summary>It was rejected, or taken back by who made it.</summary>
    Rejected,

    /// <summary>The development has another revision than the one that it was made on.</summary>
    Lapsed,
}

/// <summary>A change that waits for somebody else's approval, or that was approved or rejected: folded from its events and nothing else.</summary>
public sealed record Proposal
{
    /// <summary>The name of its stream, under which it is stored too.</summary>
    public required string Id { get; init; }

    /// <summary>What a person reads out.</summary>
    public required ProposalId ProposalId { get; init; }

    /// <summary>Whose development it is about.</summary>
    public required string Relationship { get; init; }

    /// <summary>Which development; null while a new one is only proposed.</summary>
    public Reference? Reference { get; init; }

    /// <summary>The revision that it was made on; null where it is of a new development.</summary>
    public int? MadeOn { get; init; }

    /// <summary>What is to be done.</summary>
    public required ProposedCommand Command { get; init; }

    /// <summary>Who made it.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>Why, where it was said.</summary>
    public string? Reason { get; init; }

    /// <summary>Of what kind the reason is, where a closed period is touched.</summary>
    public ReasonKind? ReasonKind { get; init; }

    /// <summary>Who approved it; null where nobody did.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The revision that its change made; null where it made none.</summary>
    public int? Made { get; init; }

    /// <summary>Who rejected it; null where nobody did.</summary>
    public string? RejectedBy { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? RejectedBecause { get; init; }

    /// <summary>When it was approved or rejected, in UTC; null where it was neither.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>How it stands, the development being as it is now. That it lapsed is no event: it follows.</summary>
    /// <param name="development">The development that it is about; null where it is of a new one.</param>
    public ProposalState State(Development? development) =>
        ApprovedBy is not null ? ProposalState.Approved
        : RejectedBy is not null ? ProposalState.Rejected
        : MadeOn is { } seen && development?.Revision != seen ? ProposalState.Lapsed
        : ProposalState.Pending;

    /// <summary>The proposal after one more event, which was recorded at a moment. Pure.</summary>
    public static Proposal Fold(Proposal? state, object e, DateTimeOffset at) => e switch
    {
        ChangeProposed proposed => Begin(proposed, at),
        ProposalApproved approved => state! with { ApprovedBy = approved.Actor, Reference = approved.Reference, Made = approved.Revision, DecidedAt = at },
        ProposalRejected rejected => state! with { RejectedBy = rejected.Actor, RejectedBecause = rejected.Reason, DecidedAt = at },
        _ => throw new InvalidOperationException($"{e.GetType().Name} is not known to {nameof(Proposal)}."),
    };

    private static Proposal Begin(ChangeProposed e, DateTimeOffset at) => new()
    {
        Id = e.Proposal.Stream,
        ProposalId = e.Proposal,
        Relationship = e.Relationship,
        Reference = e.Reference,
        MadeOn = e.Revision,
        Command = e.Command,
        ProposedBy = e.Actor,
        ProposedAt = at,
        Reason = e.Reason,
        ReasonKind = e.ReasonKind,
    };
}
