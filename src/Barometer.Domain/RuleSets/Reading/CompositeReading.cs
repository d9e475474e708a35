using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>Reads the composite over relationships.</summary>
internal static class CompositeReading
{
    public static Composite Read(Fields fields, Mistakes mistakes)
    {
        ImmutableArray<CompositePart> parts = [.. fields.List("parts").Select(Part)];
        var sum = parts.Aggregate(FixedPoint.Zero, (all, p) => all + p.Weight);
        if (sum != FixedPoint.Of(1))
            mistakes.Tell(fields["parts"]!, $"The weights sum to {sum}; they sum to 1, exactly.");
        if (parts.GroupBy(p => p.Relationship).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            mistakes.Tell(fields["parts"]!, $"'{twice.Key}' is in the composite a second time.");
        var reference = fields.Inner("reference");
        var (from, to) = (Period(reference, "from", mistakes), Period(reference, "to", mistakes));
        if (from?.FirstDay > to?.FirstDay)
            mistakes.Tell(reference!.At, $"from {from} to {to} is no period: 'from' is not after 'to'.");
        var normalisation = fields.Word<Normalisation>("normalisation");
        if (reference is not null && normalisation is not (Normalisation.ZScore or Normalisation.MinMax))
            mistakes.Tell(reference.At, "Only z-score and min-max look at reference periods.");
        var mean = fields.Word<Mean>("mean");
        if (mean == Mean.Geometric && normalisation == Normalisation.ZScore)
            mistakes.Tell(fields["mean"]!, "A geometric mean is of values above 0, and z-scores lie on both sides of 0; write mean: arithmetic, or another normalisation.");
        return new Composite(fields.Text("id"), fields.Prose("reason"), fields.Text("dimension"), normalisation, from, to, mean, parts);
    }

    private static CompositePart Part(Node node)
    {
        var part = new Fields(node);
        return new CompositePart(part.Text("relationship"), part.Number("weight"), part.Flag("reversed"));
    }

    private static PeriodId? Period(Fields? reference, string key, Mistakes mistakes)
    {
        if (reference?.TextOrNone(key) is not { } written)
            return null;
        if (PeriodId.Read(written).Accepted(out var period, out var refusal))
            return period;
        mistakes.Tell(reference[key]!, refusal.Sentence);
        return null;
    }
}
