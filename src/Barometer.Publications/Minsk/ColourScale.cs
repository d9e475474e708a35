using System.Text.RegularExpressions;
using Barometer.Domain.Periods;

namespace Barometer.Publications.Minsk;

/// <summary>The colour scale as printed: a passage for each colour, with its range and what it means.</summary>
internal static partial class ColourScale
{
    public static ReadText? Read(IReadOnlyList<Line> lines, string section)
    {
        var rows = Enumerable.Range(0, lines.Count).Where(i => Colour().IsMatch(lines[i].Plain)).ToArray();
        if (rows.Length == 0)
            return null;
        var passages = rows.Select((from, i) => Passage([.. lines.Take(i + 1 < rows.Length ? rows[i + 1] : lines.Count).Skip(from).Where(l => !l.IsBlank && !Furniture.IsFooter(l))]));
        return new ReadText(section, TextKind.Scale, Line.Join(lines.Take(rows[0]).Where(l => !Header().IsMatch(l.Text))), [.. passages]);
    }

    private static Passage Passage(Line[] lines)
    {
        var colour = Colour().Match(lines[0].Plain).Groups[1].Value;
        var range = lines[0] with { Text = lines[0].Text[colour.Length..].Trim() };
        return new Passage(colour, Line.Join([range, .. lines.Skip(1)]), lines[0].Number, lines[^1].Number);
    }

    [GeneratedRegex(@"^(\p{L}+) (?:higher than|lower than|from|[+-]?[0-9]+ (?:and|to)).*$", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();

    [GeneratedRegex("^Colou?r Value\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Header();
}
