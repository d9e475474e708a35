using System.Runtime.InteropServices;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>A row that may be kept of several.</summary>
internal readonly record struct Candidate(int Row, int Day, int Rank, FixedPoint Size)
{
    /// <summary>True for one that is to be kept in place of another. Of two that are equal the one whose row comes first is.</summary>
    public bool IsBetterThan(Candidate other, Kept which) => which switch
    {
        Kept.HighestLevel => Rank < other.Rank,
        Kept.Largest => Size > other.Size || (Size == other.Size && IsEarlierThan(other)),
        _ => IsEarlierThan(other),
    };

    private bool IsEarlierThan(Candidate other) => Day < other.Day || (Day == other.Day && Row < other.Row);
}

/// <summary>The best candidate of each group. What was there before a beginning is as if it were not.</summary>
/// <param name="usual">How many groups are known beforehand; others are found by a look-up.</param>
internal sealed class Best(int usual)
{
    private readonly Candidate[] _best = new Candidate[usual];
    private readonly int[] _since = new int[usual];
    private readonly Dictionary<long, Candidate> _others = [];
    private int _now;

    public Candidate this[long group] => group < _best.Length ? _best[group] : _others[group];

    public void Begin()
    {
        _now++;
        _others.Clear();
    }

    /// <summary>Takes a candidate, and tells whether its group had one already.</summary>
    public bool Take(long group, Candidate candidate, Kept which)
    {
        if (group >= _best.Length)
        {
            ref var other = ref CollectionsMarshal.GetValueRefOrAddDefault(_others, group, out var known);
            other = !known || candidate.IsBetterThan(other, which) ? candidate : other;
            return known;
        }

        ref var best = ref _best[group];
        var had = _since[group] == _now;
        if (!had || candidate.IsBetterThan(best, which))
            best = candidate;
        _since[group] = _now;
        return had;
    }
}
