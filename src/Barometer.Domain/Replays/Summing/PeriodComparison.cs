using Barometer.Domain.Barometers;
using Barometer.Domain.Replays.Judging;
using Barometer.Domain.Replays.Valuing;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Summing;

/// <summary>
/// Compares each period with the one before it: of developments that a rule is about and that count in its dimension. Where neither period
/// has anything, or a count is unknown, there is nothing to compare; the barometer's first period has none before it.
/// </summary>
internal sealed class PeriodComparison(int rule, Compare compare, Treatments treatments, Worth[] worths, int begin) : SumRule
{
    private readonly int _dimension = treatments.PlaceOf(compare.Dimension);
    private bool _isCompared;
    private (long Number, long Unknown) _before;

    /// <inheritdoc />
    public override void Begin(Relationship relationship) => (_isCompared, _before) = (relationship.Dimension(compare.Dimension) is not null, default);

    /// <inheritdoc />
    public override void Post(Accounts accounts, int period, ReadOnlySpan<Member> members)
    {
        if (!_isCompared)
            return;
        var (was, has) = (_before, Count(members));
        _before = has;
        if (period <= begin || was.Unknown > 0 || has.Unknown > 0 || (was.Number == 0 && has.Number == 0))
            return;
        var value = has.Number < was.Number ? compare.Fewer : has.Number > was.Number ? compare.More : compare.Same;
        accounts[period, _dimension].Post(Account.Rule(rule), FixedPoint.Max(value, FixedPoint.Zero), FixedPoint.Min(value, FixedPoint.Zero));
    }

    private (long Number, long Unknown) Count(ReadOnlySpan<Member> members)
    {
        var (number, unknown) = (0L, 0L);
        foreach (ref readonly var member in members)
        {
            if (worths[member.Treatment].Dimension != _dimension || treatments[member.Treatment].StepOf(rule) is not { } step)
                continue;
            if (compare.Count == Counted.Developments)
                number++;
            else if (step.Count < 0)
                unknown++;
            else
                number += step.Count;
        }

        return (number, unknown);
    }
}
