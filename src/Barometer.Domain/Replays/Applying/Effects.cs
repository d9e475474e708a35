using System.Collections.Immutable;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>What one development of a treatment posts to one line.</summary>
/// <param name="Dimension">In which dimension, by its place.</param>
/// <param name="Line">To which line.</param>
/// <param name="Positive">The change of the positive sum.</param>
/// <param name="Negative">The change of the negative sum.</param>
internal readonly record struct Effect(int Dimension, int Line, FixedPoint Positive, FixedPoint Negative);

/// <summary>What every development of a treatment posts, rule by rule, and what it is worth in the end.</summary>
internal sealed class Effects
{
    private Effects(Stage last, Effect[] postings, int dimension, bool saturates) =>
        (Last, Postings, Dimension, Saturates) = (last, postings, dimension, saturates);

    /// <summary>The points assigned, then what each rule on values changes; what it does not change is left out.</summary>
    public Effect[] Postings { get; }

    /// <summary>What it is worth after them.</summary>
    public Stage Last { get; }

    /// <summary>The dimension in which it counts in the end, by its place; -1 where it counts in none.</summary>
    public int Dimension { get; }

    /// <summary>True where saturation is about it.</summary>
    public bool Saturates { get; }

    /// <summary>The effects of a treatment.</summary>
    /// <param name="treatment">Which.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="placeOf">The place of a dimension.</param>
    public static Effects Of(Treatment treatment, ImmutableArray<Rule> rules, Func<string, int> placeOf)
    {
        var course = Course.Of(treatment, rules);
        var postings = new List<Effect>();
        if (course[0].Counts)
            postings.Add(new Effect(placeOf(course[0].Dimension!), Account.Assigned, course[0].Positive, course[0].Negative));
        for (var rule = 0; rule < rules.Length; rule++)
            postings.AddRange(Between(course[rule], course[rule + 1], Account.Rule(rule), placeOf));
        var last = course[^1];
        return new Effects(last, [.. postings], last.Counts ? placeOf(last.Dimension!) : -1, treatment.Steps.Any(s => rules[s.Rule].Act is Saturate));
    }

    private static IEnumerable<Effect> Between(Stage before, Stage after, int line, Func<string, int> placeOf)
    {
        if (before == after)
            yield break;
        if (before.Counts && after.Counts && before.Dimension == after.Dimension)
        {
            yield return new Effect(placeOf(after.Dimension!), line, after.Positive - before.Positive, after.Negative - before.Negative);
            yield break;
        }

        if (before.Counts)
            yield return new Effect(placeOf(before.Dimension!), line, -before.Positive, -before.Negative);
        if (after.Counts)
            yield return new Effect(placeOf(after.Dimension!), line, after.Positive, after.Negative);
    }
}
