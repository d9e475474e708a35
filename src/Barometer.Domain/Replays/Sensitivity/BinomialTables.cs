namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>
/// Draws how many of some succeed, each with the same probability, by the inverse of the binomial distribution function. The function is
/// tabulated in whole numbers: from the likeliest count outwards each probability follows from its neighbour, down to 2^−62 of the likeliest.
/// </summary>
/// <param name="numerator">Of the probability; 0 or more.</param>
/// <param name="denominator">Of the probability; not below the numerator, at most 10^9.</param>
internal sealed class BinomialTables(long numerator, long denominator)
{
    private const int Most = 4096;

    private readonly Table?[] _tables = new Table?[Most + 1];

    /// <summary>Draws one count; many are taken in parts, for the sum of binomial counts is one too.</summary>
    /// <param name="of">Of how many; 0 or more.</param>
    /// <param name="stream">Where random numbers come from.</param>
    public int Draw(int of, ref RandomBits stream)
    {
        if (numerator == 0)
            return 0;
        if (numerator == denominator)
            return of;
        var count = 0;
        for (; of > Most; of -= Most)
            count += TableOf(Most).Count(stream.Next());
        return of == 0 ? count : count + TableOf(of).Count(stream.Next());
    }

    // Two that look at once tabulate the same.
    private Table TableOf(int of) => Volatile.Read(ref _tables[of]) ?? (_tables[of] = Tabulated(of));

    private Table Tabulated(int of)
    {
        var likeliest = (int)Math.Min(of, (of + 1) * numerator / denominator);
        var (below, above) = (new List<UInt128>(), new List<UInt128> { UInt128.One << 62 });
        for (var (count, weight) = (likeliest, above[0]); count > 0 && weight > 0; count--)
            below.Add(weight = weight * (UInt128)((Int128)count * (denominator - numerator)) / (UInt128)((Int128)(of - count + 1) * numerator));
        for (var (count, weight) = (likeliest, above[0]); count < of && weight > 0; count++)
            above.Add(weight = weight * (UInt128)((Int128)(of - count) * numerator) / (UInt128)((Int128)(count + 1) * (denominator - numerator)));
        UInt128[] weights = [.. Enumerable.Reverse(below), .. above];
        var sum = weights.Aggregate(UInt128.Zero, (sum, weight) => sum + weight);
        var (reached, thresholds) = (UInt128.Zero, new ulong[weights.Length - 1]);
        for (var place = 0; place < thresholds.Length; place++)
        {
            reached += weights[place];
            // Of the last 2^64th of the distribution there is nothing to be told apart.
            thresholds[place] = (ulong)UInt128.Min(Scaled(reached, sum), ulong.MaxValue);
        }

        return new Table(likeliest - below.Count, thresholds);
    }

    // Part ÷ whole in 2^64ths; the whole is below 2^76.
    private static UInt128 Scaled(UInt128 part, UInt128 whole)
    {
        var (high, rest) = UInt128.DivRem(part << 32, whole);
        return (high << 32) + ((rest << 32) / whole);
    }

    /// <summary>How many it is at least, and below which random numbers it is no more than each further count.</summary>
    private sealed record Table(int Least, ulong[] Thresholds)
    {
        public int Count(ulong random)
        {
            var (low, high) = (0, Thresholds.Length);
            while (low < high)
            {
                var middle = (low + high) >> 1;
                if (random < Thresholds[middle])
                    high = middle;
                else
                    low = middle + 1;
            }

            return Least + low;
        }
    }
}
