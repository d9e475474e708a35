using System.Globalization;

namespace Barometer.Host.Exports.Csv;

/// <summary>
/// Text that a spreadsheet would take for a formula when it opens a CSV file, as OWASP tells it. An apostrophe before it keeps it text. It
/// can be undone: whether a text is such a text does not depend on apostrophes before it, so that one is taken away from those that are.
/// </summary>
internal static class FormulaText
{
    private const string Begins = "=+-@＝＋－＠";

    /// <summary>The text, with an apostrophe before it where a spreadsheet would take it for a formula.</summary>
    public static string Neutralised(string text) => IsTakenForFormula(text) ? $"'{text}" : text;

    // Some spreadsheets pass over what is not seen: spaces, marks of direction, a byte order mark.
    private static bool IsTakenForFormula(string text)
    {
        foreach (var c in text)
        {
            if (c is '\t' or '\r' or '\n' || Begins.Contains(c))
                return true;
            if (c != '\'' && !char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
                return false;
        }

        return false;
    }
}
