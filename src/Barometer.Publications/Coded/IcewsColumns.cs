using Barometer.Domain.Record;

namespace Barometer.Publications.Coded;

/// <summary>Where the columns of a table of ICEWS stand: found by name where there is a header, else source, event label, target, date.</summary>
internal sealed record IcewsColumns(bool AreNamed, int Count, int Source, int Label, int Target, int Date) : CodedColumns(AreNamed, Count)
{
    private const int Fields = 4;

    private static readonly string[] OfSource = ["source", "source name"];
    private static readonly string[] OfLabel = ["event label", "label", "event text"];
    private static readonly string[] OfTarget = ["target", "target name"];
    private static readonly string[] OfDate = ["date", "event date"];

    /// <summary>The columns of a table whose first row is before us.</summary>
    public static Decision<IcewsColumns> Of(CodedTable table)
    {
        string[] first = [.. table.Fields.Select(f => f.Trim().ToLowerInvariant())];
        int[] places = [.. new[] { OfSource, OfLabel, OfTarget, OfDate }.Select(names => Array.FindIndex(first, names.Contains))];
        if (!places.Contains(-1))
            return new IcewsColumns(AreNamed: true, first.Length, places[0], places[1], places[2], places[3]);
        return first.Length == Fields
            ? new IcewsColumns(AreNamed: false, Fields, 0, 1, 2, 3)
            : table.Broken($"there is no header with source, event label, target and date, and the row has {first.Length} fields where these would be {Fields}.");
    }
}
