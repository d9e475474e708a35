using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Store;

namespace Barometer.Host.Movements;

/// <summary>Reads movements between two moments of the record.</summary>
internal static class MovementReading
{
    /// <summary>The movements after the first moment, up to and including the second, in the order of each stream.</summary>
    public static Task<IReadOnlyList<Movement>> Between(IQuerySession session, Positions from, Positions to, CancellationToken cancellation) =>
        Read(session, from, to, only: "", [], cancellation);

    /// <summary>Those of them that moved the indices of these periods.</summary>
    public static Task<IReadOnlyList<Movement>> Between(IQuerySession session, Positions from, Positions to, IEnumerable<PeriodId> periods, CancellationToken cancellation) =>
        Read(session, from, to, only: "and m.period = any(?)", [periods.Select(p => p.ToString()).ToArray()], cancellation);

    private static Task<IReadOnlyList<Movement>> Read(IQuerySession session, Positions from, Positions to, string only, object[] of, CancellationToken cancellation) =>
        session.AdvancedSql.QueryAsync<Movement>(
            $"""
            select json_build_object(
                'place', json_build_object('relationship', m.relationship, 'position', m.position, 'sequence', m.sequence, 'recordedAt', m.recorded_at),
                'reference', m.reference, 'revision', m.revision, 'cause', m.cause, 'actor', m.actor, 'reason', m.reason, 'reasonKind', m.reason_kind, 'approvedBy', m.approved_by,
                'period', m.period, 'day', m.day, 'dimension', m.dimension,
                'positive', m.positive, 'negative', m.negative, 'developments', m.developments)
            from {RecordStore.Schema}.movements m
            join unnest(?::text[], ?::bigint[], ?::bigint[]) as p (relationship, since, until)
              on m.relationship = p.relationship and m.position > p.since and m.position <= p.until
            where m.barometer = ? {only} order by m.relationship, m.position, m.day
            """,
            cancellation,
            [
                to.ByRelationship.Keys.ToArray(),
                to.ByRelationship.Keys.Select(r => from[r]).ToArray(),
                to.ByRelationship.Values.ToArray(),
                session.TenantId,
                .. of,
            ]);
}
