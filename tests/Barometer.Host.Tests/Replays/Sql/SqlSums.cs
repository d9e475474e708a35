using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>Sums, caps and comparisons: each a query with a row for an index, over the one before it.</summary>
internal static class SqlSums
{
    public const string Index = "relationship, d, period";

    public static bool IsOf(Act act) => act is Cap or Compare;

    /// <summary>What counts in each index.</summary>
    public static string Of(string rows) => $"select {Index}, sum(p) as p, sum(n) as n, count(*) as developments from {rows} group by {Index}";

    /// <summary>The sums after a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="recorded">The query of every row, valued or not.</param>
    /// <param name="rows">The query of the rows as they count.</param>
    /// <param name="sums">The query of the sums before.</param>
    public static string Of(Rule rule, string recorded, string rows, string sums) =>
        rule.Act is Cap cap ? Capped(cap, rule.When, rows, sums) : Compared((Compare)rule.Act, rule.When, recorded, rows, sums);

    private static string Capped(Cap cap, Condition when, string rows, string sums)
    {
        if (cap.Per.IsEmpty && when is All { Conditions.IsEmpty: true })
            return $"select {Index}, {Least("p", cap)} as p, {Greatest("n", cap)} as n, developments from {sums}";
        var groups = $"select {Index}, sum(p) as p, sum(n) as n from {rows} where {SqlCondition.Of(when)} group by {Index}{SqlKeeping.Columns(cap.Per)}";
        var cuts = $"select {Index}, sum({Least("p", cap)} - p) as p, sum({Greatest("n", cap)} - n) as n from ({groups}) grouped group by {Index}";
        return $"select {Index}, greatest(s.p + coalesce(c.p, 0), 0) as p, least(s.n + coalesce(c.n, 0), 0) as n, developments from {sums} s left join ({cuts}) c using ({Index})";
    }

    private static string Least(string sum, Cap cap) => cap.Positive is { } most ? $"least({sum}, {SqlText.Of(most)})" : sum;

    private static string Greatest(string sum, Cap cap) => cap.Negative is { } least ? $"greatest({sum}, {SqlText.Of(least)})" : sum;

    // From the barometer's first period on; an unknown number is null, and what is compared with it too.
    private static string Compared(Compare compare, Condition when, string recorded, string rows, string sums)
    {
        var count = compare.Count == Counted.Developments ? "count(*) as number, false as is_unknown" : "sum(e.number) as number, bool_or(e.is_unknown) as is_unknown";
        var dimension = SqlText.Of(compare.Dimension);
        return $"""
            select {Index}, coalesce(s.p, 0) + greatest(coalesce(c.value, 0), 0) as p, coalesce(s.n, 0) + least(coalesce(c.value, 0), 0) as n, coalesce(developments, 0) as developments
            from {sums} s full join (
                select relationship, {dimension} as d, period, case when has < was then {SqlText.Of(compare.Fewer)} when has > was then {SqlText.Of(compare.More)} when has = was and has > 0 then {SqlText.Of(compare.Same)} end as value
                from (
                    select relationship, period, has, lag(has) over (partition by relationship order by period) as was
                    from (
                        select relationship, l.period, case when is_unknown then null else coalesce(number, 0) end as has
                        from (select distinct relationship from {rows} where d = {dimension}) counted cross join periods l left join (
                            select relationship, period, {count} from {rows}, lateral {SqlEvidence.Counted} e where d = {dimension} and {SqlCondition.Of(when)} group by relationship, period) found using (relationship, period)
                        where l.period >= least((select min(period) from {recorded}), (select min(period) from {rows}))) numbers) beside) c using ({Index})
            where developments is not null or c.value is not null
            """;
    }
}
