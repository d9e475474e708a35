using System.Text;
using System.Text.RegularExpressions;
using Barometer.Domain.Developments;

namespace Barometer.Publications.Minsk;

/// <summary>A line of an issue's text: no spaces at its ends, one space between words, every kind of space and dash as it is meant.</summary>
/// <param name="Number">1 for the first line of the file.</param>
/// <param name="Text">What it says; empty for a blank line.</param>
internal readonly partial record struct Line(int Number, string Text)
{
    /// <summary>Half as long again as a printed line: what is longer never went through the printer's columns.</summary>
    public const int Printed = 150;

    public bool IsBlank => Text.Length == 0;

    /// <summary>A line as it stands in the file.</summary>
    public static Line Of(int number, string raw) => new(number, Spaces().Replace(Marks().Replace(raw, "").Normalize(NormalizationForm.FormC), " ").Trim());

    /// <summary>The same with every dash a hyphen: for dates and points, where they mean the same.</summary>
    public string Plain => Dashes.Plain(Text);

    /// <summary>Joins lines as a reader does: a word divided at a line's end is made whole.</summary>
    public static string Join(IEnumerable<Line> lines)
    {
        var joined = new StringBuilder();
        foreach (var text in lines.Where(l => !l.IsBlank).Select(l => l.Text))
        {
            // "November–" and "December" stay without a space; so do "Belarus-" and "Poland", and only a word loses its hyphen.
            var attached = joined.Length > 1 && char.IsLetter(joined[^2]) && Dashes.Are(joined[^1]);
            if (attached && joined[^1] is ('-' or '‐') && char.IsLower(text[0]))
                joined.Length--;
            else if (joined.Length > 0 && !attached)
                joined.Append(' ');
            joined.Append(text);
        }

        return joined.ToString();
    }

    [GeneratedRegex(@"[\s\u00A0\u2000-\u200B\u202F\u205F\u3000\uFEFF]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    // Marks that say which way text runs, and are no part of it.
    [GeneratedRegex("[\u200E\u200F\u202A-\u202E\u2066-\u2069]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
