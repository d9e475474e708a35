using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;

namespace Barometer.Domain.Tests.RuleSets;

public class BandTests
{
    [Fact]
    public void Every_whole_number_is_in_the_band_of_Appendix_3_and_minus_1_in_none()
    {
        for (var value = -40; value <= 40; value++)
            RuleSet.AsPublished.BandOf(SmallBarometer.RegionalTension, value)?.Name.ShouldBe(Printed(value), $"at {value}");
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
