using System.Collections.Immutable;
using Barometer.Domain.Replays.Summing;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>What rules post to an index by themselves: what caps cut off the sums of a draw, and what comparisons gave the baseline, for counts do not vary.</summary>
internal sealed class CubeSumRules
{
    private readonly ImmutableArray<int> _rules;
    private readonly ImmutableArray<bool> _areOfWhole;
    private readonly (FixedPoint Positive, FixedPoint Negative)[][] _compared;

    public CubeSumRules(Baseline baseline)
    {
        var rules = baseline.Rules.Rules;
        _rules = [.. Enumerable.Range(0, rules.Length).Where(r => rules[r].Act is Cap or Compare)];
        _areOfWhole = [.. _rules.Select(r => Capping.IsOfWhole(rules[r]))];
        _compared = [.. baseline.Indices.Select(index => _rules.Select(r => Compared(index, rules[r])).ToArray())];
    }

    /// <summary>True where there are such rules.</summary>
    public bool Any => !_rules.IsEmpty;

    /// <summary>The aggregate of an index after them.</summary>
    /// <param name="index">Which.</param>
    /// <param name="of">Its sums.</param>
    /// <param name="drawn">The rules with drawn numbers.</param>
    /// <param name="sums">Of each sum the positive parts of all draws, then the negative ones.</param>
    /// <param name="draw">Which draw.</param>
    /// <param name="width">How many places draws have.</param>
    public FixedPoint Take(int index, CubeSum[] of, RuleSet drawn, long[][] sums, int draw, int width)
    {
        var (positive, negative) = sums is [] ? default : (new FixedPoint(sums[0][draw]), new FixedPoint(sums[0][width + draw]));
        for (var step = 0; step < _rules.Length; step++)
        {
            if (drawn.Rules[_rules[step]].Act is not Cap cap)
            {
                (positive, negative) = (positive + _compared[index][step].Positive, negative + _compared[index][step].Negative);
                continue;
            }

            if (_areOfWhole[step])
            {
                var (above, below) = Capping.Excess(cap, (positive, negative), (positive, negative));
                (positive, negative) = (positive + above, negative + below);
                continue;
            }

            for (var sum = 1; sum < sums.Length; sum++)
            {
                if (of[sum].Rule != _rules[step])
                    continue;
                var (above, below) = Capping.Excess(cap, (new FixedPoint(sums[sum][draw]), new FixedPoint(sums[sum][width + draw])), (positive, negative));
                (positive, negative) = (positive + above, negative + below);
            }
        }

        return positive + negative;
    }

    private static (FixedPoint Positive, FixedPoint Negative) Compared(RuledIndex index, Rule rule) =>
        rule.Act is Compare && index.Lines.FirstOrDefault(l => l.Kind == LineKind.RuleAlone && l.Rule == rule.Id) is { } line ? (line.Positive, line.Negative) : default;
}
