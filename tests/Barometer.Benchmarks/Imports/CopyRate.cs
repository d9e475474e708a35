using System.Diagnostics;
using Barometer.Benchmarks.Measuring;

namespace Barometer.Benchmarks.Imports;

/// <summary>The limit of an import: the events that it recorded, copied in binary into an empty table like that of the events, indices included.</summary>
internal static class CopyRate
{
    public static async Task<double> Measure(TemporaryRecord record, string barometer, int rows, CancellationToken cancellation, string name = "development_scored")
    {
        var events = await EventRow.Of(name, record, barometer, rows, cancellation);
        await record.Execute("drop table if exists public.copied_events; create table public.copied_events (like barometer.mt_events including all)", cancellation);
        await using var connection = await record.Database.OpenConnectionAsync(cancellation);
        var clock = Stopwatch.StartNew();
        await using (var copy = await connection.BeginBinaryImportAsync($"copy public.copied_events ({EventRow.Columns}) from stdin (format binary)", cancellation))
        {
            foreach (var e in events)
                await e.Copy(copy, cancellation);
            await copy.CompleteAsync(cancellation);
        }

        var rate = events.Count / clock.Elapsed.TotalSeconds;
        await Expectation.Equal(record, "select count(*) from public.copied_events", rows, cancellation);
        return rate;
    }
}
