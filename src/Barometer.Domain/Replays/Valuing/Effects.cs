using System.Collections.Immutable;
using Barometer.Domain.Replays.Judging;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Valuing;

/// <summary>What every development of a treatment posts, rule by rule, and what it is worth in the end.</summary>
/// <param name="Postings">The points assigned, then what each rule on values changes; what it does not change is left out.</param>
/// <param name="Worth">What it is worth after them.</param>
internal readonly record struct Effects(Effect[] Postings, Worth Worth)
{
    /// <summary>The effects of a treatment.</summary>
    /// <param name="treatment">Which.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="placeOf">The place of a dimension.</param>
    public static Effects Of(Treatment treatment, ImmutableArray<Rule> rules, Func<string, int> placeOf)
    {
        var course = Valuation.Course(treatment, rules);
        var postings = new List<Effect>(rules.Length + 1);
        if (course[0].Counts)
            postings.Add(new Effect(placeOf(course[0].Dimension!), Account.Assigned, course[0].Positive, course[0].Negative));
        for (var rule = 0; rule < rules.Length; rule++)
            Add(course[rule], course[rule + 1], Account.Rule(rule), placeOf, postings);
        var last = course[^1];
        return new Effects([.. postings], new Worth(last.Counts ? placeOf(last.Dimension!) : -1, last.Positive, last.Negative, Saturates(treatment, rules)));
    }

    private static void Add(in Valuation before, in Valuation after, int line, Func<string, int> placeOf, List<Effect> postings)
    {
        if (before == after)
            return;
        if (before.Counts && after.Counts && before.Dimension == after.Dimension)
        {
            postings.Add(new Effect(placeOf(after.Dimension!), line, after.Positive - before.Positive, after.Negative - before.Negative));
            return;
        }

        if (before.Counts)
            postings.Add(new Effect(placeOf(before.Dimension!), line, -before.Positive, -before.Negative));
        if (after.Counts)
            postings.Add(new Effect(placeOf(after.Dimension!), line, after.Positive, after.Negative));
    }

    private static bool Saturates(Treatment treatment, ImmutableArray<Rule> rules)
    {
        foreach (var step in treatment.Steps)
        {
            if (rules[step.Rule].Act is Saturate)
                return true;
        }

        return false;
    }
}
