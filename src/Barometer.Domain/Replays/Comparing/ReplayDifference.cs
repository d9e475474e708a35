using System.Collections.Immutable;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

using IndexKey = (string Relationship, string Dimension, Barometer.Domain.Periods.PeriodId Period);

namespace Barometer.Domain.Replays.Comparing;

/// <summary>Compares a replay with something else, index by index: both values, and lines that add up to the difference.</summary>
public static class ReplayDifference
{
    /// <summary>
    /// The indices of a replay beside what it is compared with; refuses where two lie too far apart to be counted. If data and rules
    /// both differ, data comes first, then rules.
    /// </summary>
    /// <param name="rules">The replay's rules.</param>
    /// <param name="replayed">Its indices.</param>
    /// <param name="comparand">What it is compared with; null for nothing.</param>
    public static Decision<ImmutableArray<ReplayedIndex>> Of(RuleSet rules, RuledIndices replayed, Comparand? comparand) =>
        TooLarge.Refused(rules, () => Beside(rules, replayed, comparand));

    internal static IndexKey Key(RuledIndex index) => (index.Relationship, index.Dimension, index.Period);

    private static ImmutableArray<ReplayedIndex> Beside(RuleSet rules, RuledIndices replayed, Comparand? comparand)
    {
        var indices = replayed.Indices.ToDictionary(Key);
        var against = Against(replayed, comparand);
        // Where nothing counts the index is 0; what was not printed is nothing.
        var values = indices.Keys.Concat(against.Keys).Distinct().ToDictionary(key => key, key => indices.GetValueOrDefault(key)?.Aggregate ?? FixedPoint.Zero);
        var compared = values.Keys.Where(key => comparand is Comparand.Points or Comparand.Ruled || against.ContainsKey(key))
            .ToDictionary(key => key, key => against.GetValueOrDefault(key));
        var (ranks, ranksCompared, lines) = (Ranks(values), Ranks(compared), new DifferenceLines(rules, comparand));
        return [.. values.Select(v => Compared(v.Key, v.Value))];

        ReplayedIndex Compared(IndexKey key, FixedPoint value)
        {
            var index = indices.GetValueOrDefault(key);
            FixedPoint? other = compared.TryGetValue(key, out var found) ? found : null;
            return new ReplayedIndex(
                key.Relationship, key.Dimension, key.Period, value, index?.Positive ?? default, index?.Negative ?? default, index?.Developments ?? 0,
                rules.Colour(key.Dimension, value),
                ranks[key],
                other,
                other is { } shown ? BandsOf(comparand)?.Colour(key.Dimension, shown) : null,
                other is null ? null : ranksCompared[key],
                lines.Of(key, index, other));
        }
    }

    private static Dictionary<IndexKey, FixedPoint> Against(RuledIndices replayed, Comparand? comparand) => comparand switch
    {
        Comparand.Points => replayed.Indices.ToDictionary(Key, i => i.Assigned),
        Comparand.Ruled ruled => ruled.Then.Indices.ToDictionary(Key, i => i.Aggregate),
        Comparand.Printed printed => printed.Figures.ToDictionary(f => (f.Relationship, f.Dimension, f.Period), f => FixedPoint.Of(f.Aggregate)),
        _ => [],
    };

    private static RuleSet? BandsOf(Comparand? comparand) => comparand switch
    {
        Comparand.Points => RuleSet.AsPublished,
        Comparand.Ruled ruled => ruled.Rules,
        Comparand.Printed printed => printed.Bands,
        _ => null,
    };

    private static Dictionary<IndexKey, int> Ranks(Dictionary<IndexKey, FixedPoint> values) =>
        (from value in values
         group value by (value.Key.Dimension, value.Key.Period) into g
         let ranks = Ranking.Of(g.Select(v => v.Value))
         from one in g
         select (one.Key, Rank: ranks[one.Value])).ToDictionary(r => r.Key, r => r.Rank);
}
