using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Judging;

/// <summary>The words that a classification says of a trait.</summary>
internal static class Traits
{
    /// <summary>Every word; none where nothing is said.</summary>
    public static IEnumerable<string> Words(Classification said, Trait trait) => trait switch
    {
        Trait.EventType => One(said.EventType),
        Trait.Mode => One(said.Mode),
        Trait.Context => said.Contexts,
        Trait.Cameo => One(said.Cameo),
        Trait.QuadClass => One(said.QuadClass?.Class.ToString(CultureInfo.InvariantCulture)),
        Trait.Theme => One(said.Theme),
        Trait.Stage => One(said.Stage is { } stage ? Word.Of(stage) : null),
        Trait.Place => One(said.Place),
        Trait.SourceName => said.Sources.Select(a => a.Name),
        Trait.SourceCountry => said.Sources.Select(a => a.Country).OfType<string>(),
        Trait.SourceGroup => said.Sources.SelectMany(a => a.Groups),
        Trait.SourceLevel => said.Sources.Select(a => a.Level).OfType<string>(),
        Trait.TargetName => said.Targets.Select(a => a.Name),
        Trait.TargetCountry => said.Targets.Select(a => a.Country).OfType<string>(),
        Trait.TargetGroup => said.Targets.SelectMany(a => a.Groups),
        Trait.TargetLevel => said.Targets.Select(a => a.Level).OfType<string>(),
        Trait.Level => said.Sources.Concat(said.Targets).Select(a => a.Level).OfType<string>(),
        _ => throw new InvalidOperationException($"{trait} is not known to {nameof(Traits)}."),
    };

    /// <summary>True when a word written in a rule means a word that is said.</summary>
    public static bool Means(Trait trait, string written, string said) =>
        trait == Trait.Cameo && written.EndsWith('*') ? said.StartsWith(written[..^1], StringComparison.Ordinal) : Spelling.AreSame(written, said);

    /// <summary>The word of a table that means a word that is said, of several codes the most exact; null where none does.</summary>
    public static string? Meant<T>(ImmutableSortedDictionary<string, T> table, Trait trait, string said) =>
        table.TryGetKey(said, out var same) ? same : table.Keys.Where(written => Means(trait, written, said)).MaxBy(written => written.Length);

    /// <summary>How high a level stands; 0 is the highest, and one that is not named stands below them all.</summary>
    public static int Rank(RuleSet rules, string level)
    {
        for (var rank = 0; rank < rules.Levels.Length; rank++)
        {
            if (Spelling.AreSame(rules.Levels[rank], level))
                return rank;
        }

        return rules.Levels.Length;
    }

    /// <summary>True for a trait that is a level of actors.</summary>
    public static bool IsLevel(Trait trait) => trait is Trait.Level or Trait.SourceLevel or Trait.TargetLevel;

    private static string[] One(string? word) => word is null ? [] : [word];
}
