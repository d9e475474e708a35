using System.Collections.Immutable;
using System.Globalization;
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
        return new Composite(fields.Text("id"), fields.Prose("reason"), fields.Text("dimension"), normalisation, from, to, fields.Word<Mean>("mean"), parts);
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
        if (PeriodId.TryParse(written, CultureInfo.InvariantCulture, out var period))
            return period;
        mistakes.Tell(reference[key]!, $"'{written}' is no period; one looks like 2019-11/2019-12.");
        return null;
    }
}
