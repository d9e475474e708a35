using System.Text.RegularExpressions;

namespace Barometer.Host.Exports.Csv;

/// <summary>
/// Text that a spreadsheet would take for a formula when it opens a CSV file, as OWASP tells it. An apostrophe keeps it text, before it, and
/// before each of its parts that would begin a cell where cells are parted by semicolons or tabs: there the quotes of a cell do not hold,
/// since they stand in the middle of another. It can be undone: whether a part is guarded does not depend on apostrophes before it, so that
/// one is taken away from those that are.
/// </summary>
internal static partial class FormulaText
{
    /// <summary>The text, with an apostrophe wherever a spreadsheet would take what follows for a formula.</summary>
    public static string Neutralised(string text) => Beginning.Replace(text, "'");

    // Spreadsheets pass over what is not seen: spaces, marks of direction, a byte order mark; and over quotes, which begin a quoted cell.
    [GeneratedRegex("""^(?=['"\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠\t\r\n])|(?<=[;\t\r\n])(?=['"\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])""", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning { get; }
}
