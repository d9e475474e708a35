using Barometer.Domain.Barometers;
using Barometer.Host.Store;

namespace Barometer.Host.Record;

/// <summary>The order in which every transaction locks relationships.</summary>
internal static class Locking
{
    // Row after row as the keys come; each is looked up by itself (see OneTrip).
    private const string InOrder = $"select s.* from unnest($2) k cross join lateral (select id, version from {RecordStore.Schema}.mt_streams where tenant_id = $1 and id = k for update) s";

    /// <summary>Locks the streams of relationships until the end of the transaction, in ordinal order, so that two never wait for each other.</summary>
    public static async Task LockRelationships(this IDocumentSession session, IEnumerable<string> relationships, CancellationToken cancellation)
    {
        foreach (var stream in relationships.Select(Declaring.StreamOf).Distinct().Order(StringComparer.Ordinal))
            await session.Events.AppendExclusive(stream, cancellation);
    }

    /// <summary>Locks streams until the end of the transaction, in the same order, in one statement however many there are.</summary>
    public static async Task LockStreams(this IDocumentSession session, string[] streams, CancellationToken cancellation)
    {
        await session.BeginTransactionAsync(cancellation);
        await session.AdvancedSql.QueryAsync<string>(
            $"""select id from {RecordStore.Schema}.mt_streams where tenant_id = ? and id = any(?) order by id collate "C" for update""", cancellation, session.TenantId, streams);
    }

    /// <summary>Locks streams in one round trip with what is read under their locks, in the same order, and tells the last position of each.</summary>
    public static List<KeyValuePair<string, long>> LockStreams(this OneTrip trip, IEnumerable<string> streams) =>
        trip.Ask(InOrder, r => KeyValuePair.Create(r.GetString(0), r.GetInt64(1)), OneTrip.Of(streams.Distinct().Order(StringComparer.Ordinal).ToArray()));
}
