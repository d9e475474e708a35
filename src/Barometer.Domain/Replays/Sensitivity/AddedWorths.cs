using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Where an index is the sum of what its developments are worth, leaving out one takes away what it is worth, and nothing has to be computed again.</summary>
internal sealed class AddedWorths(RuleSet rules, Columns columns, RuledIndices baseline, int top)
{
    private readonly Treatments _treatments = new(columns, rules);

    /// <summary>How many developments there are, and those worth most.</summary>
    public (long Count, ImmutableArray<EffectOfLeavingOut> Effects) Largest(string? relationship, CancellationToken stop)
    {
        var largest = new Largest<(Segment Segment, int First, int End)>(top);
        foreach (var segment in columns.Segments.Where(s => IsAsked(s, relationship)))
        {
            stop.ThrowIfCancellationRequested();
            Offer(segment, largest);
        }

        var values = baseline.Indices.ToDictionary(i => (i.Relationship, i.Dimension, i.Period), i => i.Aggregate);
        return (largest.Offered, [.. largest.InOrder().Select(l => EffectOf(l.Segment, l.First, l.End, values))]);
    }

    private void Offer(Segment segment, Largest<(Segment Segment, int First, int End)> largest)
    {
        var (first, worths) = (segment.Start, new FixedPoint[_treatments.Dimensions.Length]);
        foreach (var run in _treatments.Runs(segment))
        {
            for (var row = run.Start; row < run.End; row++)
            {
                if (!AreOfOneDevelopment(first, row))
                {
                    largest.Offer((segment, first, row), Emptied(worths));
                    first = row;
                }

                var effects = _treatments.EffectsOf(run.Treatments[columns.Kind[row]]);
                if (effects.Dimension >= 0)
                    worths[effects.Dimension] += effects.Last.Positive + effects.Last.Negative;
            }
        }

        largest.Offer((segment, first, segment.End), Emptied(worths));
    }

    private bool AreOfOneDevelopment(int row, int other) => columns.Issue[row] == columns.Issue[other] && columns.Ordinal[row] == columns.Ordinal[other];

    private EffectOfLeavingOut EffectOf(Segment segment, int first, int end, Dictionary<(string Relationship, string Dimension, PeriodId Period), FixedPoint> values)
    {
        var key = columns.Relationships[segment.Relationship].Key;
        var moved = from row in Enumerable.Range(first, end - first)
                    let effects = _treatments.EffectsOf(_treatments.Runs(segment).First(r => r.Start <= row && row < r.End).Treatments[columns.Kind[row]])
                    where effects.Dimension >= 0
                    group effects.Last.Positive + effects.Last.Negative by _treatments.Dimensions[effects.Dimension] into worths
                    let worth = worths.Aggregate(FixedPoint.Zero, (sum, w) => sum + w)
                    where worth != FixedPoint.Zero
                    let value = values[(key, worths.Key, segment.Period)]
                    select new IndexWithout(key, worths.Key, segment.Period, value, value - worth);
        return EffectOfLeavingOut.Of(columns.ReferenceOf(segment.Relationship, first).ToString(), moved, top);
    }

    private static FixedPoint Emptied(FixedPoint[] worths)
    {
        var size = worths.Aggregate(FixedPoint.Zero, (sum, worth) => sum + worth.Abs());
        Array.Clear(worths);
        return size;
    }

    private bool IsAsked(Segment segment, string? relationship) =>
        segment.Period.IsFrom(baseline.From, baseline.To) && (relationship is null || columns.Relationships[segment.Relationship].Key == relationship);
}
