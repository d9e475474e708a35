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
            round => Task.Run(() => Copied(record, data, report, round), cancellation));
        report.Add(new Line($"columns ready, of {data.Count} rows", "bare binary COPY of them", figures, "Checked: every row held against the digest of its relationship."));
        report.Add(new Detail("columns", "times as long as the bare COPY", 1 / figures.Ratio, "×"));
    }

    private static async Task<double> Ready(DocumentStore store, CodedData data, Positions positions, Report report, int round, CancellationToken cancellation)
    {
        // What the round before left behind is no part of this one.
        GC.Collect();
        var (clock, busy) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await using var session = store.QuerySession(Barometer);
        var columns = await ColumnsReading.AsOf(session, CodedData.Settings, positions, titles: false, cancellation);
        var took = clock.Elapsed.TotalSeconds;
        report.Add(new Detail("columns", "processor time of the host", (Environment.CpuUsage.TotalTime - busy).TotalSeconds, "s"));
        report.Add(new Detail("columns", string.Create(CultureInfo.InvariantCulture, $"round {round}: ready, {columns.Count} rows in {columns.Segments.Length} segments"), took, "s"));
        return data.Count / took;
    }

    // On a connection of the same kind, which is the quickest there is.
    private static double Copied(TemporaryRecord record, CodedData data, Report report, int round)
    {
        using var pooled = new NpgsqlConnection(record.Connection);
        var (buffer, bytes) = (new byte[RowsReading.BufferSize], 0L);
        var (clock, busy) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        using (var connection = ColumnsAtRest.Unpooled(pooled))
        {
            connection.Open();
            using var copied = connection.BeginRawBinaryCopy(RowsReading.Statement(Barometer, titles: false));
            while (copied.Read(buffer) is > 0 and var read)
                bytes += read;
        }

        var took = clock.Elapsed.TotalSeconds;
        report.Add(new Detail("columns", "processor time of the host", (Environment.CpuUsage.TotalTime - busy).TotalSeconds, "s"));
        report.Add(new Detail("columns", string.Create(CultureInfo.InvariantCulture, $"round {round}: bare COPY, {bytes} bytes"), took, "s"));
        return data.Count / took;
    }
}
