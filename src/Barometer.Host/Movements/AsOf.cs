using System.Globalization;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Periods;
using Barometer.Host.Store;
using Npgsql;

namespace Barometer.Host.Movements;

/// <summary>
/// A moment of the record, as people name it: a time, positions, a closing or another release. It is resolved once, to positions; the answer
/// carries them, and asked again with them it is the same answer.
/// </summary>
internal static class AsOf
{
    private const string Closing = Release.Closing;
    private const string OfClosing = $"{Closing}:";
    private const string OfRelease = "release:";

    // The events of a stream are recorded one after the other, each later than those before (but for what the clocks of two
    // instances differ by). So its last one until a time is found in as many looks as
    // its length has binary digits: in steps of halving length, each taken where it does not lead past the time.
    private const string LastUntil =
        $"""
        with recursive walk as (
            select id, version, 0::bigint as position, 1::bigint << length(ltrim(version::bit(64)::text, '0')) as step from ({Standing.Streams}) s
            union all
            select w.id, w.version, case when leads then w.position + w.step / 2 else w.position end, w.step / 2
            from walk w cross join lateral (
                select exists (
                    select from {RecordStore.Schema}.mt_events e
                    where e.tenant_id = $1 and e.stream_id = w.id and e.version = w.position + w.step / 2 and e.timestamp <= $2) as leads) l
            where w.step > 1)
        select id, position from walk where step = 1 and position > 0
        """;

    /// <summary>The positions that a moment means; null, or "now", means all that is committed.</summary>
    /// <param name="session">What is read.</param>
    /// <param name="moment">As named.</param>
    /// <param name="period">The period whose closing is meant where none is named.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="now">All that is committed, where it was read already.</param>
    public static async Task<Decision<Positions>> Resolve(IQuerySession session, string? moment, PeriodId? period, CancellationToken cancellation, Positions? now = null) => moment switch
    {
        null or "now" => now ?? await Now(session, cancellation),
        Closing => period is { } meant ? await AtClosing(session, meant, cancellation) : Refusal.Usage("Say whose closing: closing:2019-11/2019-12."),
        _ when ReleaseNamed(moment) is { } release => await AtRelease(session, release, cancellation),
        _ when Time(moment) is { } time => await Until(session, time, cancellation),
        _ when Named(moment) is { } positions => Reached(now ?? await Now(session, cancellation), positions),
        _ => Refusal.Usage($"'{moment}' is no moment; one looks like 2026-01-31T12:00Z, russia:31,eu:25, closing:2019-11/2019-12, release:corrected-2020-03, start or now."),
    };

    /// <summary>True when a moment is the closing of that period.</summary>
    public static bool IsClosingOf(PeriodId period, string moment) => moment == Closing || moment == Release.OfClosing(period);

    /// <summary>The name of the release that a moment is; null for one that is none.</summary>
    public static string? ReleaseNamed(string moment)
    {
        var name = moment.StartsWith(OfRelease, StringComparison.Ordinal) ? moment[OfRelease.Length..] : moment;
        return name.StartsWith(OfClosing, StringComparison.Ordinal) || (name.Length < moment.Length && Release.CanBeCalled(name)) ? name : null;
    }

    /// <summary>The time that a moment is, in UTC; null for one that is none.</summary>
    // A day, and perhaps a time of it: a time alone would mean another day tomorrow.
    public static DateTimeOffset? Time(string moment) =>
        DateOnly.TryParseExact(moment[..Math.Min(moment.Length, 10)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : null;

    /// <summary>The positions that a moment is; null for one that is none, and where none is named.</summary>
    // "2026-01-31T12:00" would be positions, too, of a relationship of that name.
    public static Positions? Named(string? moment) =>
        moment is not null && Time(moment) is null && Positions.TryParse(moment, CultureInfo.InvariantCulture, out var positions) ? positions : null;

    /// <summary>All that is committed, and what the session's own transaction has recorded.</summary>
    public static Task<Positions> Now(IQuerySession session, CancellationToken cancellation) => Read(session, Standing.Streams, [], cancellation);

    private static async Task<Decision<Positions>> Until(IQuerySession session, DateTimeOffset time, CancellationToken cancellation) => time > DateTimeOffset.UtcNow
        ? Refusal.Usage($"{Shown.Moment(time)} lies ahead; what the record will say then is not known yet.")
        : await Read(session, LastUntil, [OneTrip.Of(time)], cancellation);

    /// <summary>Positions, where the record has come to them: one that is not reached yet would give another answer later.</summary>
    public static Decision<Positions> Reached(Positions now, Positions named)
    {
        foreach (var (relationship, position) in named.ByRelationship)
        {
            if (!now.ByRelationship.TryGetValue(relationship, out var last))
                return Refusal.NotFound($"There is no relationship '{relationship}'; positions are those of {string.Join(", ", now.ByRelationship.Keys)}.");
            if (position > last)
                return Refusal.Usage($"{relationship} has come to position {last}, not yet to {position}.");
        }

        return named;
    }

    private static async Task<Decision<Positions>> AtClosing(IQuerySession session, PeriodId period, CancellationToken cancellation) =>
        await SnapshotReading.Of(session, period, cancellation) is { } snapshot
            ? snapshot.Positions
            : Refusal.NotFound($"{period} is not closed; it has no snapshot yet.");

    private static async Task<Decision<Positions>> AtRelease(IQuerySession session, string name, CancellationToken cancellation)
    {
        if (name.StartsWith(OfClosing, StringComparison.Ordinal))
            return PeriodId.Read(name[OfClosing.Length..]).Accepted(out var period, out var refusal) ? await AtClosing(session, period, cancellation) : refusal;
        var released = (await session.Events.FetchStreamAsync(Release.Stream, token: cancellation)).Select(e => e.Data).OfType<FiguresReleased>().ToArray();
        return released.FirstOrDefault(r => r.Name == name) is { } found
            ? found.Positions
            : Refusal.NotFound($"There is no release '{name}'; beside closings there {(released is [] ? "is none" : $"are {string.Join(", ", released.Select(r => r.Name))}")}.");
    }

    private static async Task<Positions> Read(IQuerySession session, string statement, NpgsqlParameter[] values, CancellationToken cancellation) =>
        Positions.Of(await StreamedRows.Of(session, statement, [OneTrip.Of(session.TenantId), .. values], Standing.Reached, cancellation).ToListAsync(cancellation));
}
