using System.Text.RegularExpressions;
using Barometer.Domain.Periods;

namespace Barometer.Publications.Minsk;

/// <summary>
/// Source links out of page footers, as printed, broken ones included: a path on somebody's disk, an "http://" before whole
/// paragraphs. They never stand beside a row, and are never fetched.
/// </summary>
internal static partial class SourceLinks
{
    /// <summary>Takes the links out of lines, and leaves the rest.</summary>
    public static (List<Passage> Links, List<Line> Others) Of(IReadOnlyList<Line> lines)
    {
        var (links, rest) = (new List<Passage>(), new List<Line>());
        for (var at = 0; at < lines.Count; at++)
        {
            if (!Address().IsMatch(lines[at].Text))
            {
                rest.Add(lines[at]);
                continue;
            }

            var end = EndOf(lines, at);
            var taken = lines.Skip(at).Take(end - at + 1).Where(l => !l.IsBlank).ToArray();
            links.Add(new Passage(Heading: null, string.Join('\n', taken.Select(l => l.Text)), lines[at].Number, lines[end].Number));
            at = end;
        }

        return (links, rest);
    }

    // An address without a space ends with its line. A broken one goes on through lines too long to have been printed.
    private static int EndOf(IReadOnlyList<Line> lines, int at)
    {
        var end = at;
        if (!lines[at].Text.Contains(' ', StringComparison.Ordinal))
            return end;
        for (var i = at + 1; i < lines.Count && (lines[i].IsBlank || lines[i].Text.Length > Line.Printed); i++)
        {
            if (!lines[i].IsBlank)
                end = i;
        }

        return end;
    }

    [GeneratedRegex(@"^(?:https?://|[A-Za-z]:\\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
