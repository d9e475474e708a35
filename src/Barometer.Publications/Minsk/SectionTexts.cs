using System.Text.RegularExpressions;
using Barometer.Domain.Periods;

namespace Barometer.Publications.Minsk;

/// <summary>The texts of a section: trends, what is told under its headings, the forecast, footnotes and source links.</summary>
internal sealed partial class SectionTexts
{
    private readonly string _section;
    private readonly Dictionary<TextKind, List<Passage>> _passages = [];
    private TextKind _part = TextKind.Narrative;
    private string? _heading;
    private Paragraph? _bare;
    private int _nextTrend = 1;

    private SectionTexts(string section) => _section = section;

    /// <summary>Every text of a section; its headline, chart labels and tables have been taken out before.</summary>
    public static IEnumerable<ReadText> Of(string section, IReadOnlyList<Line> lines)
    {
        var texts = new SectionTexts(section);
        var (links, rest) = SourceLinks.Of(lines);
        texts.To(TextKind.Sources).AddRange(links);
        foreach (var paragraph in Paragraphs.Of(rest.SelectMany(PartsAlone)))
            texts.Take(paragraph);
        texts.TellBare();
        return texts._passages.Where(p => p.Value.Count > 0).OrderBy(p => p.Key).Select(p => new ReadText(section, p.Key, Title: null, [.. p.Value]));
    }

    private void Take(Paragraph paragraph)
    {
        if (PartOf(paragraph) is { } part)
        {
            TellBare();
            (_part, _heading, _nextTrend) = (part, null, 1);
        }
        else if (Footnote().IsMatch(paragraph.Text) && IsFootnote(paragraph))
            To(TextKind.Footnotes).Add(Numbered(paragraph));
        else if (_part == TextKind.Trends && TakeTrends(paragraph))
            return;
        else if (_part != TextKind.Trends && Paragraphs.IsHeading(paragraph))
            Head(paragraph);
        else
        {
            _bare = null;
            To(_part).Add(paragraph.As(_heading));
        }
    }

    private void Head(Paragraph paragraph)
    {
        TellBare();
        (_heading, _bare) = (paragraph.Text, paragraph);
    }

    // A heading with nothing under it is told as a passage of its own, so that it is not dropped.
    private void TellBare()
    {
        if (_bare is { } heading)
            To(_part).Add(heading.As(heading: null));
        _bare = null;
    }

    // Trends are numbered 1, 2, 3; the first paragraph out of that order is no trend any more.
    private bool TakeTrends(Paragraph paragraph)
    {
        if (Statement().Match(paragraph.Text) is { Success: true } match && match.Groups[1].Value == _nextTrend.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            _nextTrend++;
            To(TextKind.Trends).Add(new Passage(match.Groups[1].Value, match.Groups[2].Value, paragraph.FirstLine, paragraph.LastLine));
            return true;
        }

        _part = TextKind.Narrative;
        if (Paragraphs.IsHeading(paragraph))
        {
            Head(paragraph);
            return true;
        }

        return false;
    }

    private static Passage Numbered(Paragraph paragraph)
    {
        var match = Footnote().Match(paragraph.Text);
        return new Passage(match.Groups[1].Value, match.Groups[2].Value, paragraph.FirstLine, paragraph.LastLine);
    }

    // A footnote's number has no stop behind it, and a sentence follows.
    private static bool IsFootnote(Paragraph paragraph) => paragraph.Text.EndsWith('.') && !char.IsLower(Footnote().Match(paragraph.Text).Groups[2].Value[0]);

    // The names of parts are paragraphs of their own, whether a blank line follows them or not; so are numbered statements.
    private static IEnumerable<Line> PartsAlone(Line line)
    {
        var alone = Part().IsMatch(line.Text);
        if (alone || Statement().IsMatch(line.Text))
            yield return new Line(line.Number, "");
        yield return line;
        if (alone)
            yield return new Line(line.Number, "");
    }

    private static TextKind? PartOf(Paragraph paragraph) =>
        paragraph.Lines is [var only] && Part().Match(only.Text) is { Success: true } match
            ? match.Groups[1].Value.ToUpperInvariant() switch
            {
                "TRENDS" => TextKind.Trends,
                "FORECAST" => TextKind.Forecast,
                _ => TextKind.Narrative,
            }
            : null;

    private List<Passage> To(TextKind kind)
    {
        if (!_passages.TryGetValue(kind, out var passages))
            _passages[kind] = passages = [];
        return passages;
    }

    [GeneratedRegex("^(Trends|Developments and processes|Forecast):?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"^([0-9]{1,2})\. (.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^([0-9]{1,2}) (\p{Lu}.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Footnote();
}
