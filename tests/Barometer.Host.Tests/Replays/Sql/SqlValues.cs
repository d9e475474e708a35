using System.Collections.Immutable;
using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>
/// Acts on values, each as a query over the one before it. What rules change stands in four columns: <c>d</c>, the dimension where a
/// row counts; <c>p</c> and <c>n</c>, what it counts there, null where it has no value; and <c>gone</c>, once it is excluded.
/// </summary>
internal static class SqlValues
{
    private static readonly string[] Changed = ["d", "p", "n", "gone"];

    public static bool CanSay(Act act) => act switch
    {
        SetAside or Clamp or Exclude or MoveTo => true,
        Set set => CanSay(set.Value),
        Scale scale => CanSay(scale.Factor),
        Keep keep => keep.Which != Kept.HighestLevel && !keep.Per.Contains(Key.Happening),
        _ => false,
    };

    /// <summary>The query of a rule over that of the rule before.</summary>
    public static string Of(Rule rule, string before)
    {
        var about = $"({SqlCondition.Of(rule.When)} and not gone)";
        return rule.Act switch
        {
            SetAside => Select(before, about, ("p", "null"), ("n", "null")),
            Exclude => Select(before, about, ("p", "null"), ("n", "null"), ("gone", "true")),
            Clamp clamp => Select(before, $"{about} and p is not null", ("p", clamp.To is { } to ? $"least(p, {SqlText.Of(to)})" : "p"), ("n", clamp.From is { } from ? $"greatest(n, {SqlText.Of(from)})" : "n")),
            MoveTo move => Select(before, $"{about} and p is not null and {SqlText.Of(move.Dimension)} = any(dimensions)", ("d", SqlText.Of(move.Dimension))),
            Scale scale => Scaled(scale, before, about),
            Set set => Setting(set, before, about),
            Keep keep => Keeping(keep, before, about),
            _ => throw new NotSupportedException($"{rule.Act}"),
        };
    }

    /// <summary>What rows of a group have in common.</summary>
    public static string Columns(ImmutableArray<Key> per) => string.Concat(per.Select(key => ", " + key switch
    {
        Key.Relationship => "relationship",
        Key.Day => "day",
        Key.Source => "source",
        Key.Target => "target",
        Key.Cameo => "cameo",
        Key.EventType => "event_type",
        Key.Theme => "theme",
        _ => "location",
    }));

    private static bool CanSay(Amount amount) => amount is Same || (amount is ByWord by && SqlCondition.Column(by.By) is not null);

    private static string Scaled(Scale scale, string before, string about)
    {
        var factor = Number(scale.Factor);
        return Select(before, $"{about} and p is not null and {factor} is not null",
            ("p", scale.Part == Part.Negative ? "p" : $"times(p, {factor})"), ("n", scale.Part == Part.Positive ? "n" : $"times(n, {factor})"));
    }

    private static string Setting(Set set, string before, string about)
    {
        var (number, dimension) = (Number(set.Value), $"coalesce(d, {(set.Dimension is { } named ? SqlText.Of(named) : "dimensions[1]")})");
        return Select(before, $"{about} and {number} is not null and {dimension} = any(dimensions)",
            ("d", dimension),
            ("p", set.Part == Part.Negative ? "coalesce(p, 0)" : $"greatest({number}, 0)"), ("n", set.Part == Part.Positive ? "coalesce(n, 0)" : $"least({number}, 0)"));
    }

    private static string Number(Amount amount)
    {
        if (amount is not ByWord by)
            return SqlText.Of(((Same)amount).Number);
        // The most exact code first: what is written out stands before what stands for many.
        var column = SqlCondition.Column(by.By)!;
        var words = by.Numbers.OrderByDescending(n => n.Key.Length).ThenBy(n => n.Key.EndsWith('*'));
        var same = by.Numbers.Select(n => $" when upper({column}) = {SqlText.Of(n.Key.ToUpperInvariant())} then {SqlText.Of(n.Value)}");
        return $"(case{string.Concat(same)}{string.Concat(words.Select(n => $" when {SqlCondition.Means(by.By, column, n.Key)} then {SqlText.Of(n.Value)}"))} end)";
    }

    // Of a group the first row, and with it every row of its development.
    private static string Keeping(Keep keep, string before, string about)
    {
        var order = $"{(keep.Which == Kept.Largest ? "coalesce(p - n, 0) desc, " : "")}day, place, issue, ordinal";
        // One of which something of the key is not said has it in common with no other.
        about = $"({about}{string.Concat(keep.Per.Where(k => k is not (Key.Relationship or Key.Day)).Select(k => $" and coalesce({Columns([k])[2..]}, '') <> ''"))})";
        var window = $"over (partition by {about}{Columns(keep.Per)} order by {order})";
        var kept = $"(first_value(place) {window}, first_value(issue) {window}, first_value(ordinal) {window})";
        return Select($"(select *, {about} and (place, issue, ordinal) <> {kept} as lost from {before}) marked", "lost", ("p", "null"), ("n", "null"), ("gone", "true"));
    }

    private static string Select(string before, string about, params (string Column, string Value)[] changes) =>
        $"select {FlatColumns}, {string.Join(", ", Changed.Select(c => changes.FirstOrDefault(x => x.Column == c) is { Column: not null } change ? $"case when {about} then {change.Value} else {c} end as {c}" : c))} from {before}";

    /// <summary>What rules look at.</summary>
    public const string FlatColumns =
        "relationship, place, dimensions, dimension, positive, negative, period, day, issue, ordinal, title, event_type, mode, cameo, quad_class, theme, stage, location, non_event, "
        + "contexts, source_names, source_countries, source_groups, source_levels, target_names, target_countries, target_groups, target_levels, source, target";
}
