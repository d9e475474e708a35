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
/// <param name="Catalogues">The catalogues of relationships.</param>
/// <param name="Security">The catalogue of the relationship with several dimensions; null where there is none.</param>
/// <param name="Scale">The colour scale.</param>
internal sealed partial record IssueLayout(
    ImmutableArray<Line> Introduction, ImmutableArray<Stretch> Sections, ImmutableArray<Stretch> Catalogues, Stretch? Security, ImmutableArray<Line> Scale)
{
    /// <summary>Finds the parts.</summary>
    public static IssueLayout Of(IReadOnlyList<Line> lines, Settings settings)
    {
        var (text, appendices) = Appendices(lines);
        var sections = Sectioned(text, l => SectionOf(l, settings), HeadlineBefore);
        var relations = appendices.FirstOrDefault(a => Says(a, "underlying the relations"));
        var security = appendices.FirstOrDefault(a => Says(a, "underlying the security"));
        var catalogues = relations.IsDefault ? [] : Sectioned(relations, l => CatalogueOf(l, settings), (_, at) => at);
        return new IssueLayout(
            [.. text.Take(sections is [var first, ..] ? StartOf(text, first) : text.Length)],
            sections,
            catalogues,
            security.IsDefault ? null : new Stretch(settings.Relationships.FirstOrDefault(r => r.Dimensions.Length > 1), security[0], [.. security.Skip(1).Where(l => !AppendixTitle().IsMatch(l.Text))]),
            appendices.FirstOrDefault(a => Says(a, "colour scale") || Says(a, "color scale")) is { IsDefault: false } scale ? scale : []);
    }

    private static (ImmutableArray<Line> Text, List<ImmutableArray<Line>> Appendices) Appendices(IReadOnlyList<Line> lines)
    {
        int[] starts = [.. Enumerable.Range(0, lines.Count).Where(i => Appendix().IsMatch(lines[i].Text)), lines.Count];
        return ([.. lines.Take(starts[0])], [.. starts.Zip(starts.Skip(1), (from, to) => lines.Skip(from).Take(to - from).ToImmutableArray())]);
    }

    private static ImmutableArray<Stretch> Sectioned(
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
        var relationship = RelationshipHeading().Match(line.Text) is { Success: true } match ? Named(match.Groups[1].Value, settings) : null;
        relationship ??= settings.Relationships.FirstOrDefault(r => r.Dimensions.Length > 1 && r.PrintedAs.Any(p => Equal(line.Text, $"{p}:")));
        return (relationship is not null, relationship);
    }

    private static (bool Is, Relationship? Of) CatalogueOf(Line line, Settings settings) =>
        RelationshipHeading().Match(line.Text) is { Success: true } match ? (true, Named(match.Groups[1].Value, settings)) : (false, null);

    private static Relationship? Named(string name, Settings settings) =>
        settings.Relationships.FirstOrDefault(r => r.PrintedAs.Any(p => Equal(p, name)));

    private static bool Equal(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool Says(ImmutableArray<Line> appendix, string words) =>
        appendix.Take(8).Any(l => l.Text.Contains(words, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("^Appendix [0-9IVX]+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Appendix();

    [GeneratedRegex("^(?:Catalogue of |indices$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AppendixTitle();

    [GeneratedRegex("^Relationship with (?:the )?(.{2,40})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RelationshipHeading();
}
