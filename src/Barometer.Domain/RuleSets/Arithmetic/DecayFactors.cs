namespace Barometer.Domain.RuleSets.Arithmetic;

/// <summary>
/// What is left of a level after some days: 2^(−days ÷ half-life), tabulated once at 18 decimals, each rounded half to even from a
/// value that is exact to far more of them; whole numbers all the way, so that every machine has the same table.
/// </summary>
public sealed class DecayFactors
{
    private const long Scale = 1_000_000_000_000_000_000;

    private readonly long[] _factors;

    /// <summary>Tabulates the factors.</summary>
    /// <param name="halfLife">Days in which half is gone, above 0.</param>
    /// <param name="mostDays">The most days that will be asked for.</param>
    public DecayFactors(FixedPoint halfLife, int mostDays) =>
        _factors = [.. Enumerable.Range(0, mostDays + 1).Select(days => Tabulated(halfLife, days))];

    /// <summary>What is left of a value after some days, rounded half to even at the ninth decimal.</summary>
    /// <param name="value">What stood.</param>
    /// <param name="days">0 or more, and no more than were tabulated.</param>
    public FixedPoint After(FixedPoint value, int days) => new(FixedPoint.Quotient(value.Units, _factors[days], Scale));

    /// <summary>The factor in units of the 18th decimal.</summary>
    public long this[int days] => _factors[days];

    private static long Tabulated(FixedPoint halfLife, int days)
    {
        var exponent = -Logarithm.OfTwo * days * FixedPoint.One / halfLife.Units;
        return (long)Logarithm.Rounded(Logarithm.Exponential(exponent) * Scale);
    }
}
