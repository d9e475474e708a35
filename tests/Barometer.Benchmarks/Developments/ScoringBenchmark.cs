using System.Globalization;
using Barometer.Benchmarks.Measuring;

namespace Barometer.Benchmarks.Developments;

/// <summary>
/// How many developments are scored in a second, one command each, and how many bare rows could be inserted instead? Commands
/// of several writers go together; beside that, each in a transaction of its own.
/// </summary>
internal static class ScoringBenchmark
{
    private static readonly (int Writers, int Relationships, bool Singly)[] Cases =
        [(1, 1, false), (1, 8, false), (16, 1, false), (16, 8, false), (16, 1, true), (16, 8, true)];

    public static async Task Run(TemporaryRecord record, Size size, Report report, CancellationToken cancellation)
    {
        await WarmUp(record, cancellation);
        foreach (var (writers, relationships, singly) in Cases)
        {
            var publisher = new Publisher(record, string.Create(CultureInfo.InvariantCulture, $"writers-{writers}-relationships-{relationships}{(singly ? "-singly" : "")}"));
            await publisher.Declare(cancellation);
            await publisher.Open(cancellation);
            var scoring = new ScoringRate(publisher, relationships, singly);
            await scoring.Measure(1, TimeSpan.FromMilliseconds(100), record, cancellation);
            var inserting = await InsertRate.Of(record, publisher.Barometer, cancellation);
            var figures = await Comparison.Alternate(
                size.Rounds,
                _ => scoring.Measure(writers, size.Duration, record, cancellation),
                _ => inserting.Measure(writers, size.Duration, cancellation));
            var right = await scoring.Check(record, cancellation);
            var measurement = $"scoring, {Counted(writers, "writer")} on {Counted(relationships, "relationship")}{(singly ? ", singly" : "")}";
            report.Add(new Line(measurement, "bare inserts", figures, right));
            await scoring.Explain(measurement, record, report, cancellation);
        }
    }

    private static async Task WarmUp(TemporaryRecord record, CancellationToken cancellation)
    {
        var publisher = new Publisher(record, "warm-up");
        await publisher.Declare(cancellation);
        await publisher.Open(cancellation);
        await new ScoringRate(publisher, Publisher.Relationships, singly: false).Measure(writers: 16, TimeSpan.FromSeconds(5), record, cancellation);
    }

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
