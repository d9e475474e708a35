using System.Globalization;
using Barometer.Benchmarks.Developments;
using Barometer.Benchmarks.Measuring;

namespace Barometer.Benchmarks.Serving;

/// <summary>
/// How many developments are scored in a second over HTTP by sixteen clients that read between, those that come together committed together
/// or each alone, beside bare inserts over as many connections.
/// </summary>
internal static class ServiceBenchmark
{
    public const int Clients = 16;

    // Of the bare inserts: the service is not done below it.
    private const double Least = 0.15;

    public static async Task Run(TemporaryRecord record, Size size, Report report, CancellationToken cancellation)
    {
        await using var served = await ServedRecord.Start(record, cancellation);
        foreach (var relationships in (int[])[Publisher.Relationships, 1])
        {
            var publisher = new Publisher(record, string.Create(CultureInfo.InvariantCulture, $"served-{Guid.NewGuid():N}"));
            await publisher.Declare(cancellation);
            await publisher.Open(cancellation);
            var clients = new HttpClient[Clients];
            foreach (var place in Enumerable.Range(0, Clients))
                clients[place] = await served.Client(publisher, $"client-{place}", cancellation);
            var scoring = new ServedScoring(clients, publisher.Barometer, relationships, (relationship, _) => $"indices?relationship={relationship}&period={Publisher.FirstPeriod}");
            await scoring.WarmUp(record, cancellation);
            var inserting = await InsertRate.Of(record, publisher.Barometer, cancellation);
            foreach (var (alone, how) in ((bool, string)[])[(false, "together"), (true, "each alone")])
            {
                var measurement = $"scoring over HTTP, {Clients} clients on {relationships}, {how}";
                served.GoAlone(alone);
                await scoring.Begin(record, cancellation);
                var figures = await Comparison.Alternate(size.Rounds, _ => scoring.Measure(size.Duration, record, cancellation), _ => inserting.Measure(Clients, size.Duration, cancellation));
                await Expectation.Hold(record, publisher.Barometer, [.. Enumerable.Range(0, scoring.Scored).Select(n => new Happening(n))], cancellation);
                report.Add(new Line(measurement, "bare inserts", figures, $"Checked: {scoring.Scored} scored, counted and summed."));
                if (!alone)
                    report.Add(new Detail(measurement, $"of the bare inserts; at least {Least:P0}{(figures.Ratio < Least ? ", and MISSED" : "")}", figures.Ratio * 100, "%"));
                await scoring.Explain(measurement, record, report, cancellation);
            }

            served.GoAlone(alone: false);
            foreach (var client in clients)
                client.Dispose();
        }
    }
}
