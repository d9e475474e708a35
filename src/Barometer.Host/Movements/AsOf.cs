using System.Globalization;
using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Developments;
using Barometer.Host.Periods;
using Barometer.Host.Store;

namespace Barometer.Host.Movements;

/// <summary>
/// A moment of the record, as people name it: a time, positions, or a closing. It is resolved once, to positions; the answer
/// carries them, and asked again with them it is the same answer.
/// </summary>
internal static class AsOf
{
    private const string Closing = "closing";
    private static readonly string Streams = Declaring.StreamOf("");

    /// <summary>The positions that a moment means; null, or "now", means all that is committed.</summary>
    /// <param name="session">What is read.</param>
    /// <param name="moment">As named.</param>
    /// <param name="period">The period whose closing is meant where none is named.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<Positions>> Resolve(IQuerySession session, string? moment, PeriodId? period, CancellationToken cancellation) => moment switch
    {
        null or "now" => await Until(session, DateTimeOffset.MaxValue, cancellation),
        Closing => period is { } meant ? await AtClosing(session, meant, cancellation) : Refusal.Usage("Say whose closing: closing:2019-11/2019-12, or name the period (--period)."),
        _ when moment.StartsWith($"{Closing}:", StringComparison.Ordinal) => Saying.Period(moment[(Closing.Length + 1)..]).Accepted(out var named, out var refusal) ? await AtClosing(session, named, cancellation) : refusal,
        _ when Positions.TryParse(moment, CultureInfo.InvariantCulture, out var positions) => positions,
        _ when DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => await Until(session, time, cancellation),
        _ => Refusal.Usage($"'{moment}' is no moment; one looks like 2026-01-31T12:00Z, russia:31,eu:25, closing:2019-11/2019-12, start or now."),
    };

    private static async Task<Decision<Positions>> Until(IQuerySession session, DateTimeOffset time, CancellationToken cancellation)
    {
        var sql = time == DateTimeOffset.MaxValue
            ? $"select json_build_object('stream', id, 'position', version) from {RecordStore.Schema}.mt_streams where tenant_id = ? and id like ?"
            : $"select json_build_object('stream', stream_id, 'position', max(version)) from {RecordStore.Schema}.mt_events where tenant_id = ? and stream_id like ? and timestamp <= ? group by stream_id";
        object[] asked = time == DateTimeOffset.MaxValue ? [session.TenantId, $"{Streams}%"] : [session.TenantId, $"{Streams}%", time.ToUniversalTime()];
        var reached = await session.AdvancedSql.QueryAsync<Reached>(sql, cancellation, asked);
        return Positions.Of(reached.Select(r => KeyValuePair.Create(r.Stream[Streams.Length..], r.Position)));
    }

    private static async Task<Decision<Positions>> AtClosing(IQuerySession session, PeriodId period, CancellationToken cancellation) =>
        await SnapshotReading.Of(session, period, cancellation) is { } snapshot
            ? snapshot.Positions
            : Refusal.NotFound($"{period} is not closed; it has no snapshot yet.");

    private sealed record Reached(string Stream, long Position);
}
