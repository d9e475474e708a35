using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.Tests.Barometers;

namespace Barometer.Domain.Tests.RuleSets;

/// <summary>Values under rules need not be whole; bands are for whole numbers.</summary>
public class RoundedBandTests
{
    private static readonly Band[] Bands = [new("Blue", 2, null, ""), new("Grey", 0, 1, ""), new("Brown", -2, -1, ""), new("Black", null, -3, "")];

    [Theory]
    [InlineData(Rounding.HalfEven, "0.5 Grey, 1.5 Blue, 1.499999999 Grey, -0.5 Grey, -1.5 Brown, -2.5 Brown, -2.500000001 Black")]
    [InlineData(Rounding.HalfAwayFromZero, "0.5 Grey, 1.5 Blue, 1.499999999 Grey, -0.5 Brown, -1.5 Brown, -2.5 Black")]
    [InlineData(Rounding.TowardsZero, "0.5 Grey, 1.999999999 Grey, -0.999999999 Grey, -1.5 Brown, -2.999999999 Brown")]
    [InlineData(Rounding.Down, "0.5 Grey, 1.999999999 Grey, -0.000000001 Brown, -2.000000001 Black")]
    [InlineData(Rounding.Up, "0.000000001 Grey, 1.000000001 Blue, -0.999999999 Grey, -2.999999999 Brown")]
    public void A_value_that_is_not_whole_is_in_the_band_of_what_it_is_rounded_to(Rounding rounding, string expected)
    {
        var rules = Of(new BandScale("mood", [.. Bands]) { Rounding = rounding });
        foreach (var (value, colour) in expected.Split(", ").Select(e => e.Split(' ')).Select(e => (e[0], e[1])))
            rules.Colour("mood", Number(value)).ShouldBe(colour, value);
    }

    [Fact]
    public void Without_a_rounding_it_is_in_none()
    {
        var rules = Of(new BandScale("mood", [.. Bands]));
        rules.BandOf("mood", Number("1.000000001")).ShouldBeNull();
        rules.Colour("mood", Number("1.000000001")).ShouldBe("none");
        rules.Colour("mood", Number("1")).ShouldBe("Grey");
    }

    [Fact]
    public void Outside_the_domain_it_is_in_none_however_it_would_be_rounded()
    {
        var rules = Of(new BandScale("mood", [.. Bands]) { Rounding = Rounding.HalfEven, Domain = new Span(Number("-3"), Number("3.25")) });
        rules.Colour("mood", Number("3.25")).ShouldBe("Blue");
        rules.Colour("mood", Number("3.250000001")).ShouldBe("none");
        rules.Colour("mood", Number("-3.1")).ShouldBe("none");
        rules.Colour("mood", 4).ShouldBe("none");
    }

    [Fact]
    public void The_largest_value_that_can_be_held_is_in_a_band_too()
    {
        var rules = Of(new BandScale("mood", [.. Bands]) { Rounding = Rounding.Up });
        rules.Colour("mood", Number("9223372036")).ShouldBe("Blue");
        rules.Colour("mood", Number("-9223372036")).ShouldBe("Black");
    }

    [Fact]
    public void Whole_values_are_in_the_bands_of_whole_numbers()
    {
        for (var value = -40; value <= 40; value++)
            RuleSet.AsPublished.BandOf(SmallBarometer.RegionalTension, FixedPoint.Of(value)).ShouldBe(RuleSet.AsPublished.BandOf(SmallBarometer.RegionalTension, value));
        RuleSet.AsPublished.Colour(SmallBarometer.RegionalTension, Number("-6.5")).ShouldBe("none");
        RuleSet.AsPublished.Colour(SmallBarometer.Development, Number("1.5")).ShouldBeNull();
    }

    private static RuleSet Of(BandScale scale) => new("calm", 1, [scale]);

    private static FixedPoint Number(string written) => FixedPoint.Parse(written, provider: null);
}
