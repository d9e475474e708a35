using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Summing;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>What has a variance: the aggregate of each index, and after them the composite of each period, by the developments that count in the baseline.</summary>
internal sealed class Series
{
    private readonly Baseline _baseline;
    private readonly bool[] _isMissing;
    private readonly ImmutableArray<PeriodId> _periods;
    private readonly ImmutableArray<PeriodId> _reference;
    private readonly int[] _parts;

    public Series(Baseline baseline)
    {
        _baseline = baseline;
        _periods = [.. baseline.Figures.Composites.Select(c => c.Period)];
        _reference = [.. _periods.Where(p => (baseline.Rules.Composite?.From is not { } from || p.FirstDay >= from.FirstDay) && (baseline.Rules.Composite?.To is not { } to || p.LastDay <= to.LastDay))];
        Nominal = [.. baseline.Indices.Select(i => i.Aggregate.Units), .. baseline.Figures.Composites.Select(c => c.Value?.Units ?? 0)];
        _isMissing = [.. baseline.Indices.Select(_ => false), .. baseline.Figures.Composites.Select(c => c.Value is null)];
        _parts = baseline.Rules.Composite is { } composite
            ? [.. baseline.Indices.Index().Where(i => i.Item.Dimension == composite.Dimension && composite.Parts.Any(p => p.Relationship == i.Item.Relationship)).Select(i => i.Index)]
            : [];
    }

    /// <summary>What the baseline has, in billionths.</summary>
    public long[] Nominal { get; }

    /// <summary>True where the baseline or a draw has no value.</summary>
    public bool IsMissing(int place) => _isMissing[place];

    /// <summary>The aggregates of draws, with their composites after them.</summary>
    public long[] Of(long[] aggregates, int width, int draws)
    {
        if (_baseline.Rules.Composite is not { } composite)
            return aggregates;
        var values = new long[Nominal.Length * width];
        aggregates.CopyTo(values, 0);
        for (var draw = 0; draw < draws; draw++)
        {
            var drawn = _parts.Select(p => _baseline.Indices[p] with { Positive = new FixedPoint(aggregates[(p * width) + draw]), Negative = FixedPoint.Zero });
            foreach (var (place, figure) in Compositing.Of(composite, [.. drawn], _periods, _reference).Index())
            {
                values[((_baseline.Indices.Length + place) * width) + draw] = figure.Value?.Units ?? 0;
                // Several draws at once say the same and nothing else.
                if (figure.Value is null)
                    _isMissing[_baseline.Indices.Length + place] = true;
            }
        }

        return values;
    }
}
