using Barometer.Domain.Replays.Valuing;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Summing;

/// <summary>What rules file elsewhere of one relationship.</summary>
internal sealed class RelationshipShares
{
    private readonly HashSet<int> _moved;
    private readonly Dictionary<int, Share[]> _into;
    private readonly Dictionary<int, Share[]> _outOf;

    /// <summary>Sorts shares by where they move from and to.</summary>
    /// <param name="shares">The shares, in the order of the rows.</param>
    /// <param name="periods">The periods that are computed.</param>
    public RelationshipShares(Share[] shares, PeriodRange periods)
    {
        _moved = [.. shares.Select(s => s.Row)];
        _into = shares.GroupBy(s => periods.PlaceOf(s.Period)).ToDictionary(g => g.Key, g => g.ToArray());
        _outOf = shares.DistinctBy(s => s.Row).GroupBy(s => periods.PlaceOf(s.Filed)).ToDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>True for a row that counts elsewhere than filed, if only in part.</summary>
    public bool HasMoved(int row) => _moved.Count > 0 && _moved.Contains(row);

    /// <summary>The shares in a period.</summary>
    public Share[] In(int period) => _into.GetValueOrDefault(period, []);

    /// <summary>Posts what moves away from a period, and what moves there.</summary>
    public void Post(Accounts accounts, int period, Worth[] worths)
    {
        if (_moved.Count == 0)
            return;
        foreach (var share in _outOf.GetValueOrDefault(period, []))
        {
            var worth = worths[share.Treatment];
            Post(accounts[period, worth.Dimension], share, -worth.Positive, -worth.Negative, times: -1);
        }

        foreach (var share in In(period))
            Post(accounts[period, worths[share.Treatment].Dimension], share, share.Positive, share.Negative, times: 1);
    }

    private static void Post(Account account, in Share share, FixedPoint positive, FixedPoint negative, int times)
    {
        // What stays in its period in part is one development that the rule changes there.
        account.Post(Account.Rule(share.Rule), positive, negative, times > 0 && share.Period == share.Filed ? 0 : 1);
        account.Count(times);
    }
}
