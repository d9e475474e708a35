using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Barometer.Host.Exports.Csv;

/// <summary>
/// Text that a spreadsheet would take for a formula when it opens a CSV file, as OWASP tells it. An apostrophe keeps it text, before it, and
/// before each of its parts that would begin a cell where cells are parted by semicolons or tabs: there the quotes of a cell do not hold,
/// since they stand in the middle of another. It can be undone: whether a part is guarded does not depend on apostrophes before it, so that
/// one is taken away from those that are.
/// </summary>
internal static class FormulaText
{
    private const string Begins = "=+-@＝＋－＠";
    private const string Breaks = "\t\r\n";
    private const string Parts = ";" + Breaks;

    private static readonly SearchValues<char> Suspicious = SearchValues.Create(Begins + Breaks);

    /// <summary>The text, with an apostrophe wherever a spreadsheet would take what follows for a formula.</summary>
    public static string Neutralised(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspicious))
            return text;
        // From its end, so that what follows is known.
        var (backwards, begins) = (new List<char>(text.Length + 1), false);
        for (var at = text.Length - 1; at >= 0; at--)
        {
            begins = Begins.Contains(text[at]) || (begins && IsPassedOver(text[at]));
            backwards.Add(text[at]);
            if (at == 0 ? begins || BeginsWithBreak(text) : begins && Parts.Contains(text[at - 1]))
                backwards.Add('\'');
        }

        backwards.Reverse();
        return new string(CollectionsMarshal.AsSpan(backwards));
    }

    private static bool BeginsWithBreak(string text) => Breaks.Contains(text.FirstOrDefault(c => Breaks.Contains(c) || !IsPassedOver(c)));

    // Spreadsheets pass over what is not seen: spaces, marks of direction, a byte order mark; and over quotes, which begin a quoted cell.
    private static bool IsPassedOver(char c) => c is '\'' or '"' || char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
