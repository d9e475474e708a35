using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>Sums and caps: each a query with a row for an index, over the one before it.</summary>
internal static class SqlSums
{
    public const string Index = "relationship, d, period";

    public static bool CanSay(Act act) => act is Cap cap && !cap.Per.Contains(Key.Happening);

    /// <summary>What counts in each index.</summary>
    public static string Of(string rows) => $"select {Index}, sum(p) as p, sum(n) as n, count(*) as developments from {rows} where p is not null group by {Index}";

    /// <summary>The sums after a cap.</summary>
    public static string Of(Rule rule, string rows, string sums)
    {
        var cap = (Cap)rule.Act;
        if (cap.Per.IsEmpty && rule.When is All { Conditions.IsEmpty: true })
            return $"select {Index}, {Least("p", cap)} as p, {Greatest("n", cap)} as n, developments from {sums}";
        var groups = $"select {Index}, sum(p) as p, sum(n) as n from {rows} where p is not null and {SqlCondition.Of(rule.When)} group by {Index}{SqlValues.Columns(cap.Per)}";
        var cuts = $"select {Index}, sum({Least("p", cap)} - p) as p, sum({Greatest("n", cap)} - n) as n from ({groups}) grouped group by {Index}";
        return $"select {Index}, s.p + coalesce(c.p, 0) as p, s.n + coalesce(c.n, 0) as n, developments from {sums} s left join ({cuts}) c using ({Index})";
    }

    private static string Least(string sum, Cap cap) => cap.Positive is { } most ? $"least({sum}, {SqlText.Of(most)})" : sum;

    private static string Greatest(string sum, Cap cap) => cap.Negative is { } least ? $"greatest({sum}, {SqlText.Of(least)})" : sum;
}
