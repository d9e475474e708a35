using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>What draws are held against, and computed from: the rule set with its own numbers, on the same developments.</summary>
internal sealed class Baseline
{
    public Baseline(RuleSet rules, Columns columns, PeriodId from, PeriodId to)
    {
        Coder = rules.Inputs.FirstOrDefault(i => i.Varies == Varied.Coder) is { Distribution: OneOf errors } ? new CoderError(columns, errors) : null;
        (Rules, Columns, From, To) = (rules, Coder?.Columns ?? columns, from, to);
        // The reference periods of a composite vary with everything else, asked for or not.
        var (first, last) = (rules.Composite?.From ?? from, rules.Composite?.To ?? to);
        Ruling = new Ruling(rules, Columns, first.FirstDay < from.FirstDay ? first : from, last.LastDay > to.LastDay ? last : to);
        Figures = Ruling.Indices();
        Cube = Cube.IsEnough(rules) ? new Cube(this) : null;
    }

    public RuleSet Rules { get; }

    public Columns Columns { get; }

    /// <summary>The first period that is asked for.</summary>
    public PeriodId From { get; }

    /// <summary>The last that is asked for.</summary>
    public PeriodId To { get; }

    public Ruling Ruling { get; }

    /// <summary>Null where coders' errors are not declared as an input.</summary>
    public CoderError? Coder { get; }

    /// <summary>The indices, those of a composite's reference periods too; a draw has a value for each of them, in their order.</summary>
    public RuledIndices Figures { get; }

    public ImmutableArray<RuledIndex> Indices => Figures.Indices;

    /// <summary>Null where the rules ask for more than counts.</summary>
    public Cube? Cube { get; }

    /// <summary>Computes draws in which some inputs vary.</summary>
    public VariedReplay Varying(IReadOnlyCollection<Input> inputs) => Cube is null ? new FullReplay(this) : new CubeReplay(this, Cube, inputs);
}
