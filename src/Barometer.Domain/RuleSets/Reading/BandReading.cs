using System.Collections.Immutable;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>Reads scales of bands.</summary>
internal static class BandReading
{
    public static ImmutableArray<BandScale> Read(IEnumerable<Node> nodes, Mistakes mistakes)
    {
        var scales = ImmutableArray.CreateBuilder<BandScale>();
        foreach (var node in nodes)
        {
            var scale = Scale(new Fields(node), mistakes);
            if (scales.Any(s => s.Dimension == scale.Dimension))
                mistakes.Tell(node, $"'{scale.Dimension}' has a scale already.");
            scales.Add(scale);
        }

        return scales.ToImmutable();
    }

    private static BandScale Scale(Fields fields, Mistakes mistakes)
    {
        var bands = ImmutableArray.CreateBuilder<Band>();
        foreach (var node in fields.List("bands"))
        {
            var band = Band(new Fields(node), mistakes);
            if (bands.FirstOrDefault(b => (b.From ?? int.MinValue) <= (band.To ?? int.MaxValue) && (band.From ?? int.MinValue) <= (b.To ?? int.MaxValue)) is { } other)
                mistakes.Tell(node, $"'{band.Name}' and '{other.Name}' share values; a value is in one band at most.");
            bands.Add(band);
        }

        return new BandScale(fields.Text("dimension"), bands.ToImmutable())
        {
            Rounding = fields.WordOrNone<Rounding>("rounding"),
            Domain = fields.Inner("domain")?.Span(mistakes),
        };
    }

    private static Band Band(Fields band, Mistakes mistakes)
    {
        band.Span(mistakes);
        return new Band(band.Text("name"), band.Whole("from"), band.Whole("to"), band.Prose("meaning"));
    }
}
