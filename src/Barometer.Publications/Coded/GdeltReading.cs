using System.Globalization;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;

namespace Barometer.Publications.Coded;

/// <summary>Reads event tables of GDELT, 1.0 and 2.0, with and without a header, separated by tabs or commas.</summary>
public static class GdeltReading
{
    /// <summary>Its rows in their order; a refusal, and nothing after it, from where the file cannot be trusted.</summary>
    /// <param name="file">The file, which can be sought, at its start.</param>
    /// <param name="name">Its name, for what a refusal says.</param>
    public static IEnumerable<Decision<CodedRow>> Read(Stream file, string name) => CodedColumns.Read<GdeltColumns>(file, name, GdeltColumns.Of, Row);

    private static Decision<CodedRow> Row(CodedTable table, GdeltColumns columns)
    {
        if (!long.TryParse(table[columns.Id], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return table.Broken($"'{table[columns.Id]}' is no GLOBALEVENTID, which is a number.");
        if (Day(table[columns.Day]) is not { } day)
            return table.Broken($"'{table[columns.Day]}' is no SQLDATE; one looks like 20111101.");
        var (added, code, quad) = (table[columns.DateAdded], table[columns.EventCode], table[columns.QuadClass]);
        if (added is not null && Day(added) is null)
            return table.Broken($"'{added}' is no DATEADDED; one looks like 20130203, or 20150218230000.");
        if (code is not null && !IsCameo(code))
            return table.Broken($"'{code}' is no EventCode, which has 2 to 4 digits and starts with 01 to 20; a spreadsheet takes leading zeros away.");
        if (quad is not (null or "1" or "2" or "3" or "4"))
            return table.Broken($"'{quad}' is no QuadClass, which is 1 to 4.");
        var (source, target) = (Actor(table, columns.Actor1), Actor(table, columns.Actor2));
        if (Array.Find([source.Country, target.Country], c => c is not null && !IsCountry(c)) is { } country)
            return table.Broken($"'{country}' is no country code, which has three capitals.");
        // What is wrong in an address alone shifts nothing; only PostgreSQL keeps no NUL.
        var url = table[columns.SourceUrl]?.Replace("\0", "", StringComparison.Ordinal);
        return table.Unreadable(source.Name, target.Name) ?? (Decision<CodedRow>)new CodedRow(table.Line, string.Create(CultureInfo.InvariantCulture, $"gdelt/{id}"), day, source, target)
        {
            ReportedOn = Day(added),
            Cameo = code,
            QuadClass = quad is null ? null : new QuadClass("GDELT", quad[0] - '0'),
            Url = url,
        };
    }

    private static CodedActor Actor(CodedTable table, (int Name, int Country) columns) => new(table[columns.Name], table[columns.Country]);

    // 2.0 says the quarter of an hour, too, of which the day is kept.
    private static DateOnly? Day(string? text) =>
        text is { Length: 8 or 14 } && text.All(char.IsAsciiDigit) && DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static bool IsCameo(string code) =>
        code.Length is >= 2 and <= 4 && code.All(char.IsAsciiDigit) && string.CompareOrdinal(code, "01") >= 0 && string.CompareOrdinal(code[..2], "20") <= 0;

    private static bool IsCountry(string code) => code.Length == 3 && code.All(char.IsAsciiLetterUpper);
}
