using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Proposals;

/// <summary>A change was proposed. It moves nothing, and is no revision of the development, before somebody else approves it.</summary>
public sealed record ChangeProposed
{
    /// <summary>The name of the proposal.</summary>
    public required ProposalId Proposal { get; init; }

    /// <summary>Whose development it is about.</summary>
    public required string Relationship { get; init; }

    /// <summary>Which development; null where a new one is proposed.</summary>
    public Reference? Reference { get; init; }

    /// <summary>The revision that it was made on, and lapses with; null where a new development is proposed.</summary>
    public int? Revision { get; init; }

    /// <summary>What is to be done.</summary>
    public required ProposedCommand Command { get; init; }

    /// <summary>Who proposed it.</summary>
    public required string Actor { get; init; }

    /// <summary>Why, where it was said.</summary>
    public string? Reason { get; init; }

    /// <summary>Of what kind the reason is, where a closed period is touched.</summary>
    public ReasonKind? ReasonKind { get; init; }
}

/// <summary>The decision to propose, where a change would otherwise have been recorded.</summary>
public static class Proposing
{
    /// <summary>
    /// True where a change moves figures that nobody moves alone, those of a closed period or of any where the settings say so, and nobody
    /// else has approved it. What posts nothing moves none: notes, links, descriptions, classifications, and whatever happens to a
    /// development without points.
    /// </summary>
    /// <param name="changes">What was decided.</param>
    /// <param name="settings">The barometer's settings.</param>
    /// <param name="periods">Every period that the changes are about.</param>
    public static bool IsNeeded(IEnumerable<DevelopmentEvent> changes, Settings settings, IEnumerable<Period> periods)
    {
        var moved = changes.Where(e => e.ApprovedBy is null).SelectMany(Posting.PeriodsOf).ToHashSet();
        return moved.Count > 0 && (settings.TwoPersons == TwoPersons.EveryPeriod || periods.Any(p => p.IsClosed && moved.Contains(p.PeriodId)));
    }

    /// <summary>Proposes what was decided instead of recording it.</summary>
    /// <param name="command">What was asked; it is kept as asked, but of the revision that it was decided on.</param>
    /// <param name="relationship">Whose development it is about.</param>
    /// <param name="change">What was decided.</param>
    /// <param name="ordinal">1 for the first proposal on the same subject.</param>
    public static ChangeProposed Propose(object command, string relationship, DevelopmentEvent change, int ordinal)
    {
        var seen = change is DevelopmentRecorded ? (int?)null : change.Revision - 1;
        return new ChangeProposed
        {
            Proposal = new ProposalId(ProposalId.SubjectOf(change), ordinal),
            Relationship = relationship,
            Reference = seen is null ? null : change.Reference,
            Revision = seen,
            Command = ProposedCommand.Of(command is DevelopmentCommand revising ? revising with { Revision = seen } : command),
            Actor = change.Actor,
            Reason = change.Reason,
            ReasonKind = change.ReasonKind,
        };
    }
}
