using System.Globalization;

namespace Barometer.Benchmarks.Imports;

/// <summary>Happenings in the columns that the CSV import documents.</summary>
internal static class HappeningsAsCsv
{
    public static async Task Write(IEnumerable<Happening> happenings, string file, CancellationToken cancellation)
    {
        await using var csv = new StreamWriter(file);
        await csv.WriteLineAsync("relationship,date,title,points,origin,sources,event-type,mode,contexts".AsMemory(), cancellation);
        foreach (var h in happenings)
        {
            await csv.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{h.Relationship},{h.Day:yyyy-MM-dd},\"{h.Title}\",{h.Points:+0;-0;0},bench/{h.Number},{h.Source},{h.EventType},visit,{h.Context}").AsMemory(),
                cancellation);
        }
    }
}
