using System.Collections.Concurrent;
using System.Numerics;
using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.Tests.RuleSets.Arithmetic;

namespace Barometer.Domain.Tests.Replays.Naive;

/// <summary>Saturation and levels, day after day.</summary>
internal static class NaiveWalk
{
    private static readonly BigInteger Scale = BigInteger.Pow(10, 18);
    private static readonly ConcurrentDictionary<(FixedPoint, int), BigInteger> Factors = new();

    public static void Post(RuleSet rules, Settings settings, List<NaiveRow> rows, NaiveAccounts accounts, DateOnly until)
    {
        var saturation = rules.Rules.ToList().FindIndex(r => r.Act is Saturate);
        var level = rules.Rules.Select(r => r.Act).OfType<Level>().SingleOrDefault();
        if (saturation < 0 && level is null)
            return;
        foreach (var index in accounts.All.GroupBy(a => (a.Index.Relationship, a.Index.Dimension)).ToList())
        {
            var now = (Positive: BigInteger.Zero, Negative: BigInteger.Zero);
            for (var period = index.MinBy(a => a.Index.Period.FirstDay).Index.Period; period.LastDay <= until; period = settings.Calendar.PeriodOf(period.LastDay.AddDays(1)))
            {
                if (level is null && accounts.Find(index.Key.Relationship, index.Key.Dimension, period) is null)
                    continue;
                var shares = from row in rows
                             where row.Worth is { } worth && row.Relationship.Key == index.Key.Relationship && worth.Dimension == index.Key.Dimension
                             from share in row.Shares
                             where share.Period == period
                             orderby share.Day, row.Development.Reference.Issue, row.Development.Reference.Ordinal, row.Score?.Dimension
                             select (share, IsSaturated: saturation >= 0 && NaiveCondition.Holds(rules.Rules[saturation].When, row));
                var account = accounts[index.Key.Relationship, index.Key.Dimension, period];
                now = Go(level is null ? default : now, [.. shares], account, accounts, (rules, saturation, level), period);
            }
        }
    }

    private static (BigInteger Positive, BigInteger Negative) Go(
        (BigInteger Positive, BigInteger Negative) now, (NaiveShare Share, bool IsSaturated)[] shares, NaiveAccount account, NaiveAccounts accounts,
        (RuleSet Rules, int Saturation, Level? Level) by, PeriodId period)
    {
        var alone = (Positive: account.Positive - Sum(shares, s => s.Positive), Negative: account.Negative - Sum(shares, s => s.Negative));
        account.Post(accounts.CarriedOver, now.Positive, now.Negative, 0);
        var day = period.FirstDay.AddDays(-1);
        foreach (var (share, isSaturated) in shares)
        {
            Decay(share.Day);
            var (positive, negative) = (share.Positive, share.Negative);
            if (isSaturated)
            {
                var (limit, at) = (((Saturate)by.Rules.Rules[by.Saturation].Act).Limit.Units, now.Positive + now.Negative);
                (positive, negative) = (Saturated(share.Positive, at, limit), Saturated(share.Negative, -at, limit));
                account.Post(by.Saturation, positive - share.Positive, negative - share.Negative, 0);
            }

            now = (now.Positive + positive, now.Negative + negative);
        }

        Decay(period.LastDay);
        return (now.Positive + alone.Positive, now.Negative + alone.Negative);

        void Decay(DateOnly to)
        {
            if (by.Level?.HalfLife is { } halfLife && to > day)
            {
                var factor = Factor(halfLife, to.DayNumber - day.DayNumber);
                var left = (Positive: Exactly.Nearest(now.Positive * factor, Scale), Negative: Exactly.Nearest(now.Negative * factor, Scale));
                account.Post(accounts.Decay, left.Positive - now.Positive, left.Negative - now.Negative, 0);
                now = left;
            }

            day = to;
        }
    }

    private static BigInteger Saturated(BigInteger part, BigInteger distance, BigInteger limit) =>
        distance.Sign <= 0 ? part
        : distance >= limit ? 0
        : Exactly.Nearest(Exactly.Nearest(part * (limit - distance), Exactly.Billion) * Exactly.Billion, limit);

    // Of whole and of half days.
    private static BigInteger Factor(FixedPoint halfLife, int days) =>
        Factors.GetOrAdd((halfLife, days), _ => Exactly.HalvedAfter(2 * days, (int)(2 * halfLife.ToDecimal()), Scale));

    private static BigInteger Sum((NaiveShare Share, bool IsSaturated)[] shares, Func<NaiveShare, BigInteger> part) => shares.Aggregate(BigInteger.Zero, (sum, s) => sum + part(s.Share));
}
