using System.Collections.Immutable;
using Barometer.Domain.Barometers;

namespace Barometer.Domain.Movements;

/// <summary>What moved an index in one way.</summary>
/// <param name="Cause">In which way.</param>
/// <param name="Movements">Each of them, in the order of the record.</param>
public sealed record CauseOfChange(Cause Cause, ImmutableArray<Movement> Movements)
{
    /// <summary>What they change the positive sum by.</summary>
    public int Positive => Movements.Sum(m => m.Positive);

    /// <summary>What they change the negative sum by.</summary>
    public int Negative => Movements.Sum(m => m.Negative);

    /// <summary>What they change the aggregate by.</summary>
    public int Aggregate => Positive + Negative;
}

/// <summary>Why an index changed between two moments: the movements between them, grouped by cause.</summary>
/// <param name="From">The index at the first moment.</param>
/// <param name="To">The index at the second.</param>
/// <param name="Causes">What lies between, in the order of <see cref="Cause"/>.</param>
/// <param name="Said">The change in the dimension's own word: "improved", "worsened"; null where the aggregate is the same.</param>
public sealed record Explanation(IndexFigure From, IndexFigure To, ImmutableArray<CauseOfChange> Causes, string? Said)
{
    /// <summary>What the movements leave unexplained: always 0, or the record does not add up.</summary>
    public int Residual => To.Aggregate - From.Aggregate - Causes.Sum(c => c.Aggregate);

    /// <summary>Explains the change of one index by all the movements between two moments.</summary>
    /// <param name="from">The index at the first moment.</param>
    /// <param name="to">The same index at the second.</param>
    /// <param name="dimension">Its dimension, which says which way is up.</param>
    /// <param name="between">The movements after the first moment, up to the second.</param>
    public static Explanation Of(IndexFigure from, IndexFigure to, Dimension dimension, IEnumerable<Movement> between) => new(
        from,
        to,
        [.. between
            .Where(m => (m.Place.Relationship, m.Dimension, m.Period) == (to.Relationship, to.Dimension, to.Period))
            .GroupBy(m => m.Cause)
            .OrderBy(g => g.Key)
            .Select(g => new CauseOfChange(g.Key, [.. g.OrderBy(m => m.Place.Position).ThenBy(m => m.Day)]))],
        dimension.Said(to.Aggregate - from.Aggregate));
}
