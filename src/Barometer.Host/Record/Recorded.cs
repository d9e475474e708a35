using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Proposals;

namespace Barometer.Host.Record;

/// <summary>The answer to a command on developments.</summary>
/// <param name="Changes">What was recorded, one entry an event.</param>
/// <param name="Indices">The indices that moved, before and after; the others stand as they were.</param>
public sealed record Recorded(ImmutableArray<RecordedChange> Changes, ImmutableArray<IndexChange> Indices)
{
    /// <summary>What was proposed instead, where somebody else has to approve it first; then nothing else was recorded, and nothing moved.</summary>
    public RecordedProposal? Proposal { get; init; }
}

/// <summary>A change that waits for approval.</summary>
/// <param name="Id">The name of the proposal.</param>
/// <param name="Indices">The indices that it would move, as they are and as they would be.</param>
public sealed record RecordedProposal(ProposalId Id, ImmutableArray<IndexChange> Indices);

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
public sealed record IndexChange(IndexFigure Before, IndexFigure After);
