using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Where an index is the sum of what its developments are worth, leaving out one takes away what it is worth, and nothing has to be computed again.</summary>
internal sealed class AddedWorths(Ruling ruling, RuledIndices baseline, int top)
{
    private readonly Columns _columns = ruling.Columns;
    private int[] _room = [];

    /// <summary>How many developments there are, and those worth most.</summary>
    public (long Count, ImmutableArray<EffectOfLeavingOut> Effects) Largest(string? relationship, CancellationToken stop)
    {
        var largest = new Largest<(Segment Segment, int First, int End)>(top);
        foreach (var segment in _columns.Segments.Where(s => IsAsked(s, relationship)))
        {
            stop.ThrowIfCancellationRequested();
            Offer(segment, largest);
        }

        var values = baseline.Indices.ToDictionary(i => (i.Relationship, i.Dimension, i.Period), i => i.Aggregate);
        return (largest.Offered, [.. largest.InOrder().Select(l => EffectOf(l.Segment, l.First, l.End, values))]);
    }

    private void Offer(Segment segment, Largest<(Segment Segment, int First, int End)> largest)
    {
        var (first, worths) = (segment.Start, new FixedPoint[ruling.Treatments.Dimensions.Length]);
        var treatments = ruling.Rows.Of(segment, ref _room);
        for (var row = segment.Start; row < segment.End; row++)
        {
            if (!AreOfOneDevelopment(first, row))
            {
                largest.Offer((segment, first, row), Emptied(worths));
                first = row;
            }

            var worth = ruling.Effects.Worths[treatments[row - segment.Start]];
            if (worth.Counts)
                worths[worth.Dimension] += worth.Positive + worth.Negative;
        }

        largest.Offer((segment, first, segment.End), Emptied(worths));
    }

    private bool AreOfOneDevelopment(int row, int other) => _columns.Issue[row] == _columns.Issue[other] && _columns.Ordinal[row] == _columns.Ordinal[other];

    private EffectOfLeavingOut EffectOf(Segment segment, int first, int end, Dictionary<(string Relationship, string Dimension, PeriodId Period), FixedPoint> values)
    {
        var key = _columns.Relationships[segment.Relationship].Key;
        var moved = from treatment in ruling.Rows.Of(segment, ref _room)[(first - segment.Start)..(end - segment.Start)].ToArray()
                    let worth = ruling.Effects.Worths[treatment]
                    where worth.Counts
                    group worth.Positive + worth.Negative by ruling.Treatments.Dimensions[worth.Dimension] into worths
                    let sum = worths.Aggregate(FixedPoint.Zero, (sum, w) => sum + w)
                    where sum != FixedPoint.Zero
                    let value = values[(key, worths.Key, segment.Period)]
                    select new IndexWithout(key, worths.Key, segment.Period, value, value - sum);
        return EffectOfLeavingOut.Of(_columns.ReferenceOf(segment.Relationship, first).ToString(), moved, top);
    }

    private static FixedPoint Emptied(FixedPoint[] worths)
    {
        var size = worths.Aggregate(FixedPoint.Zero, (sum, worth) => sum + worth.Abs());
        Array.Clear(worths);
        return size;
    }

    private bool IsAsked(Segment segment, string? relationship) =>
        segment.Period.IsFrom(baseline.From, baseline.To) && (relationship is null || _columns.Relationships[segment.Relationship].Key == relationship);
}
