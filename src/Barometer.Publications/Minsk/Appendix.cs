using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Barometer.Domain.Barometers;

namespace Barometer.Publications.Minsk;

/// <summary>An appendix: catalogues, or the colour scale; its title says which, however it is divided over lines.</summary>
/// <param name="Name">E.g. "Appendix 1".</param>
/// <param name="Catalogues">The catalogues in it.</param>
/// <param name="Scale">The lines of the colour scale, its title first; empty where it has none.</param>
/// <param name="Strays">Lines that are in neither, blank ones left out.</param>
internal sealed partial record Appendix(string Name, ImmutableArray<Stretch> Catalogues, ImmutableArray<Line> Scale, ImmutableArray<Line> Strays)
{
    private const int LongestTitle = 4;

    /// <summary>True for the line that opens an appendix.</summary>
    public static bool IsHeading(Line line) => Heading().IsMatch(line.Text);

    /// <summary>What an appendix holds; the first of its lines is its heading.</summary>
    public static Appendix Of(ImmutableArray<Line> lines, Settings settings)
    {
        ImmutableArray<Line> under = [.. lines.Skip(1).SkipWhile(l => l.IsBlank)];
        var length = under.TakeWhile((l, i) => i < LongestTitle && !l.IsBlank && !Furniture.IsColumnHeader(l, []) && !IssueLayout.RelationshipOf(l, settings).Is).Count();
        var (title, body) = (Line.Join(under.Take(length)), under[length..].RemoveAll(l => EndOfTitle().IsMatch(l.Text)));
        var appendix = new Appendix(lines[0].Text.TrimEnd('.', ':'), [], [], []);

        if (Says(title, "underlying the relations"))
        {
            var catalogues = IssueLayout.Sectioned(body, l => IssueLayout.RelationshipOf(l, settings), (_, at) => at);
            return appendix with { Catalogues = catalogues, Strays = Told(catalogues is [var first, ..] ? body.TakeWhile(l => l.Number < first.Heading.Number) : body) };
        }

        return Says(title, "underlying the security")
            ? appendix with { Catalogues = [new Stretch(MinskBarometer.Security(settings), under[0], body)] }
            : Says(title, "colour scale") || Says(title, "color scale") ? appendix with { Scale = under } : appendix with { Strays = Told(under) };
    }

    private static ImmutableArray<Line> Told(IEnumerable<Line> lines) => [.. lines.Where(l => !l.IsBlank && !Furniture.IsFooter(l))];

    private static bool Says(string title, string words) => title.Contains(words, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^Appendix [0-9IVX]+[.:]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex("^(?:security )?ind(?:ices|ex)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EndOfTitle();
}
