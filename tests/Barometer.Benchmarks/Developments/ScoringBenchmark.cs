using System.Globalization;
using Barometer.Benchmarks.Measuring;

namespace Barometer.Benchmarks.Developments;

/// <summary>How many developments are scored in a second, one command each, and how many bare rows could be inserted instead?</summary>
internal static class ScoringBenchmark
{
    private static readonly (int Writers, int Relationships)[] Cases = [(1, 8), (16, 8), (16, 8), (16, 1)];

    public static async Task Run(TemporaryRecord record, Size size, Report report, CancellationToken cancellation)
    {
        await WarmUp(record, cancellation);
        foreach (var (writers, relationships) in Cases)
        {
            var publisher = new Publisher(record, string.Create(CultureInfo.InvariantCulture, $"writers-{writers}-relationships-{relationships}-{Guid.NewGuid():N}"));
            await publisher.Declare(cancellation);
            await publisher.Open(cancellation);
            var scoring = new ScoringRate(publisher, relationships);
            await scoring.Measure(1, TimeSpan.FromMilliseconds(100), record, cancellation);
            var inserting = await InsertRate.Of(record, publisher.Barometer, cancellation);
            var figures = await Comparison.Alternate(
                size.Rounds,
                _ => scoring.Measure(writers, size.Duration, record, cancellation),
                _ => inserting.Measure(writers, size.Duration, cancellation));
            var right = await scoring.Check(record, cancellation);
            var measurement = $"scoring, {Counted(writers, "writer")} on {Counted(relationships, "relationship")}";
            report.Add(new Line(measurement, "bare inserts", figures, right));
            await scoring.Explain(measurement, record, report, cancellation);
        }
    }

    private static async Task WarmUp(TemporaryRecord record, CancellationToken cancellation)
    {
        var publisher = new Publisher(record, "warm-up");
        await publisher.Declare(cancellation);
        await publisher.Open(cancellation);
        await new ScoringRate(publisher, Publisher.Relationships).Measure(writers: 8, TimeSpan.FromSeconds(5), record, cancellation);
    }

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
