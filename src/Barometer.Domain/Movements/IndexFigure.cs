using Barometer.Domain.Periods;

namespace Barometer.Domain.Movements;

/// <summary>An index: for a relationship, a dimension and a period the sums of what stands, and the count.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">In which period.</param>
/// <param name="Positive">Sum of the positive parts, 0 or more.</param>
/// <param name="Negative">Sum of the negative parts, 0 or less.</param>
/// <param name="Developments">How many standing scored developments, 0/0 included.</param>
public sealed record IndexFigure(string Relationship, string Dimension, PeriodId Period, int Positive, int Negative, int Developments)
{
    /// <summary>What both sums come to.</summary>
    public int Aggregate => Positive + Negative;

    /// <summary>The indices that movements add up to.</summary>
    public static IEnumerable<IndexFigure> Sum(IEnumerable<Movement> movements) =>
        from m in movements
        group m by (m.Place.Relationship, m.Dimension, m.Period) into g
        select new IndexFigure(g.Key.Relationship, g.Key.Dimension, g.Key.Period, g.Sum(m => m.Positive), g.Sum(m => m.Negative), g.Sum(m => m.Developments));
}

/// <summary>A running index: the same by day, within its period, up to and including the day.</summary>
/// <param name="Day">A day on which something counts.</param>
/// <param name="Positive">Sum of the positive parts up to that day.</param>
/// <param name="Negative">Sum of the negative parts up to that day.</param>
/// <param name="Developments">How many standing scored developments up to that day.</param>
public sealed record RunningFigure(DateOnly Day, int Positive, int Negative, int Developments)
{
    /// <summary>What both sums come to.</summary>
    public int Aggregate => Positive + Negative;
}
