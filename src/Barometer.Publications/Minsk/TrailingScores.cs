using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Barometer.Publications.Minsk;

/// <summary>Scores at the end of a line: a sign and a number, which may have come apart, or a plain 0.</summary>
/// <param name="Before">What stands before them.</param>
/// <param name="Scores">The scores, from left to right; none where the line ends in words.</param>
internal sealed partial record TrailingScores(string Before, ImmutableArray<int> Scores)
{
    /// <summary>Splits a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="most">How many scores there can be.</param>
    public static TrailingScores Of(Line line, int most)
    {
        var (before, scores) = (line.Plain, new List<int>());
        while (scores.Count < most && Last().Match(before) is { Success: true } match)
        {
            scores.Insert(0, int.Parse(match.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
            before = before[..match.Index].TrimEnd();
        }

        // What stands before is said as printed, with its own dashes.
        return new TrailingScores(scores.Count == 0 ? line.Text : line.Text[..before.Length], [.. scores]);
    }

    /// <summary>True where the line ends in something that was meant as a score and is none: "+x", "++1", "+1.5".</summary>
    public static bool LooksWrong(Line line) => Wrong().IsMatch(line.Plain);

    [GeneratedRegex("(?:^|(?<= ))([+-] ?[0-9]{1,3}|0)$", RegexOptions.CultureInvariant)]
    private static partial Regex Last();

    [GeneratedRegex("(?:^| )[+-]+ ?[0-9A-Za-z.,?*]{0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Wrong();
}
