using System.Numerics;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>The sums that Sobol indices are estimated from, exactly: in whole billionths, less what the baseline has.</summary>
/// <param name="nominal">What the baseline has.</param>
/// <param name="inputs">How many inputs.</param>
internal sealed class SobolSums(long[] nominal, int inputs)
{
    private const int Millionths = 1_000_000;

    private readonly Lock _adding = new();
    private readonly Int128[] _sum = new Int128[nominal.Length];
    private readonly Int128[] _squares = new Int128[nominal.Length];
    private readonly Int128[] _fromB = new Int128[nominal.Length * inputs];
    private readonly Int128[] _fromA = new Int128[nominal.Length * inputs];

    /// <summary>Adds what both samples give.</summary>
    public void AddSamples(long[] a, long[] b, int width, int draws)
    {
        for (var place = 0; place < nominal.Length; place++)
        {
            for (var at = place * width; at < (place * width) + draws; at++)
            {
                var (one, other) = ((Int128)a[at] - nominal[place], (Int128)b[at] - nominal[place]);
                _sum[place] += one + other;
                _squares[place] = checked(_squares[place] + (one * one) + (other * other));
            }
        }
    }

    /// <summary>Adds what the first sample gives with one input from the second.</summary>
    public void AddMixed(int input, long[] a, long[] b, long[] mixed, int width, int draws)
    {
        for (var place = 0; place < nominal.Length; place++)
        {
            var (fromA, fromB) = (Int128.Zero, Int128.Zero);
            for (var at = place * width; at < (place * width) + draws; at++)
            {
                var (toA, toB) = ((Int128)a[at] - mixed[at], (Int128)b[at] - mixed[at]);
                (fromA, fromB) = checked((fromA + (toA * toA), fromB + (toB * toB)));
            }

            _fromA[(place * inputs) + input] = checked(_fromA[(place * inputs) + input] + fromA);
            _fromB[(place * inputs) + input] = checked(_fromB[(place * inputs) + input] + fromB);
        }
    }

    /// <summary>Adds the sums of other draws.</summary>
    public void Add(SobolSums others)
    {
        lock (_adding)
        {
            for (var place = 0; place < _sum.Length; place++)
                (_sum[place], _squares[place]) = checked((_sum[place] + others._sum[place], _squares[place] + others._squares[place]));
            for (var place = 0; place < _fromA.Length; place++)
                (_fromA[place], _fromB[place]) = checked((_fromA[place] + others._fromA[place], _fromB[place] + others._fromB[place]));
        }
    }

    /// <summary>The variance over both samples.</summary>
    public decimal Variance(int place, int draws) =>
        Rounded(Spread(place, draws), BigInteger.Pow(2 * draws, 2) * BigInteger.Pow(10, 18));

    /// <summary>The first-order index; null where the variance is 0.</summary>
    public decimal? First(int place, int input, int draws) => Spread(place, draws) is { IsZero: false } spread
        ? Rounded(spread - ((BigInteger)_fromB[(place * inputs) + input] * 2 * draws), spread)
        : null;

    /// <summary>The total-order index; null where the variance is 0.</summary>
    public decimal? Total(int place, int input, int draws) => Spread(place, draws) is { IsZero: false } spread
        ? Rounded((BigInteger)_fromA[(place * inputs) + input] * 2 * draws, spread)
        : null;

    // (2N)² times the variance: 2N · Σf² − (Σf)².
    private BigInteger Spread(int place, int draws) => ((BigInteger)_squares[place] * 2 * draws) - ((BigInteger)_sum[place] * _sum[place]);

    private static decimal Rounded(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(numerator * Millionths, denominator, out var rest);
        var twice = BigInteger.Abs(rest) * 2;
        if (twice > denominator || (twice == denominator && !quotient.IsEven))
            quotient += rest.Sign;
        return (decimal)quotient / Millionths;
    }
}
