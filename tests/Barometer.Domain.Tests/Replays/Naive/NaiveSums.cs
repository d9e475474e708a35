using System.Numerics;
using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Tests.Replays.Naive;

/// <summary>Caps and comparisons.</summary>
internal static class NaiveSums
{
    public static void Post(RuleSet rules, Settings settings, List<NaiveRow> rows, NaiveGroups groups, NaiveAccounts accounts, DateOnly until)
    {
        var parts = rows.Where(r => r.Worth is not null).SelectMany(r => r.Shares, (row, share) => (Row: row, Share: share)).ToList();
        var periods = rows.Select(r => r.Development.Filing.Period).Concat(parts.Select(p => p.Share.Period)).ToList();
        for (var rule = 0; rule < rules.Rules.Length; rule++)
        {
            var (when, act) = (rules.Rules[rule].When, rules.Rules[rule].Act);
            var about = parts.Where(p => NaiveCondition.Holds(when, p.Row)).ToList();
            if (act is Cap { Per.IsEmpty: true } cap && when is All { Conditions.IsEmpty: true })
            {
                foreach (var (_, account) in accounts.All.ToList())
                    Cut(cap, rule, account, account.Positive, account.Negative);
            }
            else if (act is Cap ofGroups)
            {
                foreach (var group in about.GroupBy(p => (p.Row.Relationship.Key, p.Row.Worth!.Dimension, p.Share.Period, Group: groups.Of(ofGroups.Per, p.Row, p.Share.Day))))
                {
                    var (positive, negative) = (BigInteger.Zero, BigInteger.Zero);
                    foreach (var (_, share) in group)
                        (positive, negative) = (positive + share.Positive, negative + share.Negative);
                    Cut(ofGroups, rule, accounts[group.Key.Key, group.Key.Dimension, group.Key.Period], positive, negative);
                }
            }
            else if (act is Compare compare && periods.Count > 0)
            {
                foreach (var relationship in settings.Relationships.Where(r => r.Dimension(compare.Dimension) is not null))
                {
                    var counted = about.Where(p => p.Row.Relationship == relationship && p.Row.Worth!.Dimension == compare.Dimension).ToList();
                    Post(compare, rule, relationship, counted, settings.Calendar, periods.MinBy(p => p.FirstDay), accounts, until);
                }
            }
        }
    }

    private static void Cut(Cap cap, int rule, NaiveAccount account, BigInteger positive, BigInteger negative)
    {
        // What another cap has cut off is not cut off again.
        var above = cap.Positive is { } most && positive > most.Units ? BigInteger.Max(most.Units - positive, -account.Positive) : 0;
        var below = cap.Negative is { } least && negative < least.Units ? BigInteger.Min(least.Units - negative, -account.Negative) : 0;
        account.Post(rule, above, below, 0);
    }

    // The barometer's first period has none before it.
    private static void Post(
        Compare compare, int rule, Relationship relationship, List<(NaiveRow Row, NaiveShare Share)> counted, Calendar calendar, PeriodId first, NaiveAccounts accounts, DateOnly until)
    {
        for (var (before, period) = (first, calendar.PeriodOf(first.LastDay.AddDays(1))); period.LastDay <= until; (before, period) = (period, calendar.PeriodOf(period.LastDay.AddDays(1))))
        {
            if (Count(before) is not { } was || Count(period) is not { } has || (was == 0 && has == 0))
                continue;
            var value = (has < was ? compare.Fewer : has > was ? compare.More : compare.Same).Units;
            accounts[relationship.Key, compare.Dimension, period].Post(rule, Math.Max(value, 0), Math.Min(value, 0), 0);
        }

        // Null where a count is unknown.
        int? Count(PeriodId period)
        {
            var rows = counted.Where(p => p.Share.Period == period).Select(p => p.Row).ToList();
            if (compare.Count == Counted.Developments)
                return rows.Count;
            var evidence = rows.Select(r => NaiveWords.Evidence(r.Classification, table: null)).Where(e => e.IsCited).ToList();
            return evidence.Exists(e => e.Count is null) ? null : evidence.Sum(e => e.Count);
        }
    }
}
