using System.Diagnostics;
using Barometer.Benchmarks.Measuring;

namespace Barometer.Benchmarks.Serving;

/// <summary>How long reads take over HTTP in a record with a tenth of the history, and in one with all of it, each on a database of its own: of an idle service, and of one under load.</summary>
internal static class ReadsBenchmark
{
    private const int AskedInARound = 1_000;

    // What is asked of the service: no more than this, and no more than this more with ten times the history.
    private const int MostMilliseconds = 20;
    private const int MostPercent = 20;

    private static readonly string Mixed = $"while {ServiceBenchmark.Clients} clients score and read";

    public static async Task Run(TemporaryRecord record, Size size, Report report, CancellationToken cancellation)
    {
        await using var tenth = await TemporaryRecord.Start(cancellation);
        await using var shorter = await ServedRecord.Start(tenth, cancellation);
        await using var longer = await ServedRecord.Start(record, cancellation);
        ServedReads[] reads = [await ServedReads.Of(shorter, size.Rows / 10, cancellation), await ServedReads.Of(longer, size.Rows, cancellation)];
        foreach (var question in Question.All)
        {
            await Compiler.Rest(duration => Ask(reads, question, duration, cancellation));
            // In turn, so that whatever else the machine does slows both.
            var took = reads.Select(_ => new List<double>()).ToArray();
            for (var round = 0; round < size.Rounds; round++)
            {
                foreach (var (asked, times) in reads.Zip(took))
                    times.AddRange(await asked.Ask(question, AskedInARound, cancellation));
            }

            Report(question.Name, [.. took.Zip(Rows(size), (times, rows) => (times, rows))], report);
        }

        await RunMixed([(reads[0], tenth), (reads[1], record)], size, report, cancellation);
    }

    // As it is asked when the service has as much to do as it can.
    private static async Task RunMixed((ServedReads Reads, TemporaryRecord Record)[] both, Size size, Report report, CancellationToken cancellation)
    {
        using var server = new ServerTimes();
        var mixed = new List<ServedScoring>();
        foreach (var (reads, record) in both)
        {
            mixed.Add(await reads.Mixed(ServiceBenchmark.Clients, cancellation));
            await mixed[^1].WarmUp(record, cancellation);
        }

        var took = Question.All.ToDictionary(q => q, _ => both.Select(_ => new List<double>()).ToArray());
        var scored = both.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < size.Rounds; round++)
        {
            foreach (var place in Enumerable.Range(0, both.Length))
            {
                Array.ForEach(Question.All, q => server.Take(q.Route));
                scored[place].Add(await mixed[place].Measure(size.Duration, both[place].Record, cancellation));
                foreach (var question in Question.All)
                    took[question][place].AddRange(server.Take(question.Route));
            }
        }

        foreach (var (rates, rows) in scored.Zip(Rows(size)))
            report.Add(new Detail(Mixed, $"{Mixed}, {rows} developments: scored", Comparison.Median(rates), "a second"));
        foreach (var (question, times) in took)
            Report($"{question.Name}, on the server, {Mixed}", [.. times.Zip(Rows(size))], report);
    }

    private static int[] Rows(Size size) => [size.Rows / 10, size.Rows];

    private static async Task Ask(ServedReads[] reads, Question question, TimeSpan duration, CancellationToken cancellation)
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
