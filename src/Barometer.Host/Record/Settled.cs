using System.Diagnostics;
using Barometer.Host.Store;
using Npgsql;

namespace Barometer.Host.Record;

/// <summary>
/// Up to which sequence everything that can ever be there is there. Sequences are drawn before their transactions commit, so that a lower
/// one may come to light after a higher one. A reader who goes by what is settled never passes one that is still to come.
/// </summary>
/// <remarks>
/// Numbers without a gap are settled as they are. A gap is a writer that has not committed, or one that never will; it is closed when every
/// transaction is over that was running <see cref="Grace"/> after it was seen, the time that a writer has between drawing a number and its
/// first write. Which numbers a transaction has drawn cannot be told from its own: it may have begun before another and drawn after it.
/// </remarks>
internal sealed class Settled(IDocumentStore store) : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // What is older is settled for an instance that has just started: no transaction of the service takes so long.
    private const string Long = "interval '1 hour'";
    private const int Many = 10_000;

    private const string Old = $"select coalesce((select seq_id from {RecordStore.Schema}.mt_events where timestamp < now() - {Long} order by seq_id desc limit 1), 0)";

    private const string WithoutGap =
        $"""
        select coalesce(max(seq_id), $1) from (
            select seq_id, row_number() over (order by seq_id) as place from {RecordStore.Schema}.mt_events where seq_id > $1 order by seq_id limit $2) as next
        where seq_id = $1 + place
        """;

    private const string Drawn = $"select case when is_called then last_value else 0 end from {RecordStore.Schema}.mt_events_sequence";

    // Whole transaction numbers: they never start again from the beginning.
    private const string Running = "select array[pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint] from pg_current_snapshot() s";

    private readonly SemaphoreSlim _turn = new(1);
    private long? _upTo;
    private Gap? _gap;

    /// <summary>Up to where it is settled now. What is read is to be read afterwards.</summary>
    public async Task<long> UpTo(CancellationToken cancellation) => (await Look(cancellation)).UpTo;

    /// <summary>The same, once everything that was drawn before is settled, or patience is over.</summary>
    public async Task<long> UpTo(TimeSpan patience, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var (upTo, wanted) = await Look(cancellation);
        while (upTo < wanted && Stopwatch.GetElapsedTime(start) < patience)
        {
            await Task.Delay(Pause, cancellation);
            upTo = await UpTo(cancellation);
        }

        return upTo;
    }

    public void Dispose() => _turn.Dispose();

    private async Task<(long UpTo, long Drawn)> Look(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var connection = store.Storage.Database.CreateConnection();
            await connection.OpenAsync(cancellation);
            return await Look(connection, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<(long UpTo, long Drawn)> Look(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // Before the events: what is drawn by now and not there then is a gap.
        var drawn = await Ask<long>(connection, Drawn, cancellation);
        var upTo = await Advance(connection, _upTo ?? await Ask<long>(connection, Old, cancellation), cancellation);
        if (upTo >= drawn)
            _gap = null;
        else if (_gap is null || _gap.UpTo <= upTo)
            _gap = new Gap(drawn, Stopwatch.GetTimestamp(), Writers: null);
        if (_gap is { } gap && await Close(connection, gap, cancellation))
        {
            upTo = await Advance(connection, Math.Max(upTo, gap.UpTo), cancellation);
            _gap = null;
        }

        _upTo = upTo;
        return (upTo, drawn);
    }

    private async Task<bool> Close(NpgsqlConnection connection, Gap gap, CancellationToken cancellation)
    {
        if (await Ask<long[]>(connection, Running, cancellation) is not [var oldest, var next])
            return false;
        if (gap.Writers is null && Stopwatch.GetElapsedTime(gap.Since) >= Grace)
            _gap = gap = gap with { Writers = next };
        return gap.Writers <= oldest;
    }

    private static async Task<long> Advance(NpgsqlConnection connection, long from, CancellationToken cancellation)
    {
        for (var last = from; ; last = from)
        {
            from = await Ask<long>(connection, WithoutGap, cancellation, from, Many);
            if (from < last + Many)
                return from;
        }
    }

    private static async Task<T> Ask<T>(NpgsqlConnection connection, string question, CancellationToken cancellation, params object[] parameters)
    {
        await using var ask = new NpgsqlCommand(question, connection);
        foreach (var parameter in parameters)
            ask.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return (T)(await ask.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Numbers that were drawn and are not there.</summary>
    /// <param name="UpTo">The last that was drawn when it was seen.</param>
    /// <param name="Since">When that was.</param>
    /// <param name="Writers">The transaction before which all have to be over; null while the grace lasts.</param>
    private sealed record Gap(long UpTo, long Since, long? Writers);
}
