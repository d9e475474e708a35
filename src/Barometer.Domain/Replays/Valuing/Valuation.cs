using System.Collections.Immutable;
using Barometer.Domain.Replays.Judging;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Valuing;

/// <summary>What a development is worth between two rules.</summary>
/// <param name="Standing">Whether it counts.</param>
/// <param name="Dimension">Where it counts.</param>
/// <param name="Positive">Its positive part, 0 or more.</param>
/// <param name="Negative">Its negative part, 0 or less.</param>
internal readonly record struct Valuation(Standing Standing, string? Dimension, FixedPoint Positive, FixedPoint Negative)
{
    /// <summary>True where it moves sums.</summary>
    public bool Counts => Standing == Standing.Counts;

    /// <summary>What a development of a treatment is worth as assigned.</summary>
    public static Valuation First(Treatment treatment) => treatment.Dimension is null
        ? new Valuation(Standing.NotCoded, null, default, default)
        : new Valuation(Standing.Counts, treatment.Dimension, FixedPoint.Of(treatment.Positive), FixedPoint.Of(treatment.Negative));

    /// <summary>What a development of a treatment is worth at first, and after each of the rules: one more than there are rules.</summary>
    public static Valuation[] Course(Treatment treatment, ImmutableArray<Rule> rules)
    {
        var course = new Valuation[rules.Length + 1];
        course[0] = First(treatment);
        var next = 0;
        for (var rule = 0; rule < rules.Length; rule++)
        {
            var isAbout = next < treatment.Steps.Length && treatment.Steps[next].Rule == rule;
            course[rule + 1] = isAbout ? course[rule].After(rules[rule].Act, treatment.Steps[next++], treatment) : course[rule];
        }

        return course;
    }

    /// <summary>What it is worth after a rule that is about it.</summary>
    public Valuation After(Act act, Step step, Treatment treatment) => act switch
    {
        _ when Standing == Standing.Excluded => this,
        SetAside => new Valuation(Standing.NotCoded, Dimension, default, default),
        Exclude => new Valuation(Standing.Excluded, null, default, default),
        Keep when treatment.KeptOutBy == step.Rule => new Valuation(Standing.Excluded, null, default, default),
        Set set => WithValue(set, set.Value.Number(step.Word), set.Dimension ?? treatment.FirstDimension),
        Scale scale when Counts => Scaled(scale, scale.Factor.Number(step.Word)),
        Clamp clamp when Counts => this with
        {
            Positive = clamp.To is { } to ? FixedPoint.Min(Positive, to) : Positive,
            Negative = clamp.From is { } from ? FixedPoint.Max(Negative, from) : Negative,
        },
        MoveTo move when Counts => this with { Dimension = move.Dimension },
        _ => this,
    };

    private Valuation WithValue(Set set, FixedPoint number, string unscored)
    {
        var (positive, negative) = (FixedPoint.Max(number, FixedPoint.Zero), FixedPoint.Min(number, FixedPoint.Zero));
        return new Valuation(
            Standing.Counts,
            Dimension ?? unscored,
            set.Part == Part.Negative ? Positive : positive,
            set.Part == Part.Positive ? Negative : negative);
    }

    private Valuation Scaled(Scale scale, FixedPoint factor) => this with
    {
        Positive = scale.Part == Part.Negative ? Positive : Positive * factor,
        Negative = scale.Part == Part.Positive ? Negative : Negative * factor,
    };
}
