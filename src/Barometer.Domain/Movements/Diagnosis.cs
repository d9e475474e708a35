using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Movements;

/// <summary>Something that, alone, would explain every difference of a relationship in a dimension. A candidate, not a finding.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Reference">The row that it is about; null for an exchange of printed figures.</param>
/// <param name="Text">What would have happened, for a person.</param>
public sealed record Candidate(string Relationship, string Dimension, Reference? Reference, string Text);

/// <summary>Looks for what would explain a difference: printed figures exchanged, or one row counted otherwise or elsewhere.</summary>
public static class Diagnosis
{
    /// <summary>The candidates for every relationship and dimension in which print and record differ.</summary>
    /// <param name="reconciliation">The figures of one period.</param>
    /// <param name="developments">The developments filed under it.</param>
    /// <param name="range">The largest part of a score.</param>
    public static ImmutableArray<Candidate> Of(Reconciliation reconciliation, IReadOnlyCollection<Development> developments, int range)
    {
        ReconciledFigure[][] differing =
        [
            .. reconciliation.Figures
                .Where(f => f.Printed.Points is not null)
                .GroupBy(f => (f.Printed.Relationship, f.Printed.Dimension))
                .Where(g => g.Any(f => f.Difference != 0))
                .Select(g => g.ToArray()),
        ];
        return [.. differing.SelectMany(figures => Exchanges(figures).Concat(Rows(figures, developments, range))), .. Between(differing, developments)];
    }

    private static IEnumerable<Candidate> Exchanges(ReconciledFigure[] figures) =>
        from i in Enumerable.Range(0, figures.Length)
        from j in Enumerable.Range(i + 1, figures.Length - i - 1)
        let one = figures[i]
        let other = figures[j]
        where one.Difference != 0 && other.Difference != 0 && one.Printed.Place == other.Printed.Place
        where one.Printed.Points == other.Points && other.Printed.Points == one.Points
        where figures.Except([one, other]).All(f => f.Difference == 0)
        select new Candidate(
            one.Printed.Relationship,
            one.Printed.Dimension,
            Reference: null,
            $"the {one.Printed.Place}'s {Words(one)} ({Score.Signed(one.Printed.Points)}) and {Words(other)} ({Score.Signed(other.Printed.Points)}) are exchanged in print");

    private static IEnumerable<Candidate> Rows(ReconciledFigure[] figures, IReadOnlyCollection<Development> developments, int range)
    {
        var (relationship, dimension) = (figures[0].Printed.Relationship, figures[0].Printed.Dimension);
        return from d in developments.OrderBy(d => d.Id, StringComparer.Ordinal)
               where d.Stands && d.Relationship == relationship
               let score = d.Points!.Single(s => s.Dimension == dimension)
               from other in Otherwise(score, range)
               where figures.All(f => IsExplainedBy(f, other.Positive - score.Positive, other.Negative - score.Negative))
               select new Candidate(relationship, dimension, d.Reference, $"{d.Reference} \"{d.Particulars.Title}\" ({score.Points}) {other.As}");
    }

    // Two relationships of which each explains the other: their figures exchanged, or a row counted under the wrong one.
    private static IEnumerable<Candidate> Between(ReconciledFigure[][] differing, IReadOnlyCollection<Development> developments) =>
        from one in differing
        from other in differing
        let here = one[0].Printed
        let there = other[0].Printed
        where here.Relationship != there.Relationship && here.Dimension == there.Dimension
        from text in Texts(one, other, developments)
        from told in new[] { here, there }
        select new Candidate(told.Relationship, told.Dimension, text.Reference, text.Said);

    private static IEnumerable<(Reference? Reference, string Said)> Texts(ReconciledFigure[] one, ReconciledFigure[] other, IReadOnlyCollection<Development> developments)
    {
        var (here, there) = (one[0].Printed, other[0].Printed);
        if (string.CompareOrdinal(here.Relationship, there.Relationship) < 0 && AreExchanged(one, other) && AreExchanged(other, one))
            yield return (null, $"the printed figures of {here.Relationship} and {there.Relationship} are exchanged");
        foreach (var d in developments.Where(d => d.Stands && d.Relationship == here.Relationship).OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            var score = d.Points!.Single(s => s.Dimension == here.Dimension);
            if (one.All(f => IsExplainedBy(f, -score.Positive, -score.Negative)) && other.All(f => IsExplainedBy(f, score.Positive, score.Negative)))
                yield return (d.Reference, $"{d.Reference} \"{d.Particulars.Title}\" ({score.Points}) was counted under {there.Relationship} in the printed sums");
        }
    }

    private static bool AreExchanged(ReconciledFigure[] one, ReconciledFigure[] other) =>
        one.Where(f => f.Difference != 0).All(f => other.Any(o =>
            o.Printed.Figure == f.Printed.Figure && o.Printed.Place == f.Printed.Place && o.Printed.Points == f.Points && f.Printed.Points == o.Points));

    private static bool IsExplainedBy(ReconciledFigure figure, int positive, int negative) =>
        figure.Points + Reconciliation.Recorded(figure.Printed.Figure, positive, negative) == figure.Printed.Points;

    private static IEnumerable<(int Positive, int Negative, string As)> Otherwise(Score score, int range)
    {
        yield return (0, 0, "was left out of the printed sums");
        yield return (2 * score.Positive, 2 * score.Negative, "was counted twice in the printed sums");
        for (var points = -range; points <= range; points++)
        {
            if (points != 0 && Score.Of(score.Dimension, points) != score)
                yield return (Math.Max(points, 0), Math.Min(points, 0), $"was counted as {Score.Signed(points)} in the printed sums");
        }
    }

    private static string Words(ReconciledFigure figure) => figure.Printed.Figure switch
    {
        FigureKind.Positive => "positive points",
        FigureKind.Negative => "negative points",
        FigureKind.CatalogueTotal => "total",
        FigureKind.ChartPositive => "positive label",
        FigureKind.ChartNegative => "negative label",
        _ => "aggregate",
    };
}
