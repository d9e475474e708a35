using System.Numerics;
using Barometer.Domain.RuleSets.Arithmetic;
using CsCheck;

namespace Barometer.Domain.Tests.RuleSets.Arithmetic;

public class LogarithmTests
{
    private static readonly BigInteger Close = BigInteger.Pow(10, 6);

    [Fact]
    public void Of_two_and_of_ten_they_are_the_published_digits()
    {
        Near(Logarithm.OfTwo, BigInteger.Parse("693147180559945309417232121458176568075500134360"));
        Near(Logarithm.Natural(10 * Logarithm.One), BigInteger.Parse("2302585092994045684017991454684364207601101488629"));
        Logarithm.Natural(Logarithm.One).ShouldBe(BigInteger.Zero);
        Near(Logarithm.Exponential(Logarithm.One), BigInteger.Parse("2718281828459045235360287471352662497757247093700"));
        Near(Logarithm.Exponential(-Logarithm.One), BigInteger.Parse("367879441171442321595523770161460867445811131032"));
        Logarithm.Exponential(BigInteger.Zero).ShouldBe(Logarithm.One);
    }

    [Fact]
    public void Powers_of_two_are_those_that_roots_give_to_40_digits() => Gen.Select(Gen.Int[0, 90], Gen.Int[1, 40]).Sample((days, halfLife) =>
    {
        var digits = BigInteger.Pow(10, 40);
        var power = Logarithm.Exponential(-Logarithm.OfTwo * days / halfLife) * digits / Logarithm.One;
        BigInteger.Abs(power - Exactly.HalvedAfter(days, halfLife, digits)).ShouldBeLessThanOrEqualTo(BigInteger.One);
    }, iter: 300);

    [Fact]
    public void The_exponential_of_a_logarithm_is_the_number() => Gen.Long[1, 9_223_372_036_854_775_807].Sample(units =>
    {
        var number = units * (Logarithm.One / FixedPoint.One);
        BigInteger.Abs(Logarithm.Exponential(Logarithm.Natural(number)) - number).ShouldBeLessThanOrEqualTo(number / BigInteger.Pow(10, 40) + 1);
    }, iter: 500);

    [Fact]
    public void The_logarithm_of_a_product_is_the_sum() => Gen.Select(Gen.Long[1, 4_000_000], Gen.Long[1, 4_000_000]).Sample((a, b) =>
        Near(Logarithm.Natural(a * b * Logarithm.One), Logarithm.Natural(a * Logarithm.One) + Logarithm.Natural(b * Logarithm.One)), iter: 300);

    [Fact]
    public void A_scaled_number_is_rounded_half_to_even()
    {
        var half = Logarithm.One / 2;
        foreach (var (scaled, whole) in ((BigInteger, int)[])[(half, 0), (3 * half, 2), (5 * half, 2), (half + 1, 1), (-half, 0), (-3 * half, -2), (-half - 1, -1), (0, 0)])
            Logarithm.Rounded(scaled).ShouldBe(whole);
    }

    private static void Near(BigInteger number, BigInteger expected) => BigInteger.Abs(number - expected).ShouldBeLessThan(Close);
}
