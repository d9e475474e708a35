using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>Filing by days, each step a query: which rule files a row; how many of its days lie in which period; what counts in each of them.</summary>
internal static class SqlFiling
{
    /// <summary>The names and queries, the last of which has the rows, one for each period in which something of them counts.</summary>
    public static IEnumerable<(string Name, string Query)> Of(IEnumerable<Rule> rules, string rows)
    {
        // Of several the last; one without known days stays where it is filed.
        var by = string.Concat(rules.Where(r => r.Act is FileBy).Reverse().Select(r => $" when {SqlCondition.Of(r.When)} then '{((FileBy)r.Act).By}'"));
        yield return ("filed_by", by.Length == 0
            ? $"select *, null::text as filed_by from {rows} where p is not null"
            : $"select *, case when earliest is null or latest is null then null{by} end as filed_by from {rows} where p is not null");
        yield return ("days", """
            select f.*, l.period as within, least(latest, l.last_day) as last_within, least(latest, l.last_day) - greatest(earliest, l.period) + 1 as number
            from filed_by f join periods l on l.period <= latest and l.last_day >= earliest where filed_by is not null
            """);
        yield return ("shares", $"""
            select *, row_number() over (w order by within) as nth, count(*) over w as last_nth, row_number() over (w order by number desc, within) as by_number,
                {Share("p")} as share_of_p, {Share("n")} as share_of_n
            from days window w as (partition by {SqlRow.Identity})
            """);
        yield return ("filed", $"""
            {SqlRow.Select("filed_by where filed_by is null")}
            union all
            {SqlRow.Select("shares where filed_by = 'FirstDay' and nth = 1 or filed_by = 'LastDay' and nth = last_nth or filed_by = 'LargerShare' and by_number = 1", Within)}
            union all
            {SqlRow.Select($"shares where filed_by = 'ByDays' window before as (partition by {SqlRow.Identity} order by within rows between unbounded preceding and 1 preceding)",
                [.. Within, ("p", Rest("p")), ("n", Rest("n"))])}
            """);
    }

    private static (string, string)[] Within => [("period", "within"), ("counts_on", "last_within")];

    private static string Share(string part) => $"quotient({part} * number * 1000000000, sum(number) over w) / 1000000000.000000000";

    // The last takes what the others leave.
    private static string Rest(string part) => $"case when nth = last_nth then {part} - coalesce(sum(share_of_{part}) over before, 0) else share_of_{part} end";
}
