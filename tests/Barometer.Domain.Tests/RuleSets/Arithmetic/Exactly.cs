using System.Numerics;
using CsCheck;

namespace Barometer.Domain.Tests.RuleSets.Arithmetic;

/// <summary>Numbers by definition: fractions of whole numbers of any size, and what is nearest to them.</summary>
internal static class Exactly
{
    public static readonly BigInteger Billion = BigInteger.Pow(10, 9);

    /// <summary>The whole number nearest to a fraction; of two that are as near, the even one.</summary>
    public static BigInteger Nearest(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var below = BigInteger.DivRem(numerator, denominator, out var over);
        if (over.Sign < 0)
            (below, over) = (below - 1, over + denominator);
        var isAbove = (over * 2).CompareTo(denominator);
        return isAbove > 0 || (isAbove == 0 && !below.IsEven) ? below + 1 : below;
    }

    /// <summary>The whole number nearest to scale ÷ 2^(days ÷ half-life), found by bisection on its powers: no logarithm is in it.</summary>
    public static BigInteger HalvedAfter(int days, int halfLife, BigInteger scale)
    {
        // n is not above the value where n^halfLife · 2^days is not above scale^halfLife; in halves, to see which whole one is nearer.
        var most = BigInteger.Pow(2 * scale, halfLife);
        var (low, high) = (BigInteger.Zero, (2 * scale) + 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (BigInteger.Pow(middle, halfLife) << days <= most)
                low = middle;
            else
                high = middle;
        }

        var isMiddle = !low.IsEven && BigInteger.Pow(low, halfLife) << days == most;
        return low.IsEven ? low / 2 : isMiddle && (low / 2).IsEven ? low / 2 : (low + 1) / 2;
    }

    /// <summary>Any units: small and large, whole and not, and those between which a rounding falls.</summary>
    public static Gen<long> Units { get; } = Gen.Frequency(
        (4, Gen.Long[-5_000_000_000, 5_000_000_000]),
        (2, Gen.Long[-9, 9]),
        (2, Gen.Long[-9, 9].Select(n => n * 500_000_000)),
        (2, Gen.Long[-1_000, 1_000].Select(n => n * 1_000_000_000)),
        (1, Gen.Long[-9_223_372_036_854_775_807, 9_223_372_036_854_775_807]));
}
