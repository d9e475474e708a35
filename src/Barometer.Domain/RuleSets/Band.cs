using System.Collections.Immutable;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets;

/// <summary>A colour and its meaning for a range of whole numbers of one dimension.</summary>
/// <param name="Name">The colour.</param>
/// <param name="From">The lowest value; null for no lower bound.</param>
/// <param name="To">The highest value; null for no upper bound.</param>
/// <param name="Meaning">As the publisher says it.</param>
public sealed record Band(string Name, int? From, int? To, string Meaning)
{
    /// <summary>True when the value lies in the band.</summary>
    public bool Holds(long value) => (From is null || value >= From) && (To is null || value <= To);
}

/// <summary>How a value that is not whole is made whole before its band is looked up.</summary>
public enum Rounding
{
    /// <summary>To the nearest; from the middle to the even one.</summary>
    HalfEven,

    /// <summary>To the nearest; from the middle away from 0.</summary>
    HalfAwayFromZero,

    /// <summary>Towards 0.</summary>
    TowardsZero,

    /// <summary>To the next lower one.</summary>
    Down,

    /// <summary>To the next higher one.</summary>
    Up,
}

/// <summary>The bands of one dimension. They may leave values in no band, and such a value is shown as that.</summary>
/// <param name="Dimension">The dimension that they are for.</param>
/// <param name="Bands">From the highest to the lowest.</param>
public sealed record BandScale(string Dimension, ImmutableArray<Band> Bands)
{
    /// <summary>How a value that is not whole is made whole; null where such a value is in no band.</summary>
    public Rounding? Rounding { get; init; }

    /// <summary>The values that the bands are for; null for all. A value outside is in no band.</summary>
    public Span? Domain { get; init; }

    /// <summary>The band of a value; null where it is in none. The domain is asked before the value is made whole.</summary>
    public Band? BandOf(FixedPoint value)
    {
        if (Domain?.Holds(value) is false || Whole(value) is not { } whole)
            return null;
        foreach (var band in Bands)
        {
            if (band.Holds(whole))
                return band;
        }

        return null;
    }

    // In whole billionths; what is left of a division has the sign of the value.
    private long? Whole(FixedPoint value)
    {
        var (whole, rest) = Math.DivRem(value.Units, FixedPoint.One);
        return rest == 0 ? whole : Rounding switch
        {
            null => null,
            RuleSets.Rounding.HalfEven => FixedPoint.Quotient(value.Units, 1, FixedPoint.One),
            RuleSets.Rounding.HalfAwayFromZero => Math.Abs(rest) >= FixedPoint.One / 2 ? whole + Math.Sign(rest) : whole,
            RuleSets.Rounding.TowardsZero => whole,
            RuleSets.Rounding.Down => rest < 0 ? whole - 1 : whole,
            _ => rest > 0 ? whole + 1 : whole,
        };
    }
}
