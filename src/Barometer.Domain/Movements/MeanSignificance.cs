using System.Numerics;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Movements;

/// <summary>
/// How far the mean of a series is from 0, in standard errors that hold although revisions of neighbouring periods resemble each other and
/// spread unevenly: heteroskedasticity- and autocorrelation-consistent, after Newey and West, "A Simple, Positive Semi-Definite,
/// Heteroskedasticity and Autocorrelation Consistent Covariance Matrix", Econometrica 55 (1987), 703–708, with Bartlett weights 1 − j/(L + 1) and no
/// correction for small samples; the lag L = ⌊4 (n/100)^(2/9)⌋ is the usual first choice after their "Automatic Lag Selection in Covariance
/// Matrix Estimation", Review of Economic Studies 61 (1994), 631–653. Computed from whole numbers; each result is rounded once, half to even, at the ninth decimal.
/// </summary>
/// <param name="Lag">L: how many periods apart two revisions are still taken to resemble each other.</param>
/// <param name="StandardError">Of the mean, above 0.</param>
/// <param name="T">The mean divided by its standard error. Beyond ±2 it is seldom chance.</param>
public sealed record MeanSignificance(int Lag, FixedPoint StandardError, FixedPoint T)
{
    /// <summary>Fewer values than these say nothing of it.</summary>
    public const int Least = 20;

    private static readonly BigInteger SquaredOne = BigInteger.Pow(FixedPoint.One, 2);

    /// <summary>The significance of the mean of values in the order of time; null of fewer than <see cref="Least"/>, and where all are the same.</summary>
    public static MeanSignificance? Of(IReadOnlyList<long> values)
    {
        if (values.Count < Least || values.All(v => v == values[0]))
            return null;
        BigInteger n = values.Count;
        var (lag, sum) = (LagOf(values.Count), values.Aggregate(BigInteger.Zero, (total, v) => total + v));
        // n times what each value is away from the mean, which is whole; 0 < spread = (L + 1) n³ times the long-run variance.
        BigInteger[] away = [.. values.Select(v => (n * v) - sum)];
        var spread = (lag + 1) * Product(away, 0);
        for (var j = 1; j <= lag; j++)
            spread += 2 * (lag + 1 - j) * Product(away, j);
        var error = SquareRoot.OfQuotient(spread * SquaredOne, BigInteger.Pow(n, 4) * (lag + 1));
        var t = SquareRoot.OfQuotient(sum * sum * n * n * (lag + 1) * SquaredOne, spread);
        return new MeanSignificance(lag, new FixedPoint((long)error), new FixedPoint((long)(sum.Sign * t)));
    }

    /// <summary>⌊4 (n/100)^(2/9)⌋, exactly: the largest L for which L⁹ · 100² does not exceed 4⁹ · n².</summary>
    public static int LagOf(int n)
    {
        var most = BigInteger.Pow(4, 9) * n * n;
        var lag = 0;
        while (BigInteger.Pow(lag + 1, 9) * 10_000 <= most)
            lag++;
        return lag;
    }

    private static BigInteger Product(BigInteger[] away, int apart)
    {
        var sum = BigInteger.Zero;
        for (var t = apart; t < away.Length; t++)
            sum += away[t] * away[t - apart];
        return sum;
    }
}
