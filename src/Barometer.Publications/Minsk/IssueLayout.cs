using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Barometer.Domain.Barometers;

namespace Barometer.Publications.Minsk;

/// <summary>A stretch of the issue under a heading.</summary>
/// <param name="Relationship">Which relationship it is about; null where the heading names none that is known.</param>
/// <param name="Heading">The heading's line.</param>
/// <param name="Lines">What stands under it.</param>
internal sealed record Stretch(Relationship? Relationship, Line Heading, ImmutableArray<Line> Lines);

/// <summary>Where the parts of an issue are: its introduction, a section for each relationship, and the appendices, in whatever order.</summary>
/// <param name="Introduction">What stands before the first section.</param>
/// <param name="Sections">The sections of the text.</param>
/// <param name="Appendices">The appendices.</param>
internal sealed partial record IssueLayout(ImmutableArray<Line> Introduction, ImmutableArray<Stretch> Sections, ImmutableArray<Appendix> Appendices)
{
    /// <summary>Finds the parts.</summary>
    public static IssueLayout Of(IReadOnlyList<Line> lines, Settings settings)
    {
        int[] starts = [.. Enumerable.Range(0, lines.Count).Where(i => Appendix.IsHeading(lines[i])), lines.Count];
        var appendices = starts.Zip(starts.Skip(1), (from, to) => Appendix.Of([.. lines.Skip(from).Take(to - from)], settings)).ToArray();
        // Where appendices stand first, the sections follow the last of them.
        var after = appendices is [.., { Scale: { IsEmpty: false } scale }] ? AfterScale(scale, settings) : [];
        if (!after.IsEmpty)
            appendices[^1] = appendices[^1] with { Scale = appendices[^1].Scale[..^after.Length] };
        ImmutableArray<Line> text = [.. lines.Take(starts[0]), .. after];
        var sections = Sectioned(text, l => SectionOf(l, settings), HeadlineBefore);
        return new IssueLayout(
            [.. text.Take(sections is [var first, ..] ? StartOf(text, first) : text.Length)],
            sections,
            [.. appendices]);
    }

    private static ImmutableArray<Line> AfterScale(ImmutableArray<Line> scale, Settings settings) =>
        Sectioned(scale, l => SectionOf(l, settings), HeadlineBefore) is [var first, ..] ? scale[StartOf(scale, first)..] : [];

    /// <summary>The relationship that a line names as a heading does: "Relationship with the EU".</summary>
    public static (bool Is, Relationship? Of) RelationshipOf(Line line, Settings settings) =>
        RelationshipHeading().Match(line.Text) is { Success: true } match
            ? (true, settings.Relationships.FirstOrDefault(r => r.PrintedAs.Any(p => Equal(p, match.Groups[1].Value))))
            : (false, null);

    /// <summary>Cuts lines into stretches, each under its heading; what stands before the first is in none.</summary>
    public static ImmutableArray<Stretch> Sectioned(
        ImmutableArray<Line> lines, Func<Line, (bool Is, Relationship? Of)> heading, Func<ImmutableArray<Line>, int, int> startOf)
    {
        var found = Enumerable.Range(0, lines.Length).Select(i => (At: i, Heading: heading(lines[i]))).Where(h => h.Heading.Is)
            .Select(h => (h.At, h.Heading.Of, Start: startOf(lines, h.At))).ToArray();
        return [.. found.Select((h, i) => new Stretch(
            h.Of,
            lines[h.At],
            [.. lines[h.Start..(i + 1 < found.Length ? found[i + 1].Start : lines.Length)].Where(l => l.Number != lines[h.At].Number)]))];
    }

    // The headline of a section may stand right above its heading.
    private static int HeadlineBefore(ImmutableArray<Line> lines, int at)
    {
        var start = at;
        for (var i = at - 1; i >= 0 && (lines[i].IsBlank || HeadlineFigures.IsPart(lines[i])); i--)
        {
            if (!lines[i].IsBlank)
                start = i;
        }

        return start;
    }

    private static int StartOf(ImmutableArray<Line> text, Stretch first) =>
        text.IndexOf(first.Lines.Where(l => l.Number < first.Heading.Number).Append(first.Heading).First());

    // In the text a relationship that is not known is a sentence like any other; "Security Barometer:" has a name of its own.
    private static (bool Is, Relationship? Of) SectionOf(Line line, Settings settings)
    {
        var relationship = RelationshipOf(line, settings).Of
            ?? (MinskBarometer.Security(settings) is { } security && security.PrintedAs.Any(p => Equal(line.Text, $"{p}:")) ? security : null);
        return (relationship is not null, relationship);
    }

    private static bool Equal(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^Relationship with (?:the )?(.{2,40})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RelationshipHeading();
}
