using System.Diagnostics;
using Barometer.Benchmarks.Measuring;
using Barometer.Host.Imports;
using Barometer.Publications;

namespace Barometer.Benchmarks.Imports;

/// <summary>One import into a barometer of its own: the file is read, and recorded through the whole host.</summary>
internal sealed class Import(TemporaryRecord record, string barometer, int rows, int days = 7_300)
{
    private readonly Happening[] _happenings = [.. Enumerable.Range(0, rows).Select(n => new Happening(n, days))];

    public string Barometer { get; } = barometer;

    /// <summary>What all its points add up to.</summary>
    public long Points => _happenings.Sum(h => (long)h.Points);

    public TimeSpan Reading { get; private set; }

    public TimeSpan Recording { get; private set; }

    /// <summary>Developments in a second, from the file's bytes to the commit.</summary>
    public async Task<double> Measure(CancellationToken cancellation)
    {
        var file = Path.Combine(record.Folder, $"{Barometer}.csv");
        await HappeningsAsCsv.Write(_happenings, file, cancellation);
        var publisher = new Publisher(record, Barometer);
        await publisher.Declare(cancellation);
        var clock = Stopwatch.StartNew();
        await using var stream = File.OpenRead(file);
        var reading = PublicationReading.Read(stream, file, Publisher.Settings);
        Reading = clock.Elapsed;
        var imported = await publisher.Send<Imported>(new ImportPublication([reading], SkipNotUnderstood: false, DryRun: false, "bench"), cancellation);
        Recording = clock.Elapsed - Reading;
        return imported.Recorded == rows ? rows / clock.Elapsed.TotalSeconds : throw new InvalidOperationException($"{imported.Recorded} of {rows} were recorded.");
    }

    /// <summary>Holds the record against the file.</summary>
    public Task Check(CancellationToken cancellation) => Expectation.Hold(record, Barometer, _happenings, cancellation);
}
