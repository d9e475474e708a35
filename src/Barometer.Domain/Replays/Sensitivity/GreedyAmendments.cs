using System.Collections.Immutable;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>
/// A number of developments where what one does depends on the others: again and again the amendment that moves the index furthest is made, and the index
/// computed again. Whether fewer do it is tried where that takes no more than <see cref="Feasible"/> computations, and else is said to be not proven.
/// </summary>
internal sealed class GreedyAmendments
{
    /// <summary>How many computations are no more than what is waited for.</summary>
    public const int Feasible = 50_000;

    private const string NotFound = "making the amendment that moves the index furthest, again and again, did not bring it into another band";

    private readonly AmendedReplay _replay;
    private readonly string _band;
    private readonly ImmutableArray<int[]> _developments;
    private readonly int _mostRows;
    private int _tried;

    public GreedyAmendments(AmendedReplay replay)
    {
        (_replay, _band) = (replay, replay.Ranges.Of(replay.Value));
        _developments = [.. replay.Rows.GroupBy(replay.ReferenceOf).Select(g => g.ToArray())];
        _mostRows = _developments.Select(rows => rows.Length).DefaultIfEmpty().Max();
    }

    /// <summary>The number found, in whichever direction it is less.</summary>
    public LeastDevelopments Least()
    {
        LeastDevelopments?[] tried = [InPairs(rows => [rows], "every two amendments of one development were tried"), Towards(1), Towards(-1)];
        if (tried.OfType<LeastDevelopments>().MinBy(l => l.Number) is not { } best)
            return new LeastDevelopments(Number: null, IsProven: false, NotFound, [], Value: null, Band: null);
        // One row alone was tried before; here, two of one development.
        if (best.Number == 1 || (best.Number == 2 && _mostRows <= 2))
            return best with { IsProven = true };
        var amendments = _replay.Rows.Sum(row => (long)_replay.AmendmentsOf(row).Count());
        if (amendments * amendments / 2 > Feasible)
            return best;
        var two = InPairs(rows => _developments.Where(others => others[0] > rows[0]), "every two amendments were tried");
        return (two ?? best) with { IsProven = _mostRows == 1 && (two is not null || best.Number == 3) };
    }

    private LeastDevelopments? Towards(int sign)
    {
        var (value, amended) = (_replay.Value, new SortedDictionary<int, int>());
        while (_tried < Feasible)
        {
            var attempts = _replay.Attempts(amended: amended).ToArray();
            _tried += attempts.Length;
            if (attempts is [])
                return null;
            var furthest = attempts.MaxBy(a => sign * a.Value.Units);
            if (sign * (furthest.Value - value).Units <= 0)
                return null;
            var entering = attempts.FirstOrDefault(a => _replay.Ranges.Of(a.Value) != _band, furthest);
            amended.Add(entering.Rows.Rows[0], entering.To);
            value = entering.Value;
            if (_replay.Ranges.Of(value) != _band)
                return Found(amended, value, "the amendment that moves the index furthest was made, again and again");
        }

        return null;
    }

    private LeastDevelopments? InPairs(Func<int[], IEnumerable<int[]>> others, string how)
    {
        var pairs = from rows in _developments
                    from other in others(rows)
                    from one in rows
                    from second in other
                    where second > one
                    from to in _replay.AmendmentsOf(one)
                    from toSecond in _replay.AmendmentsOf(second)
                    select new SortedDictionary<int, int> { [one] = to, [second] = toSecond };
        foreach (var amended in pairs)
        {
            if (_replay.With([.. amended]) is var value && _replay.Ranges.Of(value) != _band)
                return Found(amended, value, how);
        }

        return null;
    }

    private LeastDevelopments Found(SortedDictionary<int, int> amended, FixedPoint value, string how) => new(
        amended.Keys.Select(_replay.ReferenceOf).Distinct().Count(), IsProven: false, how,
        [.. amended.Select(a => _replay.Told(a.Key, a.Value))], value, _replay.Ranges.Of(value));
}
