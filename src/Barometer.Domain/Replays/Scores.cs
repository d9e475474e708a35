using System.Numerics;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

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
        var mean = new FixedPoint(FixedPoint.Quotient((long)sum, 1, reference.Length));
        var deviation = new FixedPoint(FixedPoint.Quotient((long)SquareRoot.Of(spread), 1, reference.Length));
        return deviation == FixedPoint.Zero ? null : (value - mean) / deviation;
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
