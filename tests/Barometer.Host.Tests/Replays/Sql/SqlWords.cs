using System.Collections.Immutable;
using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>Words of a classification, and what a table of words makes of them.</summary>
internal static class SqlWords
{
    /// <summary>The column of a trait that says one word at most; null of one that says several.</summary>
    public static string? Column(Trait trait) => trait switch
    {
        Trait.EventType => "event_type",
        Trait.Mode => "mode",
        Trait.Cameo => "cameo",
        Trait.QuadClass => "quad_class",
        Trait.Theme => "theme",
        Trait.Stage => "stage",
        Trait.Place => "location",
        _ => null,
    };

    /// <summary>The array of a trait that says several words.</summary>
    public static string Columns(Trait trait) => trait switch
    {
        Trait.Context => "contexts",
        Trait.SourceName => "source_names",
        Trait.SourceCountry => "source_countries",
        Trait.SourceGroup => "source_groups",
        Trait.SourceLevel => "source_levels",
        Trait.TargetName => "target_names",
        Trait.TargetCountry => "target_countries",
        Trait.TargetGroup => "target_groups",
        Trait.TargetLevel => "target_levels",
        _ => "source_levels || target_levels",
    };

    /// <summary>Whether a word that is said is meant by one of a rule.</summary>
    public static string Means(Trait trait, string column, string written) => trait == Trait.Cameo && written.EndsWith('*')
        ? $"starts_with({column}, {SqlText.Of(written[..^1])})"
        : $"{SqlText.Plain(column)} = {SqlText.Of(SqlText.PlainWord(written))}";

    /// <summary>What a table has for what is said, null for nothing: of several words the first that is there, of levels the highest.</summary>
    public static string InTable(Trait trait, IReadOnlyDictionary<string, string> table, ImmutableArray<string> levels)
    {
        if (Column(trait) is { } column)
            return InTable(trait, column, table);
        var rank = trait is Trait.Level or Trait.SourceLevel or Trait.TargetLevel ? $"{Rank("word", levels)}, " : "";
        return $"(select meant from unnest({Columns(trait)}) with ordinality said (word, nth), lateral (select {InTable(trait, "word", table)} as meant) found where meant is not null order by {rank}nth limit 1)";
    }

    /// <summary>0 for the highest level; one that is not named stands below them all.</summary>
    public static string Rank(string word, ImmutableArray<string> levels) =>
        $"(case{string.Concat(levels.Select((level, rank) => $" when {SqlText.Plain(word)} = {SqlText.Of(SqlText.PlainWord(level))} then {rank}"))} else {levels.Length} end)";

    // Of words that mean the same that which is written so; of codes the most exact, what is written out before what stands for many.
    private static string InTable(Trait trait, string column, IReadOnlyDictionary<string, string> table)
    {
        var same = table.Select(w => $" when upper({column}) = {SqlText.Of(w.Key.ToUpperInvariant())} then {w.Value}");
        var meant = table.OrderByDescending(w => w.Key.Length).ThenBy(w => w.Key.EndsWith('*')).Select(w => $" when {Means(trait, column, w.Key)} then {w.Value}");
        return $"(case{string.Concat(same)}{string.Concat(meant)} end)";
    }
}
