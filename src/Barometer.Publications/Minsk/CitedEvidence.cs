using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Barometer.Domain.Developments;

namespace Barometer.Publications.Minsk;

/// <summary>
/// The rows of tables that developments cite. Where several cite one table, a row goes to the one whose words name the row's
/// country, and what no one names to the one that is furthest from its count.
/// </summary>
internal static partial class CitedEvidence
{
    /// <summary>The evidence of each row of a catalogue, in the same order; and what is worth a look.</summary>
    public static (ImmutableArray<ImmutableArray<Evidence>> Evidence, IEnumerable<Remark> Remarks) Of(ImmutableArray<CatalogueRow> rows, IReadOnlyList<PrintedTable> tables)
    {
        var evidence = rows.Select(r => Unlisted(r.Title)).ToArray();
        var remarks = new List<Remark>();
        foreach (var table in tables)
        {
            int[] citing = [.. Enumerable.Range(0, rows.Length).Where(i => Cites(rows[i].Title, table))];
            if (citing.Length > 0)
                Share(rows, citing, table, evidence);
            remarks.AddRange(citing.Select(i => Doubt(rows[i], evidence[i][^1])).OfType<Remark>());
        }

        return ([.. evidence], remarks);
    }

    private static void Share(ImmutableArray<CatalogueRow> rows, int[] citing, PrintedTable table, ImmutableArray<Evidence>[] evidence)
    {
        int? Claims(EvidenceRow row) => citing.Where(i => Names(rows[i].Title, row)).Select(i => (int?)i).FirstOrDefault();
        var claimed = table.Rows.ToLookup(Claims);
        var shortest = citing.MaxBy(i => (Count(rows[i].Title) ?? 0) - claimed[i].Count());
        foreach (var i in citing)
            evidence[i] = evidence[i].Add(new Evidence(table.Name, Count(rows[i].Title), [.. table.Rows.Where(r => (Claims(r) ?? shortest) == i)]));
    }

    // The place stands first in a row: "Russia, Leningrad Region".
    private static bool Names(string title, EvidenceRow row) =>
        Country().Match(row.Text) is { Success: true } country && title.Contains(country.Value, StringComparison.OrdinalIgnoreCase);

    private static bool Cites(string title, PrintedTable table) => title.Contains($"(see {table.Name})", StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<Evidence> Unlisted(string title) =>
        title.StartsWith("Unknown number", StringComparison.OrdinalIgnoreCase) ? [new Evidence("none", Count: null, [])] : [];

    private static int? Count(string title) =>
        Number().Match(title) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    private static Remark? Doubt(CatalogueRow row, Evidence evidence) =>
        evidence.Count is { } count && count != evidence.Rows.Length
            ? new Remark(row.FirstLine, $"\"{row.Title}\" speaks of {count}; {evidence.Table} has {evidence.Rows.Length} such rows.")
            : null;

    [GeneratedRegex(@"^\p{Lu}\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Country();

    [GeneratedRegex("^([0-9]{1,4}) ", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
