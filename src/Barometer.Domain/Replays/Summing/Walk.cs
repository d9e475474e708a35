using Barometer.Domain.Replays.Valuing;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Summing;

/// <summary>
/// Goes through the developments of a relationship day by day, where order matters: each counts less the further the index is already
/// in its direction, and a level decays from one day with developments to the next.
/// </summary>
internal sealed class Walk
{
    private readonly Ruling _ruling;
    private readonly int _saturation;
    private readonly bool _isLevel;
    private readonly FixedPoint? _limit;
    private readonly RunningLevel?[] _levels;

    private Walk(Ruling ruling)
    {
        (_ruling, _levels) = (ruling, new RunningLevel?[ruling.Treatments.Dimensions.Length]);
        var acts = ruling.Rules.Rules.Select(r => r.Act).ToList();
        _saturation = acts.FindIndex(a => a is Saturate);
        _limit = _saturation < 0 ? null : ((Saturate)acts[_saturation]).Limit;
        _isLevel = acts.Exists(a => a is Level);
    }

    /// <summary>The walk through a relationship; null where order does not matter.</summary>
    public static Walk? Of(Ruling ruling) => Reach.Any(ruling.Rules, reach => reach.OfOrder) ? new Walk(ruling) : null;

    /// <summary>Takes what counts in a period, and posts saturation, what is carried over, and decay; asked for every period, in their order.</summary>
    public void Take(Accounts accounts, int period, ReadOnlySpan<Member> members)
    {
        if (!_isLevel)
            Array.Clear(_levels);
        foreach (var level in _levels)
            level?.Begin();
        foreach (ref readonly var member in members)
        {
            ref readonly var worth = ref _ruling.Effects.Worths[member.Treatment];
            LevelOf(worth.Dimension).Take(member.Day, member.Positive, member.Negative, worth.Saturates);
        }

        var lastDay = _ruling.Periods.All[period].LastDay.DayNumber;
        for (var dimension = 0; dimension < _levels.Length; dimension++)
        {
            if (_levels[dimension] is not null || accounts.IsOpen(period, dimension))
                LevelOf(dimension).End(lastDay, accounts[period, dimension], _saturation);
        }
    }

    private RunningLevel LevelOf(int dimension) => _levels[dimension] ??= new RunningLevel(_limit, _ruling.Decay);
}
