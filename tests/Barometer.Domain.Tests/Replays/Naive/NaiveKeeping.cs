using System.Numerics;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Tests.Replays.Naive;

/// <summary>Keeps one of several, or those of the highest level.</summary>
internal static class NaiveKeeping
{
    public static void Apply(Keep keep, IEnumerable<NaiveRow> about, NaiveGroups groups, RuleSet rules, Settings settings)
    {
        // One that is linked with none has nothing in common with any, and neither has one of which something is not said.
        var candidates = about.Where(r => !r.IsExcluded && (!keep.Per.Contains(Key.Happening) || groups.IsLinked(r)) && keep.Per.All(key => IsSaid(key, r.Classification)));
        foreach (var group in candidates.GroupBy(r => groups.Of(keep.Per, r, r.Development.Filing.Day)).ToList())
        {
            var inOrder = group.OrderBy(r => r.Development.Filing.Day).ThenBy(r => settings.Relationships.IndexOf(r.Relationship))
                .ThenBy(r => r.Development.Reference.Issue).ThenBy(r => r.Development.Reference.Ordinal).ToList();
            var highest = group.Min(r => Rank(r, rules));
            foreach (var row in keep.Which switch
            {
                Kept.HighestLevel => group.Where(r => Rank(r, rules) > highest),
                Kept.Largest => Others(inOrder.OrderByDescending(Size).First(), group),
                _ => Others(inOrder[0], group),
            })
            {
                (row.Worth, row.IsExcluded) = (null, true);
            }
        }
    }

    private static IEnumerable<NaiveRow> Others(NaiveRow kept, IEnumerable<NaiveRow> group) => group.Where(r => r.Development.Reference != kept.Development.Reference);

    private static bool IsSaid(Key key, Classification said) => key switch
    {
        Key.Source => said.Sources.Length > 0,
        Key.Target => said.Targets.Length > 0,
        Key.Cameo => said.Cameo is not null,
        Key.EventType => said.EventType is not null,
        Key.Theme => said.Theme is not null,
        Key.Place => said.Place is not null,
        _ => true,
    };

    // "+1/-1" is not 0: both parts count.
    private static BigInteger Size(NaiveRow row) => row.Worth is { } worth ? worth.Positive - worth.Negative : 0;

    private static int Rank(NaiveRow row, RuleSet rules) => NaiveWords.Said(row.Classification, Trait.Level).Select(l => NaiveWords.Rank(l, rules)).Append(rules.Levels.Length).Min();
}
