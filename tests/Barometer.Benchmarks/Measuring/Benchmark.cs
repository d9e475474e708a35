using Barometer.Benchmarks.Developments;
using Barometer.Benchmarks.Imports;
using Barometer.Benchmarks.Projections;
using Barometer.Benchmarks.Replays;
using Barometer.Benchmarks.Serving;

namespace Barometer.Benchmarks.Measuring;

/// <summary>How much is measured.</summary>
/// <param name="Rows">Developments to import, and to rebuild from.</param>
/// <param name="Duration">Of one round of scoring.</param>
/// <param name="Rounds">How often a figure and its limit are taken.</param>
/// <param name="ColumnRows">Rows of coded data in the columns.</param>
internal sealed record Size(int Rows, TimeSpan Duration, int Rounds, int ColumnRows);

/// <summary>The measurements there are; each has a database of its own, so that none runs on what another left behind.</summary>
internal static class Benchmark
{
    public static IReadOnlyDictionary<string, Func<TemporaryRecord, Size, Report, CancellationToken, Task>> All { get; } =
        new Dictionary<string, Func<TemporaryRecord, Size, Report, CancellationToken, Task>>
        {
            ["scoring"] = ScoringBenchmark.Run,
            ["import"] = ImportBenchmark.Run,
            ["coded-import"] = CodedImportBenchmark.Run,
            ["rebuild"] = RebuildBenchmark.Run,
            ["round-trips"] = RoundTripsBenchmark.Run,
            ["columns"] = ColumnsBenchmark.Run,
            ["replay"] = ReplayBenchmark.Run,
            ["service"] = ServiceBenchmark.Run,
            ["service-reads"] = ReadsBenchmark.Run,
        };

    public static async Task Run(string name, Size size, Report report, CancellationToken cancellation)
    {
        await using var record = await TemporaryRecord.Start(cancellation);
        await report.Describe(record, cancellation);
        await All[name](record, size, report, cancellation);
    }
}
