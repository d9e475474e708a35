using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Store;

namespace Barometer.Host.Movements;

/// <summary>Reads movements between two moments of the record.</summary>
internal static class MovementReading
{
    private const string Movement =
        """
        json_build_object(
            'place', json_build_object('relationship', m.relationship, 'position', m.position, 'sequence', m.sequence, 'recordedAt', m.recorded_at),
            'reference', m.reference, 'revision', m.revision, 'cause', m.cause, 'actor', m.actor, 'reason', m.reason, 'reasonKind', m.reason_kind,
            'period', m.period, 'day', m.day, 'dimension', m.dimension,
            'positive', m.positive, 'negative', m.negative, 'developments', m.developments)
        """;

    // Those of a barometer up to positions, and of one period where one is named.
    private const string UpTo =
        $"""
        from {RecordStore.Schema}.movements m
        join unnest(?::text[], ?::bigint[]) with ordinality as p (relationship, until, ordinal) on m.relationship = p.relationship and m.position <= p.until
        where m.barometer = ? and m.period = coalesce(?, m.period)
        """;

    /// <summary>The movements after the first moment, up to and including the second, in the order of each stream.</summary>
    public static Task<IReadOnlyList<Movement>> Between(IQuerySession session, Positions from, Positions to, CancellationToken cancellation) =>
        session.AdvancedSql.QueryAsync<Movement>(
            $"""
            select {Movement} from {RecordStore.Schema}.movements m
            join unnest(?::text[], ?::bigint[], ?::bigint[]) as p (relationship, since, until)
              on m.relationship = p.relationship and m.position > p.since and m.position <= p.until
            where m.barometer = ? order by m.relationship, m.position, m.day
            """,
            cancellation,
            to.ByRelationship.Keys.ToArray(),
            to.ByRelationship.Keys.Select(r => from[r]).ToArray(),
            to.ByRelationship.Values.ToArray(),
            session.TenantId);

    /// <summary>All movements up to positions as they come, stream by stream in that order: however many there are, none is kept.</summary>
    /// <param name="session">What is read; it can be asked nothing else meanwhile.</param>
    /// <param name="relationships">Of which relationships, and in which order.</param>
    /// <param name="until">Up to and including which positions.</param>
    /// <param name="period">Of which period; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IAsyncEnumerable<Movement> Streaming(IQuerySession session, string[] relationships, Positions until, PeriodId? period, CancellationToken cancellation) =>
        session.AdvancedSql.StreamAsync<Movement>(
            $"""select {Movement} {UpTo} order by p.ordinal, m.position, m.period collate "C", m.day, m.dimension collate "C" """,
            cancellation, Named(session, relationships, until, period));

    /// <summary>How many these are.</summary>
    public static async Task<long> Count(IQuerySession session, string[] relationships, Positions until, PeriodId? period, CancellationToken cancellation) =>
        (await session.AdvancedSql.QueryAsync<long>($"select count(*) {UpTo}", cancellation, Named(session, relationships, until, period)))[0];

    private static object[] Named(IQuerySession session, string[] relationships, Positions until, PeriodId? period) =>
        [relationships, relationships.Select(r => until[r]).ToArray(), session.TenantId, (object?)period?.ToString() ?? DBNull.Value];
}
