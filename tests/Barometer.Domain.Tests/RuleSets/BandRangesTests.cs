using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.Tests.Barometers;
using CsCheck;
using static Barometer.Domain.Tests.Replays.Sensitivity.Written;

namespace Barometer.Domain.Tests.RuleSets;

public class BandRangesTests
{
    private static readonly BandRanges Published = new(RuleSet.AsPublished.Scale(SmallBarometer.RegionalTension)!);

    [Theory]
    [InlineData("0", "White", null, null, "-1", "none")]
    [InlineData("-1", "none", "0", "White", "-2", "Green")]
    [InlineData("-2", "Green", "-1", "none", "-7", "Yellow")]
    [InlineData("-30", "Red", "-17", "Orange", null, null)]
    [InlineData("-1.5", "none", "0", "White", "-2", "Green")]
    [InlineData("-4.5", "none", "-4", "Green", "-5", "Green")]
    public void On_the_published_scale_whole_numbers_are_entered(string value, string band, string? above, string? bandAbove, string? below, string? bandBelow)
    {
        var at = FixedPoint.Parse(value, provider: null);
        Published.Of(at).ShouldBe(band);
        (Published.Above(at)?.Value.ToString(), Published.Above(at)?.Band).ShouldBe((above, bandAbove));
        (Published.Below(at)?.Value.ToString(), Published.Below(at)?.Band).ShouldBe((below, bandBelow));
    }

    [Fact]
    public void Of_a_scale_that_rounds_half_to_even_the_nearest_billionth_is_told()
    {
        var ranges = new BandRanges(new BandScale("d", [new("high", 2, null, ""), new("low", null, 1, "")]) { Rounding = Rounding.HalfEven });
        // 1.5 is made 2, the even one.
        ranges.Above(Number(1)).ShouldBe((Number(1.5m), "high"));
        ranges.Below(Number(2)).ShouldBe((Number(1.499999999m), "low"));
    }

    [Fact]
    public void The_largest_value_that_can_be_held_is_in_the_band_that_it_is_rounded_to()
    {
        var ranges = new BandRanges(new BandScale("d", [new("high", 2, null, ""), new("low", null, 1, "")]) { Rounding = Rounding.HalfAwayFromZero });
        ranges.Of(new FixedPoint(long.MaxValue)).ShouldBe("high");
        ranges.Of(new FixedPoint(-long.MaxValue)).ShouldBe("low");
    }

    [Fact]
    public void The_largest_and_the_smallest_value_that_can_be_held_lie_in_the_ranges_at_the_ends()
    {
        var (most, least) = (new FixedPoint(long.MaxValue), new FixedPoint(-long.MaxValue));
        foreach (var rounding in Enum.GetValues<Rounding>())
        {
            var ranges = new BandRanges(new BandScale("d", [new("high", 2, null, ""), new("low", null, 1, "")]) { Rounding = rounding });
            var (high, low) = (ranges.Around(most).ShouldNotBeNull(), ranges.Around(least).ShouldNotBeNull());
            (high.Band, high.To >= most, low.Band, low.From <= least).ShouldBe(("high", true, "low", true), $"{rounding}");
            (ranges.Above(most), ranges.Below(least)).ShouldBe((null, null), $"{rounding}");
            (ranges.Below(most)?.Band, ranges.Above(least)?.Band).ShouldBe(("low", "high"), $"{rounding}");
        }
    }

    [Fact]
    public void On_a_scale_of_whole_numbers_the_last_that_can_be_held_are_9223372036_either_way()
    {
        var ranges = new BandRanges(new BandScale("d", [new("high", 2, null, ""), new("low", null, 1, "")]));
        // 9223372036.854775807 lies between the last whole number that can be held and one that cannot.
        var (most, least) = (new FixedPoint(long.MaxValue), new FixedPoint(-long.MaxValue));
        (ranges.Of(most), ranges.Around(most), ranges.Around(least)).ShouldBe(("none", null, null));
        (ranges.Above(most), ranges.Below(least)).ShouldBe((null, null));
        (ranges.Below(most), ranges.Above(least)).ShouldBe(((Number(9_223_372_036), "high"), (Number(-9_223_372_036), "low")));
        (ranges.Around(Number(9_223_372_036))?.Band, ranges.Around(Number(-9_223_372_036))?.Band).ShouldBe(("high", "low"));
        (ranges.Below(Number(9_223_372_036)), ranges.Above(Number(-9_223_372_036))).ShouldBe(((Number(1), "low"), (Number(2), "high")));
    }

    [Fact]
    public void Nothing_nearer_lies_in_another_band() =>
        Gen.Select(Gen.Int[-3, 3], Gen.Int[0, 2], Gen.Int[-1, 4].Select(r => r < 0 ? (Rounding?)null : (Rounding)r), Gen.Int[-4, 4], Gen.Bool).Sample(
            (from, gap, rounding, value, hasDomain) =>
            {
                // Values in quarters: a billionth beside a border is the neighbour of the quarter on it.
                var scale = new BandScale("d", [new("high", from + gap + 1, null, ""), new("low", from - 2, from, "")]) { Rounding = rounding, Domain = hasDomain ? new Span(Number(-2.25m), Number(3.5m)) : null };
                var ranges = new BandRanges(scale);
                for (var quarter = -8; quarter <= 8; quarter++)
                {
                    var at = new FixedPoint(FixedPoint.Of(value).Units + (quarter * FixedPoint.One / 4));
                    ranges.Of(at).ShouldBe(Naive(scale, at.ToDecimal()));
                    Nearest(scale, at, 1).ShouldBe(ranges.Above(at)?.Value, $"above {at} of {scale.Rounding}");
                    Nearest(scale, at, -1).ShouldBe(ranges.Below(at)?.Value, $"below {at} of {scale.Rounding}");
                    if (ranges.Around(at) is { } around)
                        (ranges.Of(around.From), ranges.Of(around.To), around.From <= at && at <= around.To).ShouldBe((around.Band, around.Band, true));
                }
            },
            iter: 300);

    // Bands change at quarters, or a billionth beside them: all of these are looked at, outwards.
    private static FixedPoint? Nearest(BandScale scale, FixedPoint at, int direction)
    {
        for (var quarter = 0; quarter <= 60; quarter++)
        {
            var next = (at.Units / (FixedPoint.One / 4) + (direction * quarter)) * (FixedPoint.One / 4);
            foreach (var beside in new[] { -direction, 0, direction })
            {
                var candidate = new FixedPoint(next + beside);
                if ((candidate.CompareTo(at) * direction) > 0 && (scale.Rounding is not null || candidate.IsWhole) && Naive(scale, candidate.ToDecimal()) != Naive(scale, at.ToDecimal()))
                    return candidate;
            }
        }

        return null;
    }

    private static string Naive(BandScale scale, decimal value)
    {
        decimal? whole = scale.Rounding switch
        {
            null => value == decimal.Truncate(value) ? value : null,
            Rounding.HalfEven => decimal.Round(value, MidpointRounding.ToEven),
            Rounding.HalfAwayFromZero => decimal.Round(value, MidpointRounding.AwayFromZero),
            Rounding.TowardsZero => decimal.Truncate(value),
            Rounding.Down => decimal.Floor(value),
            _ => decimal.Ceiling(value),
        };
        return whole is { } number && scale.Domain?.Holds(FixedPoint.Of(value)) != false ? scale.Bands.FirstOrDefault(b => b.Holds((int)number))?.Name ?? "none" : "none";
    }
}
