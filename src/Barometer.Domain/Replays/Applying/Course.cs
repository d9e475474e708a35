using System.Collections.Immutable;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>How a development stands between two rules.</summary>
internal enum Standing
{
    /// <summary>No rule has given it a value: it is counted as not coded, and nowhere else.</summary>
    NotCoded,

    /// <summary>It counts.</summary>
    Counts,

    /// <summary>A rule has excluded it.</summary>
    Excluded,
}

/// <summary>What a development is worth between two rules.</summary>
/// <param name="Standing">Whether it counts.</param>
/// <param name="Dimension">Where it counts.</param>
/// <param name="Positive">Its positive part, 0 or more.</param>
/// <param name="Negative">Its negative part, 0 or less.</param>
internal readonly record struct Stage(Standing Standing, string? Dimension, FixedPoint Positive, FixedPoint Negative)
{
    /// <summary>True where it moves sums.</summary>
    public bool Counts => Standing == Standing.Counts;
}

/// <summary>The way of a treatment through the rules: what it is worth at first, and after each of them.</summary>
internal static class Course
{
    /// <summary>One stage more than there are rules.</summary>
    public static Stage[] Of(Treatment treatment, ImmutableArray<Rule> rules)
    {
        var stages = new Stage[rules.Length + 1];
        var stage = stages[0] = treatment.Dimension is null
            ? new Stage(Standing.NotCoded, null, default, default)
            : new Stage(Standing.Counts, treatment.Dimension, FixedPoint.Of(treatment.Positive), FixedPoint.Of(treatment.Negative));
        var next = 0;
        for (var rule = 0; rule < rules.Length; rule++)
        {
            if (next < treatment.Steps.Length && treatment.Steps[next].Rule == rule && stage.Standing != Standing.Excluded)
                stage = After(rules[rule].Act, treatment.Steps[next], stage, treatment);
            while (next < treatment.Steps.Length && treatment.Steps[next].Rule <= rule)
                next++;
            stages[rule + 1] = stage;
        }

        return stages;
    }

    private static Stage After(Act act, Step step, Stage stage, Treatment treatment) => act switch
    {
        SetAside => new Stage(Standing.NotCoded, stage.Dimension, default, default),
        Exclude => new Stage(Standing.Excluded, null, default, default),
        Keep when treatment.KeptOutBy == step.Rule => new Stage(Standing.Excluded, null, default, default),
        Set set => Setting(set, set.Value.Number(step.Word), stage, set.Dimension ?? treatment.FirstDimension),
        Scale scale when stage.Counts => Scaled(scale, scale.Factor.Number(step.Word), stage),
        Clamp clamp when stage.Counts => stage with
        {
            Positive = clamp.To is { } to ? FixedPoint.Min(stage.Positive, to) : stage.Positive,
            Negative = clamp.From is { } from ? FixedPoint.Max(stage.Negative, from) : stage.Negative,
        },
        MoveTo move when stage.Counts => stage with { Dimension = move.Dimension },
        _ => stage,
    };

    private static Stage Setting(Set set, FixedPoint number, Stage stage, string unscored)
    {
        var (positive, negative) = (FixedPoint.Max(number, FixedPoint.Zero), FixedPoint.Min(number, FixedPoint.Zero));
        return new Stage(
            Standing.Counts,
            stage.Dimension ?? unscored,
            set.Part == Part.Negative ? stage.Positive : positive,
            set.Part == Part.Positive ? stage.Negative : negative);
    }

    private static Stage Scaled(Scale scale, FixedPoint factor, Stage stage) => stage with
    {
        Positive = scale.Part == Part.Negative ? stage.Positive : stage.Positive * factor,
        Negative = scale.Part == Part.Positive ? stage.Negative : stage.Negative * factor,
    };
}
