using System.Globalization;
using Barometer.Domain.Record;

namespace Barometer.Publications.Coded;

/// <summary>Reads events as ICEWS has them: source, event label, target and date, with and without a header, separated by tabs or commas.</summary>
public static class IcewsReading
{
    /// <summary>Its rows in their order; a refusal, and nothing after it, from where the file cannot be trusted.</summary>
    /// <param name="file">The file, which can be sought, at its start.</param>
    /// <param name="name">Its name, for what a refusal says.</param>
    public static IEnumerable<Decision<CodedRow>> Read(Stream file, string name)
    {
        var occurrences = new Occurrences();
        return CodedColumns.Read<IcewsColumns>(file, name, IcewsColumns.Of, (table, columns) => Row(table, columns, occurrences));
    }

    private static Decision<CodedRow> Row(CodedTable table, IcewsColumns columns, Occurrences occurrences)
    {
        var (source, label, target, date) = (table[columns.Source], table[columns.Label], table[columns.Target], table[columns.Date]);
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return table.Broken($"'{date}' is no date; one looks like 2014-02-12. The fields are source, event label, target and date, in this order where no header names them.");
        if (label is null)
            return table.Broken("the event label is missing.");
        return table.Unreadable(source, label, target)
            ?? (Decision<CodedRow>)new CodedRow(table.Line, $"icews/{occurrences.Next(source, label, target, date)}", day, Actor(source), Actor(target)) { Label = label, Cameo = CameoLabels.CodeOf(label) };
    }

    private static CodedActor Actor(string? name) => new(name, name is null ? null : CountryOf(name));

    // "Member of Legislative (Govt) (Iran)" is of Iran; who has no parentheses is a country, or counts as one.
    private static string CountryOf(string name)
    {
        var start = name.LastIndexOf('(');
        var end = start < 0 ? -1 : name.IndexOf(')', start);
        return end > start + 1 ? name[(start + 1)..end] : name;
    }
}
