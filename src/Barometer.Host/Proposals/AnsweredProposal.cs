using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.RuleSets;

namespace Barometer.Host.Proposals;

/// <summary>A proposal, and how it stands.</summary>
/// <param name="Id">Its name.</param>
/// <param name="State">How it stands.</param>
/// <param name="Relationship">Whose development it is about.</param>
/// <param name="Reference">Which development; absent while a new one is only proposed.</param>
/// <param name="Title">What happened, in a line.</param>
/// <param name="MadeOn">The revision that it was made on; absent where it is of a new development.</param>
/// <param name="Command">What is to be done, by its name in the record, with all that was said.</param>
/// <param name="ProposedBy">Who made it.</param>
/// <param name="ProposedAt">When, in UTC.</param>
/// <param name="Reason">Why, where it was said.</param>
/// <param name="ReasonKind">Of what kind the reason is, where a closed period is touched.</param>
public sealed record AnsweredProposal(
    ProposalId Id,
    ProposalState State,
    string Relationship,
    Reference? Reference,
    string Title,
    int? MadeOn,
    ProposedCommand Command,
    string ProposedBy,
    DateTimeOffset ProposedAt,
    string? Reason,
    ReasonKind? ReasonKind)
{
    /// <summary>Of a pending one: the indices that it would move, as they are and as they would be. Otherwise nothing.</summary>
    public ImmutableArray<IndexChange> Indices { get; init; } = [];

    /// <summary>Of those indices: how far the record of the relationship has come.</summary>
    public Positions? AsOf { get; init; }

    /// <summary>Of those indices: under which rules the colours are.</summary>
    public RuleSetPin? RuleSet { get; init; }

    /// <summary>Of a pending one that would be refused as things stand: why.</summary>
    public string? Refused { get; init; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The revision that it made.</summary>
    public int? Made { get; init; }

    /// <summary>Who rejected it.</summary>
    public string? RejectedBy { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? RejectedBecause { get; init; }

    /// <summary>When it was approved or rejected, in UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>A part of the proposals.</summary>
/// <param name="Proposals">In the order in which they were made. Where only pending ones are asked for, a part may hold fewer than were looked at, or none.</param>
/// <param name="After">Where the next part begins; absent at the end.</param>
public sealed record ProposalsPage(ImmutableArray<AnsweredProposal> Proposals, ProposalId? After);
