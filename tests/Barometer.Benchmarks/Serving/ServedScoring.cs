using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Barometer.Benchmarks.Measuring;
using Barometer.Domain.Record;

namespace Barometer.Benchmarks.Serving;

/// <summary>Single developments, each scored by a request under a key of its own, with a read after every four of them.</summary>
/// <param name="clients">Each with a connection and a key of its own.</param>
/// <param name="barometer">Of which.</param>
/// <param name="relationships">On how many of its relationships.</param>
/// <param name="question">What is read: of a relationship, and the how manieth time.</param>
internal sealed class ServedScoring(HttpClient[] clients, string barometer, int relationships, Func<string, int, string> question)
{
    private const int WritesForARead = 4;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly List<double> _reads = [];
    private int _scored;
    private int _before;
    private long _transactions;
    private ProcessorTime _busy = new(TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>How many were scored.</summary>
    public int Scored => _scored;

    /// <summary>Works until the host has come to its speed.</summary>
    public Task WarmUp(TemporaryRecord record, CancellationToken cancellation) => Compiler.Rest(duration => Measure(duration, record, cancellation));

    /// <summary>Explains from now on: what came before is not reported.</summary>
    public async Task Begin(TemporaryRecord record, CancellationToken cancellation)
    {
        (_before, _busy, _transactions) = (_scored, new ProcessorTime(TimeSpan.Zero, TimeSpan.Zero), await Transactions(record, cancellation));
        _reads.Clear();
    }

    /// <summary>Scored in a second by all clients at once.</summary>
    public async Task<double> Measure(TimeSpan duration, TemporaryRecord record, CancellationToken cancellation)
    {
        var (before, busy) = (_scored, ProcessorTime.Now(record.Folder));
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(clients.Select((client, place) => Task.Run(() => Go(client, place, clock, duration, cancellation), cancellation)));
        var elapsed = clock.Elapsed;
        _busy += ProcessorTime.Now(record.Folder) - busy;
        return (_scored - before) / elapsed.TotalSeconds;
    }

    /// <summary>What a scoring and its share of the reads cost, how many went together, and how long a read took.</summary>
    public async Task Explain(string measurement, TemporaryRecord record, Report report, CancellationToken cancellation)
    {
        report.Add(new Detail(measurement, "processor time of host and clients, a scoring", _busy.Host.TotalMilliseconds / (_scored - _before), "ms"));
        report.Add(new Detail(measurement, "processor time of the server, a scoring", _busy.Server.TotalMilliseconds / (_scored - _before), "ms"));
        report.Add(new Detail(measurement, "scorings in a transaction", (double)(_scored - _before) / (await Transactions(record, cancellation) - _transactions), ""));
        double[] reads = [.. _reads.Order()];
        report.Add(new Detail(measurement, $"a read between them: median of {reads.Length}", Comparison.Median(reads), "ms"));
        report.Add(new Detail(measurement, "a read between them: 99th percentile", reads[reads.Length * 99 / 100], "ms"));
    }

    private Task<long> Transactions(TemporaryRecord record, CancellationToken cancellation) =>
        record.Ask<long>($"select count(distinct xmin::text) from barometer.mt_events where tenant_id = '{barometer}' and type = 'development_scored'", cancellation);

    private async Task Go(HttpClient client, int place, Stopwatch clock, TimeSpan duration, CancellationToken cancellation)
    {
        var relationship = Publisher.KeyOf(place % relationships);
        for (var turn = 1; clock.Elapsed < duration; turn++)
        {
            await Score(client, relationship, new Happening(Interlocked.Increment(ref _scored) - 1), cancellation);
            if (turn % WritesForARead != 0)
                continue;
            var begun = clock.Elapsed;
            await client.Read(question(relationship, turn / WritesForARead), cancellation);
            lock (_reads)
                _reads.Add((clock.Elapsed - begun).TotalMilliseconds);
        }
    }

    private static async Task Score(HttpClient client, string relationship, Happening happening, CancellationToken cancellation)
    {
        var score = happening.Score(relationship);
        var said = new
        {
            relationship,
            Period = score.Period.ToString(),
            Date = score.Particulars.Date.Printed,
            score.Particulars.Title,
            score.Particulars.Sources,
            score.Points,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "developments/scored")
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(said, RecordJson.Options)) { Headers = { ContentType = Json } },
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var response = await client.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException(await response.Content.ReadAsStringAsync(cancellation));
        await response.Content.ReadAsByteArrayAsync(cancellation);
    }
}
