using System.Collections.Immutable;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Movements;

/// <summary>What an index of a period was in each release that the period was in.</summary>
/// <param name="Period">Which period.</param>
/// <param name="Figures">In the order of releases; at least one.</param>
public sealed record TriangleRow(PeriodId Period, ImmutableArray<VintageFigure> Figures)
{
    /// <summary>As it first went out.</summary>
    public VintageFigure First => Figures[0];

    /// <summary>As it went out the k-th time, the first time being 1; null where it did not go out so often.</summary>
    public VintageFigure? Nth(int k) => k >= 1 && k <= Figures.Length ? Figures[k - 1] : null;

    /// <summary>As it went out at a release; null where the period was not in it.</summary>
    public VintageFigure? In(string release) => Figures.FirstOrDefault(f => f.Vintage.Release!.Name == release);
}

/// <summary>Periods × releases: a row a period, a column a release. A column is a vintage, a diagonal what was new in each.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Rows">The periods that went out, the first first.</param>
public sealed record Triangle(string Relationship, string Dimension, ImmutableArray<TriangleRow> Rows)
{
    /// <summary>The triangle of an index.</summary>
    /// <param name="relationship">Of which relationship.</param>
    /// <param name="dimension">In which dimension.</param>
    /// <param name="vintages">One for each release, in order.</param>
    public static Triangle Of(string relationship, string dimension, IReadOnlyCollection<Vintage> vintages) => new(
        relationship,
        dimension,
        [.. from period in vintages.Select(v => v.Release!.Closes).OfType<PeriodId>().OrderBy(p => p.FirstDay)
            let figures = vintages.Select(v => v.Figure(relationship, dimension, period)).OfType<VintageFigure>().ToImmutableArray()
            where !figures.IsEmpty
            select new TriangleRow(period, figures)]);
}
