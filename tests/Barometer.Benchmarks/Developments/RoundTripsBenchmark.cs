using System.Diagnostics;
using Barometer.Benchmarks.Measuring;
using Barometer.Host.Record;

namespace Barometer.Benchmarks.Developments;

/// <summary>What does one scoring ask of the database, and how long does it wait for each answer?</summary>
internal static class RoundTripsBenchmark
{
    private const int Scorings = 2_000;

    public static async Task Run(TemporaryRecord record, Size size, Report report, CancellationToken cancellation)
    {
        var publisher = new Publisher(record, "round-trips");
        await publisher.Declare(cancellation);
        await publisher.Open(cancellation);
        for (var number = 0; number < Scorings; number++)
            await Score(publisher, number, cancellation);

        var asked = new List<List<Activity>>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => asked[^1].Add(activity),
        };
        ActivitySource.AddActivityListener(listener);
        var (clock, busy) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        for (var number = 0; number < Scorings; number++)
        {
            asked.Add([]);
            await Score(publisher, Scorings + number, cancellation);
        }

        var (all, host) = (clock.Elapsed / Scorings, (Environment.CpuUsage.TotalTime - busy) / Scorings);
        for (var turn = 0; turn < asked[^1].Count; turn++)
            report.Add(new Detail("a scoring", $"{turn + 1}. {Question(asked[^1][turn])}", Comparison.Median(asked.Where(a => a.Count > turn).Select(a => a[turn].Duration.TotalMilliseconds)), "ms"));
        report.Add(new Detail("a scoring", "all of it, the commit included", all.TotalMilliseconds, "ms"));
        report.Add(new Detail("a scoring", "processor time of the host", host.TotalMilliseconds, "ms"));
    }

    // A batch is one round trip; of each of its statements, the beginning.
    private static string Question(Activity asked) =>
        string.Join(" | ", (asked.GetTagItem("db.query.text") ?? asked.GetTagItem("db.statement"))!.ToString()!.ReplaceLineEndings(" ").Split(';').Select(s => Beginning(s.Trim())));

    private static string Beginning(string statement)
    {
        var place = statement.IndexOf("barometer.", StringComparison.Ordinal);
        var end = statement.IndexOf(' ', Math.Max(place, 0));
        return place < 0 || end < 0 ? statement : $"{statement[..statement.IndexOf(' ', StringComparison.Ordinal)]} {statement[place..end]}";
    }

    private static Task<Recorded> Score(Publisher publisher, int number, CancellationToken cancellation) =>
        publisher.Send<Recorded>(new Happening(number).Score(Publisher.KeyOf(0)), cancellation);
}
