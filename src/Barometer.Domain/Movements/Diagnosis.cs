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

/// <summary>Looks for what would explain a difference: two printed figures exchanged, or one row counted otherwise.</summary>
public static class Diagnosis
{
    /// <summary>The candidates for every relationship and dimension in which print and record differ.</summary>
    /// <param name="reconciliation">The figures of one period.</param>
    /// <param name="developments">The developments filed under it.</param>
    /// <param name="range">The largest part of a score.</param>
    public static ImmutableArray<Candidate> Of(Reconciliation reconciliation, IReadOnlyCollection<Development> developments, int range) =>
        [.. reconciliation.Figures
            .Where(f => f.Printed.Points is not null)
            .GroupBy(f => (f.Printed.Relationship, f.Printed.Dimension))
            .Where(g => g.Any(f => f.Difference != 0))
            .SelectMany(g => Exchanges([.. g]).Concat(Rows([.. g], developments, range)))];

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
               where figures.All(f => f.Points + Reconciliation.Recorded(f.Printed.Figure, other.Positive - score.Positive, other.Negative - score.Negative) == f.Printed.Points)
               select new Candidate(relationship, dimension, d.Reference, $"{d.Reference} \"{d.Particulars.Title}\" ({score.Points}) {other.As}");
    }

    private static IEnumerable<(int Positive, int Negative, string As)> Otherwise(Score score, int range)
    {
        yield return (0, 0, "was left out of the printed sums");
        yield return (2 * score.Positive, 2 * score.Negative, "was counted twice in the printed sums");
        if (score.Positive == 0 || score.Negative == 0)
        {
            for (var points = -range; points <= range; points++)
            {
                if (points != 0 && points != score.Aggregate)
                    yield return (Math.Max(points, 0), Math.Min(points, 0), $"was counted as {Score.Signed(points)} in the printed sums");
            }
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
