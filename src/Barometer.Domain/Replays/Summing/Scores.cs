using System.Numerics;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Summing;

/// <summary>Makes a value comparable by those of reference periods.</summary>
internal static class Scores
{
    /// <summary>(Value − mean) ÷ standard deviation of a population; each rounded half to even. Null where all are alike.</summary>
    public static FixedPoint? Z(FixedPoint value, FixedPoint[] reference)
    {
        if (reference is [])
            return null;
        BigInteger sum = reference.Aggregate(BigInteger.Zero, (s, v) => s + v.Units);
        // n² times the variance, exactly: n · Σv² − (Σv)².
        var spread = (reference.Length * reference.Aggregate(BigInteger.Zero, (s, v) => s + ((BigInteger)v.Units * v.Units))) - (sum * sum);
        if (spread.IsZero)
            return null;
        var mean = new FixedPoint((long)Rounded(sum, reference.Length));
        var deviation = new FixedPoint((long)Root(spread, reference.Length));
        return deviation == FixedPoint.Zero ? null : (value - mean) / deviation;
    }

    // Half to even.
    private static BigInteger Rounded(BigInteger sum, int n)
    {
        var quotient = BigInteger.DivRem(sum, n, out var rest);
        var twice = BigInteger.Abs(rest) * 2;
        return twice > n || (twice == n && !quotient.IsEven) ? quotient + rest.Sign : quotient;
    }

    // √spread ÷ n, rounded once, half to even: a root rounded first might fall on a middle where it is not.
    private static BigInteger Root(BigInteger spread, int n)
    {
        var root = SquareRoot.Of(spread / ((BigInteger)n * n));
        var middle = BigInteger.Pow(((2 * root) + 1) * n, 2);
        return middle < 4 * spread || (middle == 4 * spread && !root.IsEven) ? root + 1 : root;
    }

    /// <summary>(Value − least) ÷ (most − least), within 0 and 1. Null where all are alike.</summary>
    public static FixedPoint? MinMax(FixedPoint value, FixedPoint[] reference)
    {
        if (reference is [] || reference.Min() == reference.Max())
            return null;
        var share = (value - reference.Min()) / (reference.Max() - reference.Min());
        return FixedPoint.Max(FixedPoint.Zero, FixedPoint.Min(share, FixedPoint.Of(1)));
    }
}
