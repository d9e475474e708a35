using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Barometer.Host.Exports.Excel;

/// <summary>
/// Text as a cell of a workbook can hold it. What XML has no character for is shown as U+FFFD, and what is too long is cut with a word
/// about it: both can be seen. A carriage return, and what only looks like its spelling, are spelt as Excel spells them.
/// </summary>
internal static partial class CellText
{
    /// <summary>How many characters (UTF-16 code units) Excel takes in a cell.</summary>
    public const int Longest = 32_767;

    private static readonly SearchValues<char> Suspicious = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(c => (char)c).Except(['\t', '\n']),
        .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c),
        '_', '\uFFFE', '\uFFFF',
    ]);

    /// <summary>The text for a cell.</summary>
    public static string Of(string text)
    {
        var fitting = text.Length > Longest ? Cut(text) : text;
        return fitting.AsSpan().ContainsAny(Suspicious) ? Spelt(fitting) : fitting;
    }

    private static string Cut(string text)
    {
        var told = string.Create(CultureInfo.InvariantCulture, $" … [cut: {text.Length} characters, of which a cell holds {Longest}; CSV and Parquet have them all]");
        var kept = Longest - told.Length;
        // A character of two units is not cut in two.
        return $"{text.AsSpan(0, char.IsHighSurrogate(text[kept - 1]) ? kept - 1 : kept)}{told}";
    }

    private static string Spelt(string text)
    {
        var spelt = new StringBuilder(text.Length);
        foreach (var rune in LooksSpelt().Replace(text, "_x005F_").EnumerateRunes())
        {
            if (rune.Value == '\r')
                spelt.Append("_x000D_");
            else
                spelt.Append(rune.Value is (< ' ' and not '\t' and not '\n') or 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune);
        }

        return spelt.ToString();
    }

    // The underscore of what Excel would read as a character spelt by its number.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex LooksSpelt();
}
