using System.Collections.Immutable;
using Barometer.Domain.Developments;
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
            var (first, last) = (segment.Start, default((int Issue, int Ordinal)?));
            var worths = new FixedPoint[_treatments.Dimensions.Length];
            foreach (var run in _treatments.Runs(segment))
            {
                for (var row = run.Start; row < run.End; row++)
                {
                    var reference = (columns.Issue[row], columns.Ordinal[row]);
                    if (last is not null && reference != last)
                    {
                        largest.Offer((segment, first, row), Emptied(worths));
                        first = row;
                    }

                    last = reference;
                    var effects = _treatments.EffectsOf(run.Treatments[columns.Kind[row]]);
                    if (effects.Dimension >= 0)
                        worths[effects.Dimension] += effects.Last.Positive + effects.Last.Negative;
                }
            }

            largest.Offer((segment, first, segment.End), Emptied(worths));
        }

        var values = baseline.Indices.ToDictionary(i => (i.Relationship, i.Period, i.Dimension), i => i.Aggregate);
        return (largest.Offered, [.. largest.InOrder().Select(l => EffectOf(l.Segment, l.First, l.End, (key, period, dimension) => values[(key, period, dimension)]))]);
    }

    private EffectOfLeavingOut EffectOf(Segment segment, int first, int end, Func<string, Periods.PeriodId, string, FixedPoint> valueOf)
    {
        var key = columns.Relationships[segment.Relationship].Key;
        var moved = from row in Enumerable.Range(first, end - first)
                    let treatment = _treatments.Runs(segment).First(r => r.Start <= row && row < r.End).Treatments[columns.Kind[row]]
                    where _treatments.EffectsOf(treatment).Dimension >= 0
                    group Worth(treatment) by _treatments.Dimensions[_treatments.EffectsOf(treatment).Dimension] into worths
                    let worth = worths.Aggregate(FixedPoint.Zero, (sum, w) => sum + w)
                    where worth != FixedPoint.Zero
                    let value = valueOf(key, segment.Period, worths.Key)
                    select new IndexWithout(key, worths.Key, segment.Period, value, value - worth);
        return EffectOfLeavingOut.Of(new Reference(columns.Relationships[segment.Relationship].Prefix, columns.Issue[first], columns.Ordinal[first]).ToString(), moved, top);
    }

    private static FixedPoint Emptied(FixedPoint[] worths)
    {
        var size = worths.Aggregate(FixedPoint.Zero, (sum, worth) => sum + worth.Abs());
        Array.Clear(worths);
        return size;
    }

    private FixedPoint Worth(int treatment) => _treatments.EffectsOf(treatment).Last is { Counts: true } last ? last.Positive + last.Negative : FixedPoint.Zero;

    private bool IsAsked(Segment segment, string? relationship) =>
        segment.Period.IsFrom(baseline.From, baseline.To) && (relationship is null || columns.Relationships[segment.Relationship].Key == relationship);
}
