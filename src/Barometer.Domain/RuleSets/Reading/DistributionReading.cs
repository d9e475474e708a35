using System.Collections.Immutable;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>Reads what an uncertain number may be.</summary>
internal static class DistributionReading
{
    public static Distribution Read(Fields fields, Mistakes mistakes)
    {
        if (fields.Inner("uniform") is { } uniform)
        {
            Rising(uniform, mistakes, "from", "to");
            return new Uniform(uniform.Number("from"), uniform.Number("to"));
        }

        if (fields.Inner("triangular") is { } triangular)
        {
            Rising(triangular, mistakes, "from", "mode", "to");
            return new Triangular(triangular.Number("from"), triangular.Number("mode"), triangular.Number("to"));
        }

        return fields.Inner("normal") is { } normal ? Normal(normal, mistakes) : OneOf(fields, mistakes);
    }

    /// <summary>Tells a distribution that can draw what the number cannot be.</summary>
    public static void Within(Span possible, Distribution distribution, Node at, Mistakes mistakes)
    {
        var (least, most) = distribution switch
        {
            Uniform uniform => (uniform.From, uniform.To),
            Triangular triangular => (triangular.From, triangular.To),
            Normal normal => (normal.From, normal.To),
            OneOf oneOf => (oneOf.Values.Min(c => c.Value), (FixedPoint?)oneOf.Values.Max(c => c.Value)),
            _ => ((FixedPoint?)null, (FixedPoint?)null),
        };
        if (possible.From is { } lowest && !(least >= lowest))
            mistakes.Tell(at, $"The number is {lowest} or more, and this could be {(least is { } l ? l.ToString() : "any less: give 'from'")}.");
        if (possible.To is { } highest && !(most <= highest))
            mistakes.Tell(at, $"The number is {highest} or less, and this could be {(most is { } m ? m.ToString() : "any more: give 'to'")}.");
    }

    // A draw beyond the bounds is drawn again: bounds far from the mean, or close together, would let it go on for ever.
    private static Normal Normal(Fields fields, Mistakes mistakes)
    {
        var normal = new Normal(fields.Number("mean"), fields.Number("deviation"), fields.NumberOrNone("from"), fields.NumberOrNone("to"));
        if (!new Span(normal.From, normal.To).Holds(normal.Mean))
            mistakes.Tell(fields.At, "The mean lies between 'from' and 'to'.");
        else if (normal.To - normal.From < normal.Deviation)
            mistakes.Tell(fields.At, "'from' and 'to' are at least one deviation apart; for less take uniform or triangular.");
        return normal;
    }

    private static OneOf OneOf(Fields fields, Mistakes mistakes)
    {
        ImmutableArray<Chance> chances = [.. fields.List("oneOf").Select(n => new Fields(n)).Select(c => new Chance(c.Number("value"), c.Number("probability")))];
        var sum = chances.Aggregate(FixedPoint.Zero, (all, c) => all + c.Probability);
        if (sum != FixedPoint.Of(1))
            mistakes.Tell(fields["oneOf"]!, $"The probabilities sum to {sum}; they sum to 1, exactly.");
        return new OneOf(chances);
    }

    private static void Rising(Fields fields, Mistakes mistakes, params string[] keys)
    {
        foreach (var (before, after) in keys.Zip(keys.Skip(1)).Where(p => fields.Number(p.First) > fields.Number(p.Second)))
            mistakes.Tell(fields.At, $"'{before}' is not above '{after}'.");
    }
}
