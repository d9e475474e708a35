using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>
/// Indices under a rule set as one query over the flat table, for the rules that SQL can say: conditions but for evidence; values by
/// number or by a trait of one word; keeping the first or the largest; caps; saturation and levels.
/// </summary>
internal static class SqlReplay
{
    /// <summary>The rules of a rule set that SQL can say.</summary>
    public static RuleSet Sayable(RuleSet rules) => rules with
    {
        Rules = [.. rules.Rules.Where(r => SqlCondition.CanSay(r.When) && (SqlValues.CanSay(r.Act) || SqlSums.CanSay(r.Act) || SqlWalk.CanSay(r.Act)))],
        Composite = null,
    };

    /// <summary>A query with a row for each index on which something counts or stands: relationship, dimension, first day of the period, both sums, number of developments.</summary>
    /// <param name="rules">Rules that SQL can say.</param>
    /// <param name="calendar">The barometer's periods.</param>
    /// <param name="barometer">Which barometer of the table.</param>
    /// <param name="begin">The first period in which it has anything.</param>
    /// <param name="from">The first period asked for.</param>
    /// <param name="to">The last.</param>
    public static string Query(RuleSet rules, Calendar calendar, int barometer, PeriodId begin, PeriodId from, PeriodId to)
    {
        var queries = new List<(string Name, string Query)>
        {
            ("value_0", $"select {SqlValues.FlatColumns}, dimension as d, case when dimension is not null then positive end as p, case when dimension is not null then negative end as n, false as gone from flat where barometer = {barometer}"),
        };
        foreach (var rule in rules.Rules.Where(r => SqlValues.CanSay(r.Act)))
            queries.Add(($"value_{queries.Count}", SqlValues.Of(rule, queries[^1].Name)));
        var rows = queries[^1].Name;
        queries.Add(("sum_0", SqlSums.Of(rows)));
        foreach (var rule in rules.Rules.Where(r => r.Act is Cap))
            queries.Add(($"sum_{queries.Count}", SqlSums.Of(rule, rows, queries[^1].Name)));
        if (rules.Rules.Any(r => SqlWalk.CanSay(r.Act)))
            queries.AddRange(SqlWalk.Of(rules, Periods(calendar, begin.FirstDay < from.FirstDay ? begin : from, to), rows, "sum_0", queries[^1].Name));
        return $"with recursive {string.Join(",\n", queries.Select(q => $"{q.Name} as ({q.Query})"))}\nselect relationship, d, period, p, n, developments from {queries[^1].Name} "
            + $"where period between {SqlText.Of(from.FirstDay)} and {SqlText.Of(to.FirstDay)} and (p, n, developments) <> (0, 0, 0)";
    }

    private static List<PeriodId> Periods(Calendar calendar, PeriodId first, PeriodId last)
    {
        var periods = new List<PeriodId>();
        for (var period = first; period.FirstDay <= last.FirstDay; period = calendar.PeriodOf(period.LastDay.AddDays(1)))
            periods.Add(period);
        return periods;
    }
}
