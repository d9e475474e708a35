using System.Diagnostics;
using System.Globalization;
using Barometer.Benchmarks.Measuring;
using Barometer.Domain.Movements;
using Barometer.Host.Replays;
using Barometer.Host.Store;
using Marten;
using Npgsql;

namespace Barometer.Benchmarks.Replays;

/// <summary>How long does it take from rows in PostgreSQL to columns that a replay can run over, and how long a bare binary COPY of the same rows, which is thrown away?</summary>
internal static class ColumnsBenchmark
{
    private const string Barometer = "coded";

    public static async Task Run(TemporaryRecord record, Size size, Report report, CancellationToken cancellation)
    {
        var data = new CodedData(size.ColumnRows);
        report.Say($"Putting {data.Count} rows into the columns …");
        await new SeededColumns(record, Barometer, data).Write(cancellation);
        await using var store = DocumentStore.For(options => RecordStore.Configure(options, record.Connection));
        var positions = data.Positions;
        var figures = await Comparison.Alternate(
            size.Rounds,
            round => Ready(store, data, positions, report, round, cancellation),
            round => Copied(record, data, report, round, cancellation));
        report.Add(new Line($"columns ready, of {data.Count} rows", "bare binary COPY of them", figures, "Checked: every row held against the digest of its relationship."));
        report.Add(new Detail("columns", "times as long as the bare COPY", 1 / figures.Ratio, "×"));
    }

    private static async Task<double> Ready(DocumentStore store, CodedData data, Positions positions, Report report, int round, CancellationToken cancellation)
    {
        // What the round before left behind is no part of this one.
        GC.Collect();
        var clock = Stopwatch.StartNew();
        await using var session = store.QuerySession(Barometer);
        var columns = await ColumnsReading.AsOf(session, CodedData.Settings, positions, titles: false, cancellation);
        var took = clock.Elapsed.TotalSeconds;
        report.Add(new Detail("columns", string.Create(CultureInfo.InvariantCulture, $"round {round}: ready, {columns.Count} rows in {columns.Segments.Length} segments"), took, "s"));
        return data.Count / took;
    }

    private static async Task<double> Copied(TemporaryRecord record, CodedData data, Report report, int round, CancellationToken cancellation)
    {
        await using var connection = await record.Database.OpenConnectionAsync(cancellation);
        var (buffer, bytes) = (new byte[1 << 16], 0L);
        var clock = Stopwatch.StartNew();
        await using (var copied = await connection.BeginRawBinaryCopyAsync(RowsReading.Statement(Barometer, titles: false), cancellation))
            bytes = await Task.Run(() => Drain(copied, buffer), cancellation);
        var took = clock.Elapsed.TotalSeconds;
        report.Add(new Detail("columns", string.Create(CultureInfo.InvariantCulture, $"round {round}: bare COPY, {bytes} bytes"), took, "s"));
        return data.Count / took;
    }

    private static long Drain(Stream copied, byte[] buffer)
    {
        var bytes = 0L;
        while (copied.Read(buffer) is > 0 and var read)
            bytes += read;
        return bytes;
    }
}
