using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.RuleSets;

namespace Barometer.Host.Record;

/// <summary>The answer to a command on developments.</summary>
/// <param name="Changes">What was recorded, one entry an event.</param>
/// <param name="Indices">The indices that moved, before and after; the others stand as they were.</param>
public sealed record Recorded(ImmutableArray<RecordedChange> Changes, ImmutableArray<IndexChange> Indices)
{
    /// <summary>How far the record of each relationship that was changed had come with it: the indices after are as of these. Absent in answers of builds that did not say it.</summary>
    public Positions? AsOf { get; init; }

    /// <summary>Under which rules the colours are.</summary>
    public RuleSetPin RuleSet { get; init; } = Domain.RuleSets.RuleSet.AsPublished.Pin;

    /// <summary>The closed periods that were touched, in order; their snapshots stand.</summary>
    public ImmutableArray<PeriodId> ClosedPeriods { get; init; } = [];

    /// <summary>What was proposed instead, where somebody else has to approve it first; then nothing else was recorded, and nothing moved.</summary>
    public RecordedProposal? Proposal { get; init; }
}

/// <summary>A change that waits for approval.</summary>
/// <param name="Id">The name of the proposal.</param>
/// <param name="Indices">The indices that it would move, as they are and as they would be.</param>
/// <param name="AsOf">How far the record of its relationship had come: they are as of this. Absent in answers of builds that did not say it.</param>
/// <param name="ClosedPeriods">The closed periods that it would touch, in order.</param>
public sealed record RecordedProposal(ProposalId Id, ImmutableArray<IndexChange> Indices, Positions? AsOf, ImmutableArray<PeriodId> ClosedPeriods);

/// <summary>One event recorded.</summary>
/// <param name="Reference">Of which development.</param>
/// <param name="Revision">The revision that it made.</param>
/// <param name="Event">Its name in the record.</param>
/// <param name="Relationship">In whose stream.</param>
/// <param name="Position">Its position there.</param>
public sealed record RecordedChange(Reference Reference, int Revision, string Event, string Relationship, long Position);

/// <summary>What a command did to an index.</summary>
/// <param name="Before">The index before.</param>
/// <param name="After">The index after.</param>
/// <param name="BandBefore">Its colour as published before; "none" where it lay in no band, null where its dimension has no scale.</param>
/// <param name="BandAfter">Its colour after.</param>
public sealed record IndexChange(IndexFigure Before, IndexFigure After, string? BandBefore, string? BandAfter)
{
    /// <summary>A change of an index, with its colours.</summary>
    public static IndexChange Of(IndexFigure before, IndexFigure after) =>
        new(before, after, RuleSet.AsPublished.Colour(before.Dimension, before.Aggregate), RuleSet.AsPublished.Colour(after.Dimension, after.Aggregate));

    /// <summary>What movements do to indices as they stand before them; those that are not there stand at zero.</summary>
    public static IEnumerable<IndexChange> Of(IEnumerable<Movement> movements, IEnumerable<IndexFigure> indices)
    {
        var standing = indices.ToDictionary(i => (i.Relationship, i.Dimension, i.Period));
        // A development that is redated moves from one day to another, and no index.
        return from moved in IndexFigure.Sum(movements)
               where (moved.Positive, moved.Negative, moved.Developments) != (0, 0, 0)
               let before = standing.GetValueOrDefault((moved.Relationship, moved.Dimension, moved.Period)) ?? moved with { Positive = 0, Negative = 0, Developments = 0 }
               select Of(before, before with
               {
                   Positive = before.Positive + moved.Positive,
                   Negative = before.Negative + moved.Negative,
                   Developments = before.Developments + moved.Developments,
               });
    }
}
