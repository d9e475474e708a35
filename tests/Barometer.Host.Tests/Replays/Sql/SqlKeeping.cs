using System.Collections.Immutable;
using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>Of what has something in common one is kept, with every row of its development, or those of the highest level; the others are gone.</summary>
internal static class SqlKeeping
{
    public static string Of(Keep keep, string before, string about, ImmutableArray<string> levels)
    {
        // One of which something of the key is not said has it in common with no other.
        about = $"({about}{string.Concat(keep.Per.Select(key => $" and {IsSaid(key)}"))})";
        var group = $"partition by {about}{Columns(keep.Per)}";
        return SqlRow.Where(
            $"(select *, {about} and {(keep.Which == Kept.HighestLevel ? IsLower(group, levels) : IsAnother(group, keep.Which))} as lost from {before}) marked", "lost", ("p", "null"), ("n", "null"), ("gone", "true"));
    }

    /// <summary>What rows of a group have in common.</summary>
    public static string Columns(ImmutableArray<Key> per) => string.Concat(per.Select(key => $", {Column(key)}"));

    private static string IsAnother(string group, Kept which)
    {
        var window = $"over ({group} order by {(which == Kept.Largest ? "coalesce(p - n, 0) desc, " : "")}day, place, issue, ordinal)";
        return $"(place, issue, ordinal) <> (first_value(place) {window}, first_value(issue) {window}, first_value(ordinal) {window})";
    }

    private static string IsLower(string group, ImmutableArray<string> levels)
    {
        var rank = $"coalesce((select min({SqlWords.Rank("word", levels)}) from unnest(source_levels || target_levels) word), {levels.Length})";
        return $"{rank} > min({rank}) over ({group})";
    }

    private static string IsSaid(Key key) => key switch
    {
        // One that is linked with none tells a happening of its own.
        Key.Relationship or Key.Day or Key.Happening => "true",
        _ => $"coalesce({Column(key)}, '') <> ''",
    };

    private static string Column(Key key) => key switch
    {
        Key.Relationship => "relationship",
        Key.Day => "counts_on",
        Key.Source => "source",
        Key.Target => "target",
        Key.Cameo => "cameo",
        Key.EventType => "event_type",
        Key.Theme => "theme",
        Key.Place => "location",
        _ => "happening",
    };
}
