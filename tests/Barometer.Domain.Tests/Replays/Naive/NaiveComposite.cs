using System.Numerics;
using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.RuleSets.Arithmetic;

namespace Barometer.Domain.Tests.Replays.Naive;

/// <summary>The composite of each period asked for.</summary>
internal static class NaiveComposite
{
    public static IEnumerable<string> Written(Composite? composite, NaiveAccounts accounts, Calendar calendar, PeriodId from, PeriodId to)
    {
        if (composite is null)
            yield break;
        var reference = Between(calendar, calendar.PeriodOf((composite.From ?? from).FirstDay), (composite.To ?? to).LastDay)
            .Where(p => p.FirstDay >= (composite.From ?? from).FirstDay).ToList();
        foreach (var period in Between(calendar, from, to.LastDay))
        {
            var parts = composite.Parts.Select(p => (p.Weight, Value: Value(p, period), Normalised: Normalised(p, period))).ToList();
            yield return WrittenIndices.Composite(period, Together(composite.Mean, [.. parts.Select(p => (p.Normalised, (BigInteger)p.Weight.Units))]), parts.Select(p => (p.Value, p.Normalised)));
        }

        BigInteger Value(CompositePart part, PeriodId period)
        {
            var account = accounts.Find(part.Relationship, composite.Dimension, period);
            var value = account is null ? 0 : account.Positive + account.Negative;
            return part.Reversed ? -value : value;
        }

        BigInteger? Normalised(CompositePart part, PeriodId period)
        {
            var (value, values) = (Value(part, period), reference.Select(p => Value(part, p)).ToList());
            switch (composite.Normalisation)
            {
                case Normalisation.None:
                    return value;
                case Normalisation.PerDevelopment:
                    return accounts.Find(part.Relationship, composite.Dimension, period) is { Developments: > 0 } account ? Exactly.Nearest(value, account.Developments) : null;
                case Normalisation.ZScore:
                    return ZScore(value, values);
                default:
                    return values.Distinct().Count() < 2 ? null
                        : BigInteger.Max(0, BigInteger.Min(Exactly.Billion, Exactly.Nearest((value - values.Min()) * Exactly.Billion, values.Max() - values.Min())));
            }
        }
    }

    // The deviation is the d with (d − ½)² < variance < (d + ½)².
    private static BigInteger? ZScore(BigInteger value, List<BigInteger> values)
    {
        if (values.Distinct().Count() < 2)
            return null;
        var (n, sum, squares) = ((BigInteger)values.Count, Sum(values), Sum(values.Select(v => v * v)));
        var variance = (n * squares) - (sum * sum);
        var deviation = Bisect(d => (2 * d * n) * (2 * d * n) <= 4 * variance);
        if (((2 * deviation) + 1) * ((2 * deviation) + 1) * n * n is var middle && (middle < 4 * variance || (middle == 4 * variance && !deviation.IsEven)))
            deviation++;
        return deviation.IsZero ? null : Exactly.Nearest((value - Exactly.Nearest(sum, n)) * Exactly.Billion, deviation);
    }

    private static BigInteger? Together(Mean mean, List<(BigInteger? Normalised, BigInteger Weight)> parts)
    {
        if (parts.Exists(p => p.Normalised is null))
            return null;
        if (mean == Mean.Arithmetic)
            return Sum(parts.Select(p => Exactly.Nearest(p.Normalised!.Value * p.Weight, Exactly.Billion)));
        if (parts.Exists(p => p.Normalised!.Value.Sign <= 0))
            return null;
        // Weights are quarters: the fourth root of a product of whole numbers; the next whole number is taken from the middle on.
        var product = parts.Aggregate(BigInteger.One, (all, p) => all * BigInteger.Pow(p.Normalised!.Value, (int)(p.Weight * 4 / Exactly.Billion)));
        var root = Bisect(r => BigInteger.Pow(r, 4) <= product);
        return BigInteger.Pow((2 * root) + 1, 4) <= 16 * product ? root + 1 : root;
    }

    // The largest number for which it holds.
    private static BigInteger Bisect(Func<BigInteger, bool> holds)
    {
        var (low, high) = (BigInteger.Zero, BigInteger.One);
        while (holds(high))
            high *= 2;
        while (high - low > 1)
            (low, high) = holds((low + high) / 2) ? ((low + high) / 2, high) : (low, (low + high) / 2);
        return low;
    }

    private static BigInteger Sum(IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, (sum, n) => sum + n);

    private static IEnumerable<PeriodId> Between(Calendar calendar, PeriodId first, DateOnly last)
    {
        for (var period = first; period.LastDay <= last; period = calendar.PeriodOf(period.LastDay.AddDays(1)))
            yield return period;
    }
}
