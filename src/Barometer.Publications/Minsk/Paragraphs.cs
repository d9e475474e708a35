using Barometer.Domain.Periods;

namespace Barometer.Publications.Minsk;

/// <summary>A paragraph: lines between blank ones, or more where a page break fell into a sentence.</summary>
/// <param name="Lines">Its lines, none of them blank.</param>
internal sealed record Paragraph(IReadOnlyList<Line> Lines)
{
    public string Text => Line.Join(Lines);

    public int FirstLine => Lines[0].Number;

    public int LastLine => Lines[^1].Number;

    public Passage As(string? heading) => new(heading, Text, FirstLine, LastLine);
}

/// <summary>Makes paragraphs of lines.</summary>
internal static class Paragraphs
{
    private const int LongestHeading = 70;

    /// <summary>The paragraphs, in order; one that a page break divided is whole again.</summary>
    public static List<Paragraph> Of(IEnumerable<Line> lines)
    {
        var paragraphs = new List<Paragraph>();
        var open = new List<Line>();
        foreach (var line in lines.Append(new Line(0, "")))
        {
            if (!line.IsBlank)
                open.Add(line);
            else if (open.Count > 0)
            {
                Add(paragraphs, new Paragraph([.. open]));
                open.Clear();
            }
        }

        return paragraphs;
    }

    /// <summary>True for a line of its own that introduces what follows: short, a capital at its start, no stop at its end.</summary>
    public static bool IsHeading(Paragraph paragraph) =>
        paragraph.Lines is [{ Text: { Length: <= LongestHeading } text }] && char.IsUpper(text[0]) && text[^1] is not ('.' or ';' or ',' or ':');

    private static void Add(List<Paragraph> paragraphs, Paragraph next)
    {
        if (paragraphs is [.., var last] && char.IsLower(next.Lines[0].Text[0]) && last.Lines[^1].Text[^1] is not ('.' or ':' or ';' or '!' or '?' or '”'))
            paragraphs[^1] = new Paragraph([.. last.Lines, .. next.Lines]);
        else
            paragraphs.Add(next);
    }
}
