using System.Runtime.CompilerServices;
using System.Text.Json;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Host.Store;
using Npgsql;

namespace Barometer.Host.Developments;

/// <summary>A development of the catalogue, and where its last revision stands in the record.</summary>
/// <param name="Development">As it stood.</param>
/// <param name="Position">The position of its last event in the relationship's stream.</param>
/// <param name="RecordedAt">When that was recorded, in UTC.</param>
internal sealed record CataloguedDevelopment(Development Development, long Position, DateTimeOffset RecordedAt);

/// <summary>Reads developments one after the other as they stood at positions, withdrawn ones included: however many there are, one is kept at a time.</summary>
internal static class CatalogueReading
{
    private static readonly Dictionary<string, Type> Types = Contracts.Names.ToDictionary(n => n.Value, n => n.Key);

    /// <summary>Folds each development from its events, which come development by development in the order of their references.</summary>
    /// <param name="session">What is read; it can be asked nothing else meanwhile.</param>
    /// <param name="relationships">Of which relationships, and in which order.</param>
    /// <param name="until">Up to and including which positions.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async IAsyncEnumerable<CataloguedDevelopment> Streaming(
        IQuerySession session, string[] relationships, Positions until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = default(CataloguedDevelopment);
        await foreach (var (position, recordedAt, e) in Events(session, relationships, until, cancellation))
        {
            if (last is not null && last.Development.Reference != e.Reference)
                yield return last;
            var before = last?.Development.Reference == e.Reference ? last.Development : null;
            last = new CataloguedDevelopment(Development.Fold(before, e), position, recordedAt);
        }

        if (last is not null)
            yield return last;
    }

    private static IAsyncEnumerable<(long Position, DateTimeOffset RecordedAt, DevelopmentEvent Event)> Events(
        IQuerySession session, string[] relationships, Positions until, CancellationToken cancellation) => StreamedRows.Of(
        session,
        $"""
        select h.position, h.recorded_at, e.type, e.data
        from {RecordStore.Schema}.revision_history h
        join unnest($2, $3) with ordinality as p (relationship, until, ordinal) on h.relationship = p.relationship and h.position <= p.until
        join {RecordStore.Schema}.mt_events e on e.seq_id = h.sequence
        where h.barometer = $1
        order by p.ordinal, split_part(h.reference, '-', 2)::int, split_part(h.reference, '-', 3)::int, h.revision
        """,
        [
            new NpgsqlParameter<string> { TypedValue = session.TenantId },
            new NpgsqlParameter<string[]> { TypedValue = relationships },
            new NpgsqlParameter<long[]> { TypedValue = [.. relationships.Select(r => until[r])] },
        ],
        row => (row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), (DevelopmentEvent)JsonSerializer.Deserialize(row.GetString(3), Types[row.GetString(2)], RecordJson.Options)!),
        cancellation);
}
