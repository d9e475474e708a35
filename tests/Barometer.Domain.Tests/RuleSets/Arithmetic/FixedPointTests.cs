using System.Text.Json;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Tests.RuleSets.Arithmetic;

public class FixedPointTests
{
    [Theory]
    [InlineData("0.000000001", "0.5", "0")] // 0.5 billionths lie between 0 and 1: 0 is even
    [InlineData("0.000000003", "0.5", "0.000000002")] // 1.5: 2 is even
    [InlineData("0.000000005", "0.5", "0.000000002")] // 2.5: 2 is even
    [InlineData("-0.000000003", "0.5", "-0.000000002")]
    [InlineData("-0.000000005", "0.5", "-0.000000002")]
    [InlineData("0.000000005", "0.500000001", "0.000000003")] // 2.500000005: above the middle
    [InlineData("1.5", "1.5", "2.25")]
    [InlineData("-3", "0.333333333", "-0.999999999")]
    [InlineData("9223372036", "1", "9223372036")]
    public void A_product_is_rounded_once_half_to_even(string a, string b, string product) => (Number(a) * Number(b)).ShouldBe(Number(product));

    [Theory]
    [InlineData("1", "3", "0.333333333")]
    [InlineData("2", "3", "0.666666667")]
    [InlineData("-2", "3", "-0.666666667")]
    [InlineData("0.000000001", "2", "0")]
    [InlineData("0.000000003", "2", "0.000000002")]
    [InlineData("0.000000003", "-2", "-0.000000002")]
    [InlineData("0.000000005", "2", "0.000000002")]
    [InlineData("1", "0.000000001", "1000000000")]
    [InlineData("7", "7", "1")]
    public void A_quotient_is_rounded_once_half_to_even(string a, string b, string quotient) => (Number(a) / Number(b)).ShouldBe(Number(quotient));

    [Fact]
    public void A_share_is_multiplied_first_and_rounded_once()
    {
        // 3 × 6 ÷ 7 = 2.571428571428…; 3 ÷ 7 rounded first and then × 6 would be 2.571428574.
        Number("3").Share(6, 7).ShouldBe(Number("2.571428571"));
        Number("-3").Share(6, 7).ShouldBe(Number("-2.571428571"));
    }

    [Fact]
    public void What_is_too_large_to_hold_is_refused_and_never_wraps_round()
    {
        var most = new FixedPoint(long.MaxValue);
        Should.Throw<OverflowException>(() => most + new FixedPoint(1));
        Should.Throw<OverflowException>(() => -most - new FixedPoint(2));
        Should.Throw<OverflowException>(() => most * Number("1.000000001"));
        Should.Throw<OverflowException>(() => most * 2);
        Should.Throw<OverflowException>(() => Number("9223372036") / Number("0.5"));
        Should.Throw<OverflowException>(() => -new FixedPoint(long.MinValue));
        Should.Throw<OverflowException>(() => new FixedPoint(long.MinValue).Abs());
        Should.Throw<OverflowException>(() => FixedPoint.Of(9_223_372_037L));
        Should.Throw<OverflowException>(() => FixedPoint.Of(9_223_372_036.854775808m));
        Should.Throw<OverflowException>(() => FixedPoint.Of(decimal.MaxValue));
        Should.Throw<DivideByZeroException>(() => Number("1") / FixedPoint.Zero);
    }

    [Fact]
    public void A_decimal_is_rounded_half_to_even()
    {
        FixedPoint.Of(0.0000000005m).Units.ShouldBe(0);
        FixedPoint.Of(0.0000000015m).Units.ShouldBe(2);
        FixedPoint.Of(-0.0000000025m).Units.ShouldBe(-2);
        FixedPoint.Of(-1.25m).ToDecimal().ShouldBe(-1.25m);
    }

    [Theory]
    [InlineData("1.25")]
    [InlineData("-3")]
    [InlineData("0.000000001")]
    [InlineData("-0.1")]
    [InlineData("9223372036")]
    public void A_number_is_written_with_its_digits_and_read_again(string written)
    {
        Number(written).ToString().ShouldBe(written);
        JsonSerializer.Deserialize<FixedPoint>(JsonSerializer.Serialize(Number(written))).ShouldBe(Number(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData("0.0000000001")]
    [InlineData("1.00000000000000000000000000000000000001")]
    [InlineData("0.00000000000000000000000000000000000001")]
    [InlineData("9223372037")]
    [InlineData("-9223372037")]
    public void What_is_no_number_with_at_most_nine_decimals_is_not_read(string written)
    {
        FixedPoint.TryParse(written, provider: null, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => FixedPoint.Parse(written, provider: null)).Message.ShouldContain("at most nine decimals");
    }

    [Theory]
    [InlineData("0.0000000001")]
    [InlineData("1.00000000000000000000000000000000000001")]
    [InlineData("1e40")]
    public void What_a_document_says_more_exactly_is_not_read(string written) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<FixedPoint>(written));

    [Fact]
    public void Decimals_that_say_nothing_are_read() => Number("1.500000000000").ShouldBe(Number("1.5"));

    private static FixedPoint Number(string written) => FixedPoint.Parse(written, provider: null);
}
