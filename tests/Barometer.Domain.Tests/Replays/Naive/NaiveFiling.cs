using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.RuleSets.Arithmetic;

namespace Barometer.Domain.Tests.Replays.Naive;

/// <summary>Files a row by its days, day by day.</summary>
internal static class NaiveFiling
{
    public static void File(NaiveRow row, RuleSet rules, Calendar calendar, NaiveAccounts accounts)
    {
        var rule = rules.Rules.ToList().FindLastIndex(r => r.Act is FileBy && NaiveCondition.Holds(r.When, row));
        var date = row.Development.Particulars.Date;
        if (rule < 0 || date.Earliest is not { } first || date.Latest is not { } last)
            return;
        // Days before the first period are its first.
        (first, last) = (first < calendar.FirstMonth ? calendar.FirstMonth : first, last < calendar.FirstMonth ? calendar.FirstMonth : last);
        var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(n => calendar.PeriodOf(first.AddDays(n))).GroupBy(p => p).ToList();
        PeriodId[] proposed = ((FileBy)rules.Rules[rule].Act).By switch
        {
            Filed.FirstDay => [days[0].Key],
            Filed.LastDay => [days[^1].Key],
            Filed.LargerShare => [days.OrderByDescending(d => d.Count()).First().Key],
            _ => [.. days.Select(d => d.Key)],
        };
        var filed = row.Development.Filing.Period;
        if (proposed is [var only] && only == filed)
            return;
        var (worth, all) = (row.Worth!, days.Sum(d => d.Count()));
        var (positive, negative) = (worth.Positive, worth.Negative);
        var shares = new List<NaiveShare>();
        foreach (var period in proposed)
        {
            var number = days.Single(d => d.Key == period).Count();
            var isLast = period == proposed[^1];
            var share = (Positive: isLast ? positive : Exactly.Nearest(worth.Positive * number, all), Negative: isLast ? negative : Exactly.Nearest(worth.Negative * number, all));
            (positive, negative) = (positive - share.Positive, negative - share.Negative);
            shares.Add(new NaiveShare(period, last < period.LastDay ? last : period.LastDay, share.Positive, share.Negative));
        }

        row.Shares = shares;
        accounts[row.Relationship.Key, worth.Dimension, filed].Post(rule, -worth.Positive, -worth.Negative, 1);
        foreach (var share in shares)
            accounts[row.Relationship.Key, worth.Dimension, share.Period].Post(rule, share.Positive, share.Negative, share.Period == filed ? 0 : 1);
    }
}
