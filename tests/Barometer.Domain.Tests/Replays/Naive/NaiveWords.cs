using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Tests.Replays.Naive;

/// <summary>What a classification says, as a person reads it: capitals, hyphens and spaces make no other word.</summary>
internal static class NaiveWords
{
    public static IReadOnlyList<string> Said(Classification c, Trait trait)
    {
        var sources = c.Sources.ToList();
        var targets = c.Targets.ToList();
        List<string?> words = trait switch
        {
            Trait.EventType => [c.EventType],
            Trait.Mode => [c.Mode],
            Trait.Context => [.. c.Contexts],
            Trait.Cameo => [c.Cameo],
            Trait.QuadClass => [$"{c.QuadClass?.Class}"],
            Trait.Theme => [c.Theme],
            Trait.Stage => [c.Stage switch { null => null, Stage.InForce => "in-force", var stage => $"{stage}" }],
            Trait.Place => [c.Place],
            Trait.SourceName => [.. sources.Select(a => a.Name)],
            Trait.SourceCountry => [.. sources.Select(a => a.Country)],
            Trait.SourceGroup => [.. sources.SelectMany(a => a.Groups)],
            Trait.SourceLevel => [.. sources.Select(a => a.Level)],
            Trait.TargetName => [.. targets.Select(a => a.Name)],
            Trait.TargetCountry => [.. targets.Select(a => a.Country)],
            Trait.TargetGroup => [.. targets.SelectMany(a => a.Groups)],
            Trait.TargetLevel => [.. targets.Select(a => a.Level)],
            _ => [.. sources.Select(a => a.Level), .. targets.Select(a => a.Level)],
        };
        return [.. words.OfType<string>().Where(w => w.Length > 0)];
    }

    /// <summary>True when a word of a rule means one that is said.</summary>
    public static bool Means(Trait trait, string written, string said) => trait == Trait.Cameo && written[^1] == '*'
        ? said.StartsWith(written.TrimEnd('*'), StringComparison.Ordinal)
        : Plain(written) == Plain(said);

    /// <summary>The word of a table for what is said: of several words said the first that is there, of levels the highest, of codes the most exact.</summary>
    public static string? InTable(IEnumerable<string> table, Classification c, Trait trait, RuleSet rules)
    {
        IEnumerable<string> said = Said(c, trait);
        if (trait is Trait.Level or Trait.SourceLevel or Trait.TargetLevel)
            said = said.OrderBy(level => Rank(level, rules));
        foreach (var word in said)
        {
            var meant = table.Where(w => Means(trait, w, word)).OrderByDescending(w => string.Equals(w, word, StringComparison.OrdinalIgnoreCase)).ThenByDescending(w => w.Length).ToList();
            if (meant.Count > 0)
                return meant[0];
        }

        return null;
    }

    /// <summary>0 for the highest level; one that is not named stands below them all.</summary>
    public static int Rank(string level, RuleSet rules) => rules.Levels.Select(Plain).ToList().IndexOf(Plain(level)) is >= 0 and var rank ? rank : rules.Levels.Length;

    public static string Plain(string word) => new([.. word.Select(c => c is '-' or '_' ? ' ' : char.ToUpperInvariant(c))]);

    /// <summary>How many rows of evidence: not cited, unknown, or a number.</summary>
    public static (bool IsCited, int? Count) Evidence(Classification c, string? table)
    {
        var cited = c.Evidence.Where(e => table is null || Plain(e.Table) == Plain(table)).ToList();
        return (cited.Count > 0, cited.Exists(e => e.Count is null) ? null : cited.Sum(e => e.Count));
    }
}
