using System.Diagnostics;
using Barometer.Benchmarks.Measuring;

namespace Barometer.Benchmarks.Serving;

/// <summary>How long reads take over HTTP in a record with a tenth of the history, and in one with all of it, each on a database of its own.</summary>
internal static class ReadsBenchmark
{
    private const int AskedInARound = 1_000;

    // What is asked of the service: no more than this, and no more than this more with ten times the history.
    private const int MostMilliseconds = 20;
    private const int MostPercent = 20;

    public static async Task Run(TemporaryRecord record, Size size, Report report, CancellationToken cancellation)
    {
        await using var tenth = await TemporaryRecord.Start(cancellation);
        await using var shorter = await ServedRecord.Start(tenth, cancellation);
        await using var longer = await ServedRecord.Start(record, cancellation);
        ServedReads[] reads = [await ServedReads.Of(shorter, size.Rows / 10, cancellation), await ServedReads.Of(longer, size.Rows, cancellation)];
        foreach (var question in (string[])[ServedReads.Index, ServedReads.Explanation, ServedReads.History])
        {
            await Compiler.Rest(duration => Ask(reads, question, duration, cancellation));
            // In turn, so that whatever else the machine does slows both.
            var took = reads.Select(_ => new List<double>()).ToArray();
            for (var round = 0; round < size.Rounds; round++)
            {
                foreach (var (asked, times) in reads.Zip(took))
                    times.AddRange(await asked.Ask(question, AskedInARound, cancellation));
            }

            Report(question, [.. took.Zip((int[])[size.Rows / 10, size.Rows], (times, rows) => (times, rows))], report);
        }
    }

    private static async Task Ask(ServedReads[] reads, string question, TimeSpan duration, CancellationToken cancellation)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < duration;)
        {
            foreach (var asked in reads)
                await asked.Ask(question, times: 10, cancellation);
        }
    }

    private static void Report(string question, (List<double> Times, int Rows)[] took, Report report)
    {
        foreach (var (name, of) in ((string, Func<List<double>, double>)[])[("median", Comparison.Median), ("99th percentile", Percentile)])
        {
            foreach (var (times, rows) in took)
                report.Add(new Detail(question, $"{question}, {rows} developments: {name} of {times.Count}; at most {MostMilliseconds}{Kept(of(times), MostMilliseconds)}", of(times), "ms"));
            var more = ((of(took[1].Times) / of(took[0].Times)) - 1) * 100;
            report.Add(new Detail(question, $"{question}: {name} with ten times the history, in percent more; at most {MostPercent}{Kept(more, MostPercent)}", more, "%"));
        }
    }

    private static string Kept(double reached, int most) => reached <= most ? "" : ", and MISSED";

    private static double Percentile(List<double> times) => times.Order().ElementAt(times.Count * 99 / 100);
}
