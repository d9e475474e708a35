using System.Collections.Immutable;
using Barometer.Domain.Replays.Judging;
using Barometer.Domain.RuleSets;

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
        Span<Effect> postings = treatment.Steps.Length <= 64 ? stackalloc Effect[1 + (2 * treatment.Steps.Length)] : new Effect[1 + (2 * treatment.Steps.Length)];
        var (count, now) = (0, Valuation.First(treatment));
        if (now.Counts)
            postings[count++] = new Effect(placeOf(now.Dimension!), Account.Assigned, now.Positive, now.Negative);
        foreach (var step in treatment.Steps)
        {
            var after = now.After(rules[step.Rule].Act, step, treatment);
            count += Between(now, after, Account.Rule(step.Rule), placeOf, postings[count..]);
            now = after;
        }

        return new Effects(postings[..count].ToArray(), new Worth(now.Counts ? placeOf(now.Dimension!) : -1, now.Positive, now.Negative, Saturates(treatment, rules)));
    }

    private static int Between(in Valuation before, in Valuation after, int line, Func<string, int> placeOf, Span<Effect> postings)
    {
        if (before == after)
            return 0;
        if (before.Counts && after.Counts && before.Dimension == after.Dimension)
        {
            postings[0] = new Effect(placeOf(after.Dimension!), line, after.Positive - before.Positive, after.Negative - before.Negative);
            return 1;
        }

        var count = 0;
        if (before.Counts)
            postings[count++] = new Effect(placeOf(before.Dimension!), line, -before.Positive, -before.Negative);
        if (after.Counts)
            postings[count++] = new Effect(placeOf(after.Dimension!), line, after.Positive, after.Negative);
        return count;
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
