using System.Text;

namespace Barometer.Host.Tests.Exports;

/// <summary>Reads CSV as RFC 4180 tells it, a character after the other.</summary>
internal static class NaiveTable
{
    /// <summary>The records, the header first; a cell is null where nothing stands between the commas.</summary>
    public static List<string?[]> Read(byte[] csv)
    {
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(csv);
        var (records, record, cell, quoted, wasQuoted) = (new List<string?[]>(), new List<string?>(), new StringBuilder(), false, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (text[i] == '"')
            {
                (quoted, wasQuoted) = (!quoted, true);
            }
            else if (quoted || (text[i] != ',' && !text.AsSpan(i).StartsWith("\r\n")))
            {
                cell.Append(text[i]);
            }
            else
            {
                record.Add(cell.Length == 0 && !wasQuoted ? null : cell.ToString());
                (cell, wasQuoted) = (new StringBuilder(), false);
                if (text[i] == ',')
                    continue;
                records.Add([.. record]);
                record.Clear();
                i++;
            }
        }

        cell.Length.ShouldBe(0, "The last record has no end.");
        return records;
    }

    /// <summary>The rows by the names of their columns, texts as they were recorded.</summary>
    public static Dictionary<string, string?>[] Rows(byte[] csv)
    {
        var records = Read(csv);
        return [.. records.Skip(1).Select(r => records[0].Zip(r).ToDictionary(p => p.First!, p => p.Second))];
    }

    /// <summary>
    /// A text as it was recorded: as the metadata tells it, one apostrophe is taken away at its beginning, and after each semicolon, tab and
    /// line break, where what follows would be a formula.
    /// </summary>
    public static string? AsRecorded(string? cell)
    {
        if (cell is null)
            return null;
        var recorded = new StringBuilder();
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] != '\'' || !IsGuarded(cell, i))
                recorded.Append(cell[i]);
        }

        return recorded.ToString();
    }

    private static bool IsGuarded(string cell, int at)
    {
        if (at > 0 && !";\t\r\n".Contains(cell[at - 1], StringComparison.Ordinal))
            return false;
        var seen = cell.Skip(at).FirstOrDefault(c => (at == 0 && c is '\t' or '\r' or '\n') || !IsPassedOver(c));
        return "=+-@＝＋－＠".Contains(seen, StringComparison.Ordinal) || (at == 0 && seen is '\t' or '\r' or '\n');
    }

    private static bool IsPassedOver(char c) =>
        c is '\'' or '"' || char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;
}
