using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>Saturation and levels: a recursive query that takes developments one after the other, and the end of every period after its last.</summary>
internal static class SqlWalk
{
    private const string Two = "2.00000000000000000000000000000000000000000000000000";

    public static bool IsOf(Act act) => act is Saturate or Level;

    /// <summary>The names and queries, the last of which has the indices.</summary>
    public static IEnumerable<(string Name, string Query)> Of(RuleSet rules, string rows, string plain, string sums)
    {
        var saturation = rules.Rules.FirstOrDefault(r => r.Act is Saturate);
        var level = rules.Rules.Select(r => r.Act).OfType<Level>().FirstOrDefault();
        yield return ("factors", $"select days, {(level?.HalfLife is { } halfLife ? $"round(exp(-ln({Two}) * days / {SqlText.Of(halfLife)}), 18)" : "1::numeric")} as factor from generate_series(0, 400) days");
        yield return ("steps", Steps(saturation, level, rows, plain, sums));
        yield return ("walk", Walk(saturation, level));
        yield return ("walked", $"select {SqlSums.Index}, p, n, developments from walk where is_end");
    }

    // What rules post alone counts at the end of a period.
    private static string Steps(Rule? saturation, Level? level, string rows, string plain, string sums) => $"""
        select *, row_number() over (partition by relationship, d order by period, is_end, day, issue, ordinal, dimension) as k from (
            select {SqlSums.Index}, counts_on as day, issue, ordinal, dimension, p as add_p, n as add_n, {(saturation is null ? "false" : SqlCondition.Of(saturation.When))} as saturates, false as is_end, 0::bigint as developments
            from {rows}
            union all
            select i.relationship, i.d, l.period, l.last_day, 0, 0, null, coalesce(s.p, 0) - coalesce(t.p, 0), coalesce(s.n, 0) - coalesce(t.n, 0), false, true, coalesce(s.developments, 0)
            from (select relationship, d, min(period) as since from {plain} group by relationship, d) i
            join periods l on {(level is null ? "true" : "l.period >= i.since")}
            {(level is null ? "join" : "left join")} {sums} s on (s.relationship, s.d, s.period) = (i.relationship, i.d, l.period)
            left join {plain} t on (t.relationship, t.d, t.period) = (i.relationship, i.d, l.period)) taken
        """;

    private static string Walk(Rule? saturation, Level? level)
    {
        var (p, n) = level is null ? ("case when w.period = s.period then w.p else 0 end", "case when w.period = s.period then w.n else 0 end") : ("times18(w.p, f.factor)", "times18(w.n, f.factor)");
        var limit = saturation is null ? "1" : SqlText.Of(((Saturate)saturation.Act).Limit);
        return $"""
            select relationship, d, period, day, k, add_p as p, add_n as n, is_end, developments from steps where k = 1
            union all
            select s.relationship, s.d, s.period, s.day, s.k,
                now.p + case when s.saturates then saturated(s.add_p, now.p + now.n, {limit}) else s.add_p end,
                now.n + case when s.saturates then saturated(s.add_n, -now.p - now.n, {limit}) else s.add_n end,
                s.is_end, s.developments
            from walk w join steps s on (s.relationship, s.d, s.k) = (w.relationship, w.d, w.k + 1) join factors f on f.days = s.day - w.day,
            lateral (select {p} as p, {n} as n) now
            """;
    }
}
