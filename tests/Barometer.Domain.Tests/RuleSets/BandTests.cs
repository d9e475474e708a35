using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.Tests.Barometers;

namespace Barometer.Domain.Tests.RuleSets;

public class BandTests
{
    [Fact]
    public void Every_whole_number_is_in_the_band_of_Appendix_3_and_minus_1_in_none()
    {
        for (var value = -40; value <= 40; value++)
            (RuleSet.AsPublished.BandOf(SmallBarometer.RegionalTension, value)?.Name).ShouldBe(Printed(value), $"at {value}");
        RuleSet.AsPublished.BandOf(SmallBarometer.RegionalTension, -1).ShouldBeNull();
        RuleSet.AsPublished.Colour(SmallBarometer.RegionalTension, -1).ShouldBe("none");
    }

    [Fact]
    public void Only_minus_1_is_in_none() =>
        Enumerable.Range(-40, 81).Where(v => RuleSet.AsPublished.BandOf(SmallBarometer.RegionalTension, v) is null).ShouldBe([-1]);

    [Fact]
    public void No_number_is_in_two_bands()
    {
        var bands = RuleSet.AsPublished.Scale(SmallBarometer.RegionalTension).ShouldNotBeNull().Bands;
        Enumerable.Range(-40, 81).ShouldAllBe(v => bands.Count(b => b.Holds(v)) <= 1);
        bands.Select(b => b.Name).ShouldBe(["White", "Green", "Yellow", "Orange", "Red"]);
    }

    [Fact]
    public void A_value_that_is_not_whole_is_in_no_band_where_no_rounding_is_stated() =>
        RuleSet.AsPublished.Colour(SmallBarometer.RegionalTension, FixedPoint.Of(2.5m)).ShouldBe("none");

    [Theory]
    [InlineData(Rounding.HalfEven, -2.5, -2)]
    [InlineData(Rounding.HalfEven, -3.5, -4)]
    [InlineData(Rounding.HalfAwayFromZero, -2.5, -3)]
    [InlineData(Rounding.TowardsZero, -2.9, -2)]
    [InlineData(Rounding.Down, -2.1, -3)]
    [InlineData(Rounding.Up, -2.9, -2)]
    [InlineData(Rounding.Up, 2.000000001, 3)]
    public void Where_a_rounding_is_stated_the_whole_number_tells_the_band(Rounding rounding, double value, int whole)
    {
        var scale = new BandScale("mood", [.. Enumerable.Range(-9, 19).Select(v => new Band($"{v}", v, v, ""))]) { Rounding = rounding };
        scale.BandOf(FixedPoint.Of((decimal)value)).ShouldNotBeNull().Name.ShouldBe($"{whole}");
    }

    [Fact]
    public void A_value_outside_the_domain_is_in_no_band_though_it_would_be_when_made_whole()
    {
        var scale = new BandScale("mood", [new Band("White", From: null, To: null, "")]) { Rounding = Rounding.HalfEven, Domain = new Span(FixedPoint.Of(-3), FixedPoint.Of(3)) };
        scale.BandOf(FixedPoint.Of(3)).ShouldNotBeNull();
        scale.BandOf(FixedPoint.Of(3.1m)).ShouldBeNull();
        scale.BandOf(FixedPoint.Of(-4)).ShouldBeNull();
    }

    // "Higher than -1", "from -2 to -6", "from -7 to -12", "from -13 to -17", "-18 and lower", as the issue prints them.
    private static string? Printed(int value) => value switch
    {
        > -1 => "White",
        -2 or -3 or -4 or -5 or -6 => "Green",
        -7 or -8 or -9 or -10 or -11 or -12 => "Yellow",
        -13 or -14 or -15 or -16 or -17 => "Orange",
        < -17 => "Red",
        _ => null,
    };
}
