using System.Diagnostics;
using Barometer.Benchmarks.Imports;
using Barometer.Benchmarks.Measuring;
using Barometer.Host.Store;
using Marten;

namespace Barometer.Benchmarks.Projections;

/// <summary>How many events a second does a full rebuild of every projection take, and how fast can they be read at all?</summary>
internal static class RebuildBenchmark
{
    public static async Task Run(TemporaryRecord record, Size size, Report report, CancellationToken cancellation)
    {
        var import = new Import(record, "rebuilt", size.Rows);
        await import.Measure(cancellation);
        var before = await Contents.Of(record, cancellation);
        var events = await record.Ask<long>("select count(*) from barometer.mt_events", cancellation);
        await using var store = DocumentStore.For(options => RecordStore.Configure(options, record.Connection));
        string[] projections = [.. store.Options.Projections.All.Select(p => p.Name).Order(StringComparer.Ordinal)];
        var took = projections.ToDictionary(p => p, _ => new List<double>());
        var figures = await Comparison.Alternate(
            size.Rounds,
            _ => Rebuild(store, took, events, cancellation),
            _ => ReadingRate.Measure(record, events, import.Points, cancellation));

        await import.Check(cancellation);
        if (await Contents.Of(record, cancellation) is var after && !before.SequenceEqual(after))
            throw new InvalidOperationException($"A rebuild changed the projections: {string.Join("; ", before.Except(after))} became {string.Join("; ", after.Except(before))}.");
        report.Add(new Line($"rebuild of {projections.Length} projections from {events} events", "reading the same events", figures, "Checked: every table as it was, to the row."));
        foreach (var (name, seconds) in took)
            report.Add(new Detail("rebuild", name, Comparison.Median(seconds), "s"));
    }

    private static async Task<double> Rebuild(DocumentStore store, Dictionary<string, List<double>> took, long events, CancellationToken cancellation)
    {
        using var daemon = await store.BuildProjectionDaemonAsync();
        var clock = Stopwatch.StartNew();
        foreach (var (name, seconds) in took)
        {
            var begun = clock.Elapsed;
            await daemon.RebuildProjectionAsync(name, TimeSpan.FromHours(1), cancellation);
            seconds.Add((clock.Elapsed - begun).TotalSeconds);
        }

        return events / clock.Elapsed.TotalSeconds;
    }
}
