using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>
/// Indices under a rule set as one query over the flat table, a piece for each rule, over the piece before. Every condition, every act and every
/// composite is said; not said are the lines that an index is made of, and what is not coded.
/// </summary>
internal static class SqlReplay
{
    /// <summary>A query with a row for each index on which something counts or stands: relationship, dimension, first day of the period, both sums, number of developments.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="barometer">Which barometer of the table.</param>
    /// <param name="periods">All periods in which something of it may count, and those asked for, one after the other.</param>
    /// <param name="from">The first period asked for.</param>
    /// <param name="to">The last.</param>
    public static string Indices(RuleSet rules, int barometer, IEnumerable<PeriodId> periods, PeriodId from, PeriodId to)
    {
        var queries = Queries(rules, barometer, periods);
        return $"{With(queries)}\nselect relationship, d, period, p, n, developments from {queries[^1].Name} where {IsAsked(from, to)} and (p, n, developments) <> (0, 0, 0)";
    }

    /// <summary>The same of a rule set with a composite: a row for each period asked for, its first day and the composite, null where there is none.</summary>
    public static string Composites(RuleSet rules, int barometer, IEnumerable<PeriodId> periods, PeriodId from, PeriodId to)
    {
        var queries = Queries(rules, barometer, periods);
        queries.AddRange(SqlComposite.Of(rules.Composite!, from, to, queries[^1].Name));
        return $"{With(queries)}\nselect period, value from {queries[^1].Name} where {IsAsked(from, to)}";
    }

    private static List<(string Name, string Query)> Queries(RuleSet rules, int barometer, IEnumerable<PeriodId> periods)
    {
        var queries = new List<(string Name, string Query)>
        {
            ("periods", $"select * from (values {string.Join(", ", periods.Select(p => $"({SqlText.Of(p.FirstDay)}, {SqlText.Of(p.LastDay)})"))}) listed (period, last_day)"),
        };
        queries.AddRange(SqlHappenings.Of(barometer));
        queries.Add(("recorded", SqlRow.Recorded(barometer)));
        foreach (var rule in rules.Rules.Where(r => SqlValues.IsOf(r.Act)))
            queries.Add(($"value_{queries.Count}", SqlValues.Of(rule, queries[^1].Name, rules.Levels)));
        queries.AddRange(SqlFiling.Of(rules.Rules, queries[^1].Name));
        queries.Add(("summed", SqlSums.Of("filed")));
        foreach (var rule in rules.Rules.Where(r => SqlSums.IsOf(r.Act)))
            queries.Add(($"sum_{queries.Count}", SqlSums.Of(rule, "recorded", "filed", queries[^1].Name)));
        if (rules.Rules.Any(r => SqlWalk.IsOf(r.Act)))
            queries.AddRange(SqlWalk.Of(rules, "filed", "summed", queries[^1].Name));
        return queries;
    }

    private static string With(IEnumerable<(string Name, string Query)> queries) => $"with recursive {string.Join(",\n", queries.Select(q => $"{q.Name} as materialized ({q.Query})"))}";

    private static string IsAsked(PeriodId from, PeriodId to) => $"period between {SqlText.Of(from.FirstDay)} and {SqlText.Of(to.FirstDay)}";
}
