using System.Diagnostics;
using System.Globalization;
using Barometer.Benchmarks.Imports;
using Barometer.Benchmarks.Measuring;

namespace Barometer.Benchmarks.Serving;

/// <summary>How long reads take with so much history: an index as-of, an explanation, and a history, by one client, one after the other.</summary>
internal static class ServedReads
{
    private const int Asked = 2_000;

    // Until the compiler has come to rest.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    /// <summary>The 99th percentile of each, in milliseconds, as the client sees it.</summary>
    public static async Task<Dictionary<string, double>> Measure(ServedRecord served, int rows, Report report, CancellationToken cancellation)
    {
        // So many a period, however many there are: a longer history has more periods, not larger ones.
        var import = new Import(served.Record, string.Create(CultureInfo.InvariantCulture, $"history-{rows}"), rows, days: rows * 73 / 10_000);
        await import.Measure(cancellation);
        // What the server does after an import is over before it is asked.
        await served.Record.Execute("vacuum (analyze)", cancellation);
        await served.Record.Execute("checkpoint", cancellation);
        await served.CaughtUp(cancellation);
        using var client = await served.Client(new Publisher(served.Record, import.Barometer), "reader", cancellation);
        var periods = (await client.Read("periods", cancellation)).GetProperty("data").EnumerateArray().Select(p => p.GetProperty("period").GetString()!).ToArray();
        var last = (await client.Read($"indices?period={periods[0]}", cancellation)).GetProperty("data").GetProperty("asOf").GetString()!;
        var positions = last.Split(',').Select(p => p.Split(':')).ToDictionary(p => p[0], p => int.Parse(p[1], CultureInfo.InvariantCulture));
        var random = new Random(1);
        var questions = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
        {
            ["an index as-of"] = Index,
            ["an explanation"] = Explanation,
            // The last period is not full.
            ["a history"] = () => $"developments/N{random.Next(1, Publisher.Relationships + 1)}-{random.Next(1, periods.Length):00}-{random.Next(1, 900):000}/revisions",
        };
        var percentiles = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, question) in questions)
            percentiles[name] = await Percentile(client, question, name, rows, report, cancellation);
        return percentiles;

        string Index()
        {
            var key = Any();
            return $"indices?relationship={key}&period={AnyPeriod()}&asOf={key}:{random.Next(1, positions[key] + 1)}";
        }

        string Explanation()
        {
            var key = Any();
            var to = random.Next(50, positions[key] + 1);
            return $"explanations?relationship={key}&period={AnyPeriod()}&from={key}:{to - 49}&to={key}:{to}";
        }

        string Any() => Publisher.KeyOf(random.Next(Publisher.Relationships));

        string AnyPeriod() => periods[random.Next(periods.Length)];
    }

    private static async Task<double> Percentile(HttpClient client, Func<string> question, string name, int rows, Report report, CancellationToken cancellation)
    {
        for (var warmUp = Stopwatch.StartNew(); warmUp.Elapsed < WarmUp;)
            await client.Read(question(), cancellation);
        var took = new double[Asked];
        for (var turn = 0; turn < Asked; turn++)
        {
            var path = question();
            var begun = Stopwatch.GetTimestamp();
            await client.Read(path, cancellation);
            took[turn] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }

        Array.Sort(took);
        report.Add(new Detail(name, $"{name}, {rows} developments: median", Comparison.Median(took), "ms"));
        report.Add(new Detail(name, $"{name}, {rows} developments: 99th percentile", took[Asked * 99 / 100], "ms"));
        return took[Asked * 99 / 100];
    }
}
