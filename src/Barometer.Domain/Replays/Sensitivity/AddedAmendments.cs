using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>
/// The least number of developments where each moves the index by itself: those that can move it furthest are taken first. With fewer of them
/// the index cannot come as far as the nearest other band, and so fewer cannot do it.
/// </summary>
/// <param name="replay">The index, with whatever amendments.</param>
/// <param name="attempts">Every amendment of one row.</param>
internal sealed class AddedAmendments(AmendedReplay replay, IReadOnlyCollection<Attempt> attempts)
{
    private const string How = "each development moves the index by itself; those that can move it furthest are amended first, and fewer of them cannot come as far as the nearest other band";

    /// <summary>The number, in whichever direction it is less.</summary>
    public LeastDevelopments Least()
    {
        (LeastDevelopments? Found, int AtLeast)[] both = [Towards(1), Towards(-1)];
        var atLeast = both.Min(d => d.AtLeast);
        return both.Select(d => d.Found).OfType<LeastDevelopments>().MinBy(f => f.Number) is { } least
            ? least with { IsProven = least.Number == atLeast }
            : new LeastDevelopments(
                Number: null, IsProven: atLeast == int.MaxValue, "every development amended as far as the range allows leaves the index in its band", [], Value: null, Band: null);
    }

    // Also how many it takes at least to come as far as the nearest other band.
    private (LeastDevelopments? Found, int AtLeast) Towards(int sign)
    {
        var (band, nearest) = (replay.Ranges.Of(replay.Value), sign > 0 ? replay.Ranges.Above(replay.Value) : replay.Ranges.Below(replay.Value));
        var (amended, reached, atLeast) = (new List<KeyValuePair<int, int>>(), FixedPoint.Zero, int.MaxValue);
        foreach (var (number, (move, rows)) in Furthest(sign).Index())
        {
            reached += move;
            amended.AddRange(rows);
            if (nearest is not { } border || reached < (border.Value - replay.Value).Abs())
                continue;
            atLeast = Math.Min(atLeast, number + 1);
            var value = replay.With([.. amended]);
            if (replay.Ranges.Of(value) != band)
                return (new LeastDevelopments(number + 1, IsProven: false, How, [.. amended.Select(a => replay.Told(a.Key, a.Value))], value, replay.Ranges.Of(value)), atLeast);
        }

        return (null, atLeast);
    }

    // How far each development can move the index in a direction, by all its rows, the furthest first.
    private IEnumerable<(FixedPoint Move, KeyValuePair<int, int>[] Rows)> Furthest(int sign)
    {
        var best = attempts.GroupBy(a => a.Rows)
            .Select(g => g.MaxBy(a => sign * (a.Value - replay.Value).Units)!)
            .Where(a => (a.Value - replay.Value).Sign == sign)
            .SelectMany(a => a.Rows.Rows.Select(row => (Row: row, Reference: replay.ReferenceOf(row), a.To, Move: (a.Value - replay.Value).Abs())));
        return best.GroupBy(b => b.Reference)
            .Select(g => (Move: g.Aggregate(FixedPoint.Zero, (sum, b) => sum + b.Move), Rows: g.Select(b => KeyValuePair.Create(b.Row, b.To)).ToArray()))
            .OrderByDescending(m => m.Move).ThenBy(m => m.Rows[0].Key);
    }
}
