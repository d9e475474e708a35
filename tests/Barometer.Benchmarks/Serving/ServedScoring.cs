using System.Diagnostics;
using System.Net.Http.Json;
using Barometer.Domain.Record;

namespace Barometer.Benchmarks.Serving;

/// <summary>Single developments, each scored by a request under a key of its own, with a read after every four of them.</summary>
internal sealed class ServedScoring(HttpClient[] clients, int relationships)
{
    private const int WritesForARead = 4;

    private readonly List<double> _reads = [];
    private int _scored;

    /// <summary>How many were scored.</summary>
    public int Scored => _scored;

    /// <summary>How long the reads between took, in milliseconds, as the clients saw it.</summary>
    public IReadOnlyList<double> Reads => _reads;

    /// <summary>Scored in a second by all clients at once.</summary>
    public async Task<double> Measure(TimeSpan duration, CancellationToken cancellation)
    {
        var before = _scored;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(clients.Select((client, place) => Task.Run(() => Go(client, place, clock, duration, cancellation), cancellation)));
        return (_scored - before) / clock.Elapsed.TotalSeconds;
    }

    private async Task Go(HttpClient client, int place, Stopwatch clock, TimeSpan duration, CancellationToken cancellation)
    {
        var relationship = Publisher.KeyOf(place % relationships);
        for (var turn = 1; clock.Elapsed < duration; turn++)
        {
            await Score(client, relationship, new Happening(Interlocked.Increment(ref _scored) - 1), cancellation);
            if (turn % WritesForARead != 0)
                continue;
            var begun = clock.Elapsed;
            await client.Read($"indices?relationship={relationship}&period={Publisher.FirstPeriod}", cancellation);
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
        using var request = new HttpRequestMessage(HttpMethod.Post, "developments/scored") { Content = JsonContent.Create(said, options: RecordJson.Options) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var response = await client.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException(await response.Content.ReadAsStringAsync(cancellation));
        await response.Content.ReadAsByteArrayAsync(cancellation);
    }
}
