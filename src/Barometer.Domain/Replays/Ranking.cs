using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>Ranks some values.</summary>
internal static class Ranking
{
    /// <summary>The rank of each value: 1 for the highest. Equal values share the better rank, and the ranks that they take up are left out: 1, 2, 2, 4.</summary>
    public static Dictionary<FixedPoint, int> Of(IEnumerable<FixedPoint> values)
    {
        var ranks = new Dictionary<FixedPoint, int>();
        foreach (var (higher, value) in values.OrderDescending().Index())
            ranks.TryAdd(value, higher + 1);
        return ranks;
    }
}
