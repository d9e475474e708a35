using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Host.Store;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;

namespace Barometer.Host.Record;

/// <summary>
/// Appends many developments to many streams. A session takes two statements for every stream and one for every event, which
/// is most of what a large import waits for; here it is one for all streams and one for all events. Nothing else differs: the
/// events and the projections in their transaction come out as if the session had appended them.
/// </summary>
internal static class AppendingMany
{
    private const string Advance =
        $"""
        update {RecordStore.Schema}.mt_streams s set version = version + events
        from unnest(?::text[], ?::bigint[]) as a (stream, events) where tenant_id = ? and id = stream
        returning json_build_object('stream', id, 'version', version)
        """;

    private const string Numbers = $"select nextval('{RecordStore.Schema}.mt_events_sequence') from generate_series(1, ?)";

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
    public static async Task AppendMany(this IDocumentSession session, IReadOnlyCollection<DevelopmentRecorded> developments, CancellationToken cancellation)
    {
        var store = (StoreOptions)session.DocumentStore.Options;
        var registry = (IEventRegistry)store.Events;
        StreamAction[] streams =
        [
            .. from d in developments
               group registry.BuildEvent(d) by Declaring.StreamOf(d.Relationship) into s
               select new StreamAction(s.Key, StreamActionType.Append) { TenantId = session.TenantId }.AddEvents([.. s]),
        ];
        await session.BeginTransactionAsync(cancellation);
        await Place(session, registry, streams, cancellation);
        session.QueueSqlCommand(Insert, [session.TenantId, .. Columns([.. streams.SelectMany(s => s.Events)], store.Serializer())]);
        foreach (var projection in store.Projections.All.Where(p => p.Lifecycle == ProjectionLifecycle.Inline))
            await projection.BuildForInline().ApplyAsync(session, streams, cancellation);
    }

    // Where each event stands: in its stream, whose version goes up by all of them, and in the record.
    private static async Task Place(IDocumentSession session, IEventRegistry registry, StreamAction[] streams, CancellationToken cancellation)
    {
        var (keys, counts) = (streams.Select(s => s.Key).ToArray(), streams.Select(s => (long)s.Events.Count).ToArray());
        var versions = (await session.AdvancedSql.QueryAsync<StreamVersion>(Advance, cancellation, keys, counts, session.TenantId))
            .ToDictionary(v => v.Stream, v => v.Version, StringComparer.Ordinal);
        var numbers = new Queue<long>(await session.AdvancedSql.QueryAsync<long>(Numbers, cancellation, counts.Sum()));
        foreach (var stream in streams)
        {
            if (!versions.TryGetValue(stream.Key!, out var version))
                throw new InvalidOperationException($"The stream '{stream.Key}' was never started.");
            stream.PrepareEvents(version - stream.Events.Count, registry, numbers, (IMetadataContext)session);
        }
    }

    private static object[] Columns(IEvent[] events, ISerializer serializer) =>
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
        events.Select(e => serializer.ToJson(e.Data)).ToArray(),
        events.Select(e => e.Headers is { } headers ? serializer.ToJson(headers) : null).ToArray(),
    ];

    private sealed record StreamVersion(string Stream, long Version);
}
