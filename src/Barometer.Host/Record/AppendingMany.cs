using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Host.Store;
using Barometer.Projections;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Npgsql;

namespace Barometer.Host.Record;

/// <summary>
/// Appends events to streams, however many: those of an import, and those of one command. A session takes two statements for every stream and
/// one for every event, which is most of what a large import waits for; here it is one for all streams and one for all events. Nothing else differs: the
/// events and the projections in their transaction come out as if the session had appended them.
/// </summary>
internal static class AppendingMany
{
    // Where each event stands: in its stream, whose version goes up by all of them, and in the record, in the order in which the streams are named.
    private const string Advance =
        $"""
        with a as (select * from unnest($2, $3, $4) with ordinality as a (stream, starts, events, place)),
            started as (
                insert into {RecordStore.Schema}.mt_streams (tenant_id, id, type, version)
                select $1, stream, starts, events from a where starts is not null returning id, version),
            advanced as (
                update {RecordStore.Schema}.mt_streams set version = version + events from a
                where tenant_id = $1 and id = stream and starts is null returning id, version)
        select id, version, array(select nextval('{RecordStore.Schema}.mt_events_sequence') from generate_series(1, events))
        from (select id, s.version, events from (select * from started union all select * from advanced) s join a on id = stream order by place) s
        """;

    // The documents come as text: an array of jsonb would be made, and copied, once more for each planning of the statement.
    private const string Insert =
        $"""
        insert into {RecordStore.Schema}.mt_events
            (tenant_id, seq_id, id, stream_id, version, type, mt_dotnet_type, timestamp, correlation_id, causation_id, user_name, data, headers)
        select ?, seq_id, id, stream_id, version, type, mt_dotnet_type, timestamp, correlation_id, causation_id, user_name, data::jsonb, headers::jsonb
        from unnest(?::bigint[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            as e (seq_id, id, stream_id, version, type, mt_dotnet_type, timestamp, correlation_id, causation_id, user_name, data, headers)
        """;

    /// <summary>Appends developments to streams that the session has locked. They are in the record once it is saved.</summary>
    /// <exception cref="InvalidOperationException">A stream was never started.</exception>
    public static Task AppendMany(this IDocumentSession session, IEnumerable<DevelopmentRecorded> developments, CancellationToken cancellation) =>
        session.AppendMany(developments.Select(d => new Appended(Declaring.StreamOf(d.Relationship), d)), ImmutableDictionary<string, object>.Empty, [], cancellation);

    /// <summary>
    /// Appends events to streams that the session has locked, or starts, and keeps the receipts of their commands; documents that were read under
    /// the locks are not looked up again.
    /// </summary>
    /// <exception cref="InvalidOperationException">A stream was never started.</exception>
    public static async Task AppendMany(this IDocumentSession session, IEnumerable<Appended> events, IReadOnlyDictionary<string, object> read, IReadOnlyCollection<Receipt> receipts, CancellationToken cancellation)
    {
        var store = (StoreOptions)session.DocumentStore.Options;
        var registry = (IEventRegistry)store.Events;
        StreamAction[] streams = [.. events.GroupBy(e => e.Stream, StringComparer.Ordinal).Select(s => Stream([.. s], registry, session.TenantId))];
        await session.BeginTransactionAsync(cancellation);
        var placed = PlaceEach(session, registry, streams, receipts, cancellation);
        // Written out while the database places them, and takes the receipts.
        IEvent[] placing = [.. streams.SelectMany(s => s.Events)];
        var data = placing.Select(e => store.Serializer().ToJson(e.Data)).ToArray();
        await placed;
        session.QueueOperation(new QueuedStatement(Insert, [session.TenantId, .. Columns(placing, data, store.Serializer())]));
        foreach (var projection in store.Projections.All.Where(p => p.Lifecycle == ProjectionLifecycle.Inline))
            await (projection is IFollowsDocuments following ? following.Follow(session, streams, read, cancellation) : projection.BuildForInline().ApplyAsync(session, streams, cancellation));
    }

    private static StreamAction Stream(Appended[] events, IEventRegistry registry, string barometer) =>
        new StreamAction(events[0].Stream, events[0].Starts is null ? StreamActionType.Append : StreamActionType.Start) { TenantId = barometer, AggregateType = events[0].Starts }
            .AddEvents([.. events.Select(e => e.By is { } by ? by.Sign(registry.BuildEvent(e.Event)) : registry.BuildEvent(e.Event))]);

    private static async Task PlaceEach(IDocumentSession session, IEventRegistry registry, StreamAction[] streams, IReadOnlyCollection<Receipt> receipts, CancellationToken cancellation)
    {
        var keys = streams.Select(s => s.Key).ToArray();
        var starts = streams.Select(s => s.AggregateType is { } type ? registry.AggregateAliasFor(type) : null).ToArray();
        var counts = streams.Select(s => (long)s.Events.Count).ToArray();
        await using var ask = new NpgsqlBatch(session.Connection) { BatchCommands = { new(Advance) { Parameters = { OneTrip.Of(session.TenantId), OneTrip.Of(keys), OneTrip.Of(starts), OneTrip.Of(counts) } } } };
        if (receipts.Count > 0)
            ask.BatchCommands.Add(receipts.Keeping(session.TenantId));
        await using var reader = await ask.ExecuteReaderAsync(cancellation);
        var places = new Dictionary<string, (long Version, long[] Numbers)>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
            places.Add(reader.GetString(0), (reader.GetInt64(1), reader.GetFieldValue<long[]>(2)));
        await reader.NextResultAsync(cancellation);
        foreach (var stream in streams)
        {
            if (!places.TryGetValue(stream.Key!, out var place))
                throw new InvalidOperationException($"The stream '{stream.Key}' was never started.");
            stream.PrepareEvents(place.Version - stream.Events.Count, registry, new Queue<long>(place.Numbers), (IMetadataContext)session);
        }
    }

    private static object[] Columns(IEvent[] events, string[] data, ISerializer serializer) =>
    [
        events.Select(e => e.Sequence).ToArray(),
        events.Select(e => e.Id).ToArray(),
        events.Select(e => e.StreamKey).ToArray(),
        events.Select(e => e.Version).ToArray(),
        events.Select(e => e.EventTypeName).ToArray(),
        events.Select(e => e.DotNetTypeName).ToArray(),
        events.Select(e => e.Timestamp).ToArray(),
        events.Select(e => e.CorrelationId).ToArray(),
        events.Select(e => e.CausationId).ToArray(),
        events.Select(e => e.UserName).ToArray(),
        data,
        events.Select(e => e.Headers is { } headers ? serializer.ToJson(headers) : null).ToArray(),
    ];
}
