using System.Collections.Immutable;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Replays;

/// <summary>Counts and names what a rule set cannot code, of one relationship.</summary>
internal sealed class NotCodedCount(string relationship)
{
    private readonly SortedDictionary<(DateOnly FirstDay, string What), (PeriodId Period, long Developments)> _counts = [];

    /// <summary>Adds what of a segment has no value.</summary>
    public void Add(PeriodId period, ReadOnlySpan<Cell> cells, Treatments treatments)
    {
        foreach (var cell in cells)
        {
            // A development that is scored in several dimensions has as many rows, and is one.
            if (treatments[cell.Treatment] is not { NotCodedAs: { } what } treatment || (treatment.Dimension ?? treatment.FirstDimension) != treatment.FirstDimension)
                continue;
            var key = (period.FirstDay, what);
            _counts[key] = (period, _counts.GetValueOrDefault(key).Developments + cell.Rows);
        }
    }

    /// <summary>What was counted, by period and name.</summary>
    public ImmutableArray<NotCoded> All() => [.. _counts.Select(c => new NotCoded(relationship, c.Value.Period, c.Key.What, c.Value.Developments))];
}
