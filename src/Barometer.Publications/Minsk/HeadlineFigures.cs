using System.Globalization;
using System.Text.RegularExpressions;
using Barometer.Domain.Periods;

namespace Barometer.Publications.Minsk;

/// <summary>The figures that a section prints: its headline block, and the labels of its chart, each on a line of its own.</summary>
internal static partial class HeadlineFigures
{
    private const string Headline = "headline";
    private const string Chart = "chart";

    /// <summary>True for a line of a headline block.</summary>
    public static bool IsPart(Line line) => Block().IsMatch(line.Plain) || Title().IsMatch(line.Text);

    /// <summary>True for a line that starts as one of a headline block, and is none.</summary>
    public static bool IsSpoilt(Line line) => !IsPart(line) && Begun().IsMatch(line.Plain);

    /// <summary>True for a label of a chart.</summary>
    public static bool IsLabel(Line line) => Label().IsMatch(line.Plain);

    /// <summary>The figures of a section, each the first of its kind.</summary>
    public static IEnumerable<PrintedFigure> Of(Stretch section) =>
        section.Lines.Select(l => Figure(section, l)).OfType<PrintedFigure>().DistinctBy(f => f.Figure);

    private static PrintedFigure? Figure(Stretch section, Line line)
    {
        if (section.Relationship is not { Dimensions: [var dimension] } relationship)
            return null;
        PrintedFigure Printed(FigureKind kind, int points, string place) => new(relationship.Key, dimension.Key, kind, points, Band: null, place, line.Number);

        if (Block().Match(line.Plain) is { Success: true } block)
            return Printed(KindOf(block.Groups[1].Value), Number(block.Groups[2].Value), Headline);
        if (!Label().IsMatch(line.Plain))
            return null;
        var label = Number(line.Plain);
        return Printed(label < 0 ? FigureKind.ChartNegative : FigureKind.ChartPositive, label, Chart);
    }

    private static FigureKind KindOf(string words) => words.ToUpperInvariant() switch
    {
        "AGGREGATE INDEX" => FigureKind.Aggregate,
        "POSITIVE POINTS" => FigureKind.Positive,
        _ => FigureKind.Negative,
    };

    private static int Number(string text) => int.Parse(text.Replace(" ", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(Aggregate index|Positive points|Negative points) ?: ?([+-]? ?[0-9]{1,4})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    [GeneratedRegex("^(Aggregate index|Positive points|Negative points) ?:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Begun();

    [GeneratedRegex("^Relations development ind(?:ex|ices):$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex("^[+-] ?[0-9]{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
