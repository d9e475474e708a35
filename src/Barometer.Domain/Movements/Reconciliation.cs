using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Movements;

/// <summary>A printed figure beside the recorded one.</summary>
/// <param name="Period">Of which period.</param>
/// <param name="Printed">As it stood in print.</param>
/// <param name="Points">The recorded number; null for a colour.</param>
/// <param name="Band">The recorded colour, "none" where the value lies in no band; null for a number.</param>
public sealed record ReconciledFigure(PeriodId Period, PrintedFigure Printed, int? Points, string? Band)
{
    /// <summary>Recorded − printed; for a colour 1 where the two differ, else 0.</summary>
    public int Difference => Printed.Points is { } printed ? Points!.Value - printed : Band == Printed.Band ? 0 : 1;
}

/// <summary>Print that contradicts itself.</summary>
/// <param name="Relationship">About which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Figures">The printed figures that cannot all be right.</param>
/// <param name="Text">How, for a person.</param>
public sealed record Contradiction(string Relationship, string Dimension, ImmutableArray<FigureKind> Figures, string Text);

/// <summary>Printed beside recorded, figure by figure, and print against itself. Nothing is corrected: both are facts.</summary>
/// <param name="Figures">Every printed figure of the period.</param>
/// <param name="Contradictions">Where print contradicts itself, whatever the record says.</param>
public sealed record Reconciliation(ImmutableArray<ReconciledFigure> Figures, ImmutableArray<Contradiction> Contradictions)
{
    /// <summary>Compares the print of a period with its indices.</summary>
    public static Reconciliation Of(PeriodId period, IReadOnlyCollection<PrintedFigure> printed, IEnumerable<IndexFigure> recorded, RuleSet ruleSet)
    {
        var indices = recorded.Where(i => i.Period == period).ToDictionary(i => (i.Relationship, i.Dimension));
        return new Reconciliation(
            [.. printed.Select(p => Compare(period, p, indices.GetValueOrDefault((p.Relationship, p.Dimension)) ?? new IndexFigure(p.Relationship, p.Dimension, period, 0, 0, 0), ruleSet))],
            [.. printed.GroupBy(p => (p.Relationship, p.Dimension)).SelectMany(g => PrintAgainstItself([.. g], ruleSet))]);
    }

    /// <summary>The number that a printed figure of that kind should show.</summary>
    internal static int Recorded(FigureKind figure, int positive, int negative) => figure switch
    {
        FigureKind.Positive or FigureKind.ChartPositive => positive,
        FigureKind.Negative or FigureKind.ChartNegative => negative,
        _ => positive + negative,
    };

    private static ReconciledFigure Compare(PeriodId period, PrintedFigure printed, IndexFigure index, RuleSet ruleSet) =>
        printed.Figure == FigureKind.Band
            ? new ReconciledFigure(period, printed, Points: null, BandOf(index.Dimension, index.Aggregate, ruleSet))
            : new ReconciledFigure(period, printed, Recorded(printed.Figure, index.Positive, index.Negative), Band: null);

    private static IEnumerable<Contradiction> PrintAgainstItself(PrintedFigure[] figures, RuleSet ruleSet)
    {
        var first = figures[0];
        int? Points(FigureKind kind) => figures.FirstOrDefault(f => f.Figure == kind)?.Points;
        Contradiction Found(string text, params ImmutableArray<FigureKind> kinds) => new(first.Relationship, first.Dimension, kinds, text);

        var (positive, negative, aggregate) = (Points(FigureKind.Positive), Points(FigureKind.Negative), Points(FigureKind.Aggregate));
        var total = Points(FigureKind.CatalogueTotal);
        if (positive + negative != aggregate && aggregate is not null && positive + negative is { } sum)
            yield return Found(
                $"the headline's {Score.Signed(positive)} and {Score.Signed(negative)} come to {Score.Signed(sum)}, its aggregate says {Score.Signed(aggregate)}",
                FigureKind.Positive, FigureKind.Negative, FigureKind.Aggregate);
        if (Differ(total, aggregate))
            yield return Found(
                $"the catalogue's total says {Score.Signed(total)}, the headline's aggregate {Score.Signed(aggregate)}",
                FigureKind.CatalogueTotal, FigureKind.Aggregate);
        if (Differ(Points(FigureKind.ChartPositive), positive))
            yield return Found(
                $"the chart says {Score.Signed(Points(FigureKind.ChartPositive))}, the headline's positive points {Score.Signed(positive)}",
                FigureKind.ChartPositive, FigureKind.Positive);
        if (Differ(Points(FigureKind.ChartNegative), negative))
            yield return Found(
                $"the chart says {Score.Signed(Points(FigureKind.ChartNegative))}, the headline's negative points {Score.Signed(negative)}",
                FigureKind.ChartNegative, FigureKind.Negative);
        if (figures.FirstOrDefault(f => f.Figure == FigureKind.Band) is { } colour && (total ?? aggregate) is { } value && BandOf(first.Dimension, value, ruleSet) is var band && band != colour.Band)
            yield return Found(
                $"{Score.Signed(value)} is printed as {colour.Band}; by the colour scale it is {band}",
                total is null ? FigureKind.Aggregate : FigureKind.CatalogueTotal, FigureKind.Band);
    }

    private static string BandOf(string dimension, int value, RuleSet ruleSet) => ruleSet.BandOf(dimension, value)?.Name ?? RuleSet.NoBand;

    private static bool Differ(int? one, int? other) => one is not null && other is not null && one != other;
}
