using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays;

/// <summary>What the indices of one relationship are computed from.</summary>
/// <param name="Relationship">The relationship.</param>
/// <param name="Segments">Its segments that are needed, in order, with the place of their period.</param>
/// <param name="Cells">The cells of each segment.</param>
/// <param name="Treatments">The treatments.</param>
/// <param name="TreatmentOfRow">The treatment of each row; empty where no rule asks for rows.</param>
/// <param name="Shares">The shares of rows that rules file elsewhere.</param>
/// <param name="Periods">Every period from the first in which the barometer has anything to the last that is asked for.</param>
/// <param name="Accounts">What is posted to.</param>
internal sealed record Sheet(
    Relationship Relationship,
    ImmutableArray<(Segment Segment, int Period)> Segments,
    ImmutableArray<Cell[]> Cells,
    Treatments Treatments,
    int[] TreatmentOfRow,
    ImmutableArray<Share> Shares,
    PeriodRange Periods,
    Accounts Accounts)
{
    public Columns Columns => Treatments.Columns;

    public RuleSet Rules => Treatments.Rules;

    /// <summary>The rows that count elsewhere than filed, and the place of the period where they are filed, if that is among those that are computed.</summary>
    public IEnumerable<(Share Share, int Filed)> Moved =>
        from share in Shares.DistinctBy(s => s.Row)
        let filed = Periods.PlaceOf(share.Filed)
        where filed >= 0
        select (share, filed);

    /// <summary>Everything that counts, as filed on record or as rules file it: cells, then what moved away, then where it moved to.</summary>
    public IEnumerable<(int Period, int Treatment, Stage Worth, int Times)> Counted()
    {
        foreach (var (place, (_, period)) in Segments.Index())
        {
            foreach (var cell in Cells[place])
                yield return (period, cell.Treatment, Treatments.EffectsOf(cell.Treatment).Last, cell.Rows);
        }

        foreach (var (period, share, worth, times) in Refiled())
            yield return (period, share.Treatment, worth, times);
    }

    /// <summary>What moved away, and where it moved to.</summary>
    public IEnumerable<(int Period, Share Share, Stage Worth, int Times)> Refiled() =>
        Moved.Select(m => (m.Filed, m.Share, Treatments.EffectsOf(m.Share.Treatment).Last, -1))
            .Concat(Shares.Where(s => Periods.PlaceOf(s.Period) >= 0)
                .Select(s => (Periods.PlaceOf(s.Period), s, Treatments.EffectsOf(s.Treatment).Last with { Positive = s.Positive, Negative = s.Negative }, 1)));
}
