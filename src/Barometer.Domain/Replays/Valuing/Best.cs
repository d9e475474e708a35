using System.Runtime.InteropServices;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Valuing;

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
