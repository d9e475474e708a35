using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Host.Movements;

namespace Barometer.Host.Record;

/// <summary>The end of every command on developments: its events are recorded, and the answer says which indices they moved.</summary>
internal static class RecordingDevelopments
{
    /// <summary>Records events, each in the stream of its relationship, which this transaction has locked.</summary>
    public static async Task<Decision<Recorded>> RecordAndAnswer(
        this RecordTransaction transaction, IEnumerable<(string Relationship, DevelopmentEvent Event)> events, CancellationToken cancellation)
    {
        var changes = ImmutableArray.CreateBuilder<RecordedChange>();
        var movements = new List<Movement>();
        foreach (var (relationship, e) in events)
        {
            transaction.Record(relationship, e);
            var position = transaction.Position(Declaring.StreamOf(relationship));
            changes.Add(new RecordedChange(e.Reference, e.Revision, Contracts.Names[e.GetType()], relationship, position));
            movements.AddRange(Posting.Of(e, new RecordPlace(relationship, position, Sequence: 0, RecordedAt: default)));
        }

        return await transaction.Commit(new Recorded(changes.ToImmutable(), await Moved(transaction.Session, movements, cancellation)), cancellation);
    }

    /// <summary>What movements of one relationship do to its indices as they stand before them.</summary>
    public static async Task<ImmutableArray<IndexChange>> Moved(IQuerySession session, IEnumerable<Movement> movements, CancellationToken cancellation)
    {
        // A development that is redated moves from one day to another, and no index.
        var moved = IndexFigure.Sum(movements).Where(i => (i.Positive, i.Negative, i.Developments) != (0, 0, 0)).ToArray();
        var before = moved is [] ? [] : await IndexReading.Now(session, moved[0].Relationship, cancellation);
        return [.. moved.Select(m => Change(m, before))];
    }

    private static IndexChange Change(IndexFigure moved, IEnumerable<IndexFigure> indices)
    {
        var before = indices.FirstOrDefault(i => (i.Dimension, i.Period) == (moved.Dimension, moved.Period)) ?? moved with { Positive = 0, Negative = 0, Developments = 0 };
        return new IndexChange(before, before with
        {
            Positive = before.Positive + moved.Positive,
            Negative = before.Negative + moved.Negative,
            Developments = before.Developments + moved.Developments,
        });
    }
}
