using System.Collections.Immutable;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets;

/// <summary>Values from one to another that are all in one band, or all in none.</summary>
/// <param name="From">The lowest.</param>
/// <param name="To">The highest.</param>
/// <param name="Band">The band; <see cref="RuleSet.NoBand"/> for none.</param>
public readonly record struct BandRange(FixedPoint From, FixedPoint To, string Band);

/// <summary>
/// Every value that can be held, cut where the band changes. A scale that says how to round takes values with nine decimals; one that does not is
/// of whole numbers, and a value with decimals is in none.
/// </summary>
public sealed class BandRanges
{
    private const long MostWhole = long.MaxValue / FixedPoint.One * FixedPoint.One;
    private const long Half = FixedPoint.One / 2;

    private readonly BandScale _scale;
    private readonly ImmutableArray<BandRange> _ranges;

    /// <summary>Cuts the values of a scale.</summary>
    public BandRanges(BandScale scale)
    {
        _scale = scale;
        var wholes = scale.Bands.SelectMany(b => new[] { b.From, (long?)b.To + 1 }).OfType<long>();
        var starts = wholes.Select(LowestRoundedTo)
            .Concat([.. new[] { scale.Domain?.From?.Units, scale.Domain?.To?.Units + 1 }.OfType<long>().Select(Ceiling)])
            .Append(Least).Distinct().Order().ToArray();
        var ranges = ImmutableArray.CreateBuilder<BandRange>();
        foreach (var (place, start) in starts.Index())
        {
            var band = Of(new FixedPoint(start));
            var range = new BandRange(new FixedPoint(start), new FixedPoint(place + 1 < starts.Length ? starts[place + 1] - Step : Most), band);
            if (ranges.Count > 0 && ranges[^1].Band == band)
                ranges[^1] = ranges[^1] with { To = range.To };
            else
                ranges.Add(range);
        }

        _ranges = ranges.ToImmutable();
    }

    // Between whole numbers that are next to each other lies nothing that such a scale is for.
    private long Step => _scale.Rounding is null ? FixedPoint.One : 1;

    private long Least => _scale.Rounding is null ? -MostWhole : long.MinValue;

    private long Most => _scale.Rounding is null ? MostWhole : long.MaxValue;

    /// <summary>The band of a value; <see cref="RuleSet.NoBand"/> for one that is in none.</summary>
    public string Of(FixedPoint value) => _scale.BandOf(value)?.Name ?? RuleSet.NoBand;

    /// <summary>The values around one that are in its band, or in none as it is; null for a value with decimals on a scale of whole numbers.</summary>
    public BandRange? Around(FixedPoint value) =>
        IsBetween(value) ? null : _ranges.First(r => r.To >= value);

    /// <summary>True for a value with decimals on a scale of whole numbers, which is in no band whatever lies around it.</summary>
    public bool IsBetween(FixedPoint value) => _scale.Rounding is null && !value.IsWhole;

    /// <summary>The nearest value above one that is in another band, or in none; null where there is no such value.</summary>
    public (FixedPoint Value, string Band)? Above(FixedPoint value)
    {
        var band = Of(value);
        foreach (var range in _ranges)
        {
            // What a range reaches can be held, and so can the next whole number on the way there.
            if (range.Band != band && range.To >= value)
                return (range.From >= value ? range.From : new FixedPoint(Ceiling(value.Units)), range.Band);
        }

        return null;
    }

    /// <summary>The nearest value below one that is in another band, or in none; null where there is no such value.</summary>
    public (FixedPoint Value, string Band)? Below(FixedPoint value)
    {
        var band = Of(value);
        foreach (var range in _ranges.Reverse())
        {
            if (range.Band != band && range.From <= value)
                return (range.To <= value ? range.To : new FixedPoint(Floor(value.Units)), range.Band);
        }

        return null;
    }

    private long Ceiling(long units) => units % Step is var rest && rest > 0 ? units - rest + Step : units - rest;

    private long Floor(long units) => units % Step is var rest && rest < 0 ? units - rest - Step : units - rest;

    // The lowest value that is made this whole number, or, of a scale of whole numbers, the number itself.
    private long LowestRoundedTo(long whole)
    {
        var units = whole * FixedPoint.One;
        return _scale.Rounding switch
        {
            Rounding.HalfEven => units - Half + Math.Abs(whole % 2),
            Rounding.HalfAwayFromZero => units - Half + (whole > 0 ? 0 : 1),
            Rounding.TowardsZero => whole > 0 ? units : units - FixedPoint.One + 1,
            Rounding.Up => units - FixedPoint.One + 1,
            _ => units,
        };
    }
}
