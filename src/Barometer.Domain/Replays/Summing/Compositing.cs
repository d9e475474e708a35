using System.Collections.Immutable;
using System.Numerics;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Summing;

/// <summary>Puts indices together to one number a period.</summary>
internal static class Compositing
{
    /// <summary>The composite of every period; a relationship without an index in a period counts 0 there.</summary>
    /// <param name="composite">Which.</param>
    /// <param name="indices">The indices of all these periods.</param>
    /// <param name="periods">The periods that are asked for.</param>
    /// <param name="reference">The reference periods, asked for or not.</param>
    public static ImmutableArray<CompositeFigure> Of(Composite composite, ImmutableArray<RuledIndex> indices, ImmutableArray<PeriodId> periods, ImmutableArray<PeriodId> reference)
    {
        var known = indices.Where(i => i.Dimension == composite.Dimension).ToDictionary(i => (i.Relationship, i.Period));
        var series = composite.Parts.Select(part => Normalised(part, composite.Normalisation, known, periods, reference)).ToArray();
        return [.. periods.Select((period, place) => Figure(composite, period, [.. series.Select(s => s[place])]))];
    }

    private static CompositePartFigure[] Normalised(
        CompositePart part, Normalisation by, Dictionary<(string, PeriodId), RuledIndex> known, ImmutableArray<PeriodId> periods, ImmutableArray<PeriodId> reference)
    {
        var referred = reference.Select(ValueIn).ToArray();
        return [.. periods.Select(period => new CompositePartFigure(part.Relationship, ValueIn(period), Comparable(period), part.Weight))];

        FixedPoint ValueIn(PeriodId period)
        {
            var value = known.GetValueOrDefault((part.Relationship, period))?.Aggregate ?? FixedPoint.Zero;
            return part.Reversed ? -value : value;
        }

        FixedPoint? Comparable(PeriodId period) => by switch
        {
            Normalisation.None => ValueIn(period),
            Normalisation.PerDevelopment => known.GetValueOrDefault((part.Relationship, period)) is { Developments: > 0 } index ? ValueIn(period) / FixedPoint.Of(index.Developments) : null,
            Normalisation.ZScore => Scores.Z(ValueIn(period), referred),
            _ => Scores.MinMax(ValueIn(period), referred),
        };
    }

    private static CompositeFigure Figure(Composite composite, PeriodId period, ImmutableArray<CompositePartFigure> parts)
    {
        if (parts.FirstOrDefault(p => p.Normalised is null) is { } missing)
            return new CompositeFigure(composite.Id, period, Value: null, $"{missing.Relationship} cannot be normalised: it has no developments, or its reference periods are all alike", parts);
        if (composite.Mean == Mean.Arithmetic)
            return new CompositeFigure(composite.Id, period, parts.Aggregate(FixedPoint.Zero, (sum, p) => sum + (p.Normalised!.Value * p.Weight)), Why: null, parts);
        return parts.FirstOrDefault(p => p.Normalised!.Value <= FixedPoint.Zero) is { } notPositive
            ? new CompositeFigure(composite.Id, period, Value: null, $"{notPositive.Relationship} is {notPositive.Normalised}; a geometric mean is of values above 0", parts)
            : new CompositeFigure(composite.Id, period, Geometric(parts), Why: null, parts);
    }

    // The weighted sum of logarithms, with 48 decimals, rounded once at the end.
    private static FixedPoint Geometric(ImmutableArray<CompositePartFigure> parts)
    {
        var scale = Logarithm.One / FixedPoint.One;
        var sum = parts.Aggregate(BigInteger.Zero, (sum, p) => sum + (Logarithm.Natural(p.Normalised!.Value.Units * scale) * p.Weight.Units / FixedPoint.One));
        return new FixedPoint((long)Logarithm.Rounded(Logarithm.Exponential(sum) * FixedPoint.One));
    }
}
