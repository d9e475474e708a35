using System.Collections.Immutable;

namespace Barometer.Domain.RuleSets;

/// <summary>Which of several stand elsewhere than before: as few as have to be moved to come from one order to the other.</summary>
internal static class Reordered
{
    /// <summary>Each with what it comes after in the one and in the other; null for the first.</summary>
    public static IEnumerable<(string Id, string? After, string? Before)> Of(ImmutableArray<string> before, ImmutableArray<string> after)
    {
        var place = before.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i);
        string[] common = [.. after.Where(place.ContainsKey)];
        var kept = LongestRising([.. common.Select(id => place[id])]);
        return common.Where(id => !kept.Contains(place[id])).Select(id => (id, Preceding(after, id), Preceding(before, id)));
    }

    private static string? Preceding(ImmutableArray<string> ids, string id) => ids.IndexOf(id) is > 0 and var at ? ids[at - 1] : null;

    // Those that keep their order among themselves, and are most.
    private static HashSet<int> LongestRising(int[] places)
    {
        var (length, previous) = (new int[places.Length], new int[places.Length]);
        for (var i = 0; i < places.Length; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (places[j] < places[i] && length[j] >= length[i])
                    (length[i], previous[i]) = (length[j] + 1, j);
            }
        }

        var rising = new HashSet<int>();
        for (var at = Array.IndexOf(length, length.Append(0).Max()); at >= 0; at = previous[at])
            rising.Add(places[at]);
        return rising;
    }
}
