using System.Diagnostics;
using Barometer.Benchmarks.Measuring;
using Barometer.Host.Record;

namespace Barometer.Benchmarks.Developments;

/// <summary>Single developments, each scored by a command through the whole host, under a key of its own.</summary>
internal sealed class ScoringRate(Publisher publisher, int relationships, bool singly)
{
    private int _scored;
    private ProcessorTime _busy = new(TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Scored in a second by so many writers at once.</summary>
    public async Task<double> Measure(int writers, TimeSpan duration, TemporaryRecord record, CancellationToken cancellation)
    {
        var (before, busy) = (_scored, ProcessorTime.Now(record.Folder));
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(w => Task.Run(() => Write(w, writers, clock, duration, cancellation), cancellation)));
        var elapsed = clock.Elapsed;
        _busy += ProcessorTime.Now(record.Folder) - busy;
        return (_scored - before) / elapsed.TotalSeconds;
    }

    /// <summary>What a scoring cost, and how many went together.</summary>
    public async Task Explain(string measurement, TemporaryRecord record, Report report, CancellationToken cancellation)
    {
        report.Add(new Detail(measurement, "processor time of the host, a scoring", _busy.Host.TotalMilliseconds / _scored, "ms"));
        report.Add(new Detail(measurement, "processor time of the server, a scoring", _busy.Server.TotalMilliseconds / _scored, "ms"));
        var transactions = await record.Ask<long>($"select count(distinct xmin::text) from barometer.mt_events where tenant_id = '{publisher.Barometer}' and type = 'development_scored'", cancellation);
        report.Add(new Detail(measurement, "scorings in a transaction", (double)_scored / transactions, ""));
    }

    /// <summary>Holds the record against what was sent: each once, and every sum right.</summary>
    public async Task<string> Check(TemporaryRecord record, CancellationToken cancellation)
    {
        var happenings = Enumerable.Range(0, _scored).Select(n => new Happening(n)).ToArray();
        await Expectation.Hold(record, publisher.Barometer, happenings, cancellation);
        await Expectation.Equal(record, $"select count(*) from barometer.mt_doc_receipt where tenant_id = '{publisher.Barometer}'", _scored + 2, cancellation);
        return $"Checked: {_scored} scored, counted and summed.";
    }

    // A single writer goes round the relationships; several have each their own, as far as there are enough.
    private async Task Write(int writer, int writers, Stopwatch clock, TimeSpan duration, CancellationToken cancellation)
    {
        for (var turn = 0; clock.Elapsed < duration; turn++)
        {
            var happening = new Happening(Interlocked.Increment(ref _scored) - 1);
            var relationship = Publisher.KeyOf((writers == 1 ? turn : writer) % relationships);
            var command = happening.Score(relationship);
            await (singly ? publisher.ScoreAlone(command, cancellation) : publisher.Send<Recorded>(command, cancellation));
        }
    }
}
