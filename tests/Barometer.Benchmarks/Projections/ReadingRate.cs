using System.Diagnostics;
using System.Text.Json;
using Barometer.Benchmarks.Measuring;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;

namespace Barometer.Benchmarks.Projections;

/// <summary>The limit of a rebuild: every event read in order and made an object again, and its points added up.</summary>
internal static class ReadingRate
{
    private static readonly Dictionary<string, Type> Types = Contracts.Names.ToDictionary(n => n.Value, n => n.Key);

    public static async Task<double> Measure(TemporaryRecord record, long events, long points, CancellationToken cancellation)
    {
        await using var command = record.Database.CreateCommand("select type, data from barometer.mt_events order by seq_id");
        var (read, sum) = (0L, 0L);
        var clock = Stopwatch.StartNew();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var e = JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(1), Types[reader.GetString(0)], RecordJson.Options);
            sum += (e as DevelopmentScored)?.Points.Sum(p => p.Aggregate) ?? 0;
            read++;
        }

        return read == events && sum == points
            ? read / clock.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"{read} events of {sum} points were read, not {events} of {points}.");
    }
}
