using System.Numerics;
using Barometer.Domain.RuleSets.Arithmetic;
using CsCheck;

namespace Barometer.Domain.Tests.RuleSets.Arithmetic;

public class FixedPointProperties
{
    private static readonly Gen<(long, long, long)> Three = Gen.Select(Exactly.Units, Exactly.Units, Exactly.Units);

    [Fact]
    public void A_product_over_a_divisor_is_the_nearest_whole_number_or_too_large() => Three.Sample((a, b, divisor) =>
    {
        if (divisor == 0)
            Should.Throw<DivideByZeroException>(() => FixedPoint.Quotient(a, b, divisor));
        else if (Exactly.Nearest((BigInteger)a * b, divisor) is var nearest && BigInteger.Abs(nearest) <= long.MaxValue)
            ((BigInteger)FixedPoint.Quotient(a, b, divisor)).ShouldBe(nearest);
        else
            Should.Throw<OverflowException>(() => FixedPoint.Quotient(a, b, divisor));
    }, iter: 20_000);

    [Fact]
    public void Exactly_between_two_it_is_the_even_one() => Gen.Select(Gen.Long[-1_000_000, 1_000_000], Gen.Long[1, 1_000_000]).Sample((whole, divisor) =>
        // (2·whole + 1) · divisor ÷ (2 · divisor) lies in the middle of whole and whole + 1.
        FixedPoint.Quotient((2 * whole) + 1, divisor, 2 * divisor).ShouldBe(long.IsEvenInteger(whole) ? whole : whole + 1));

    [Fact]
    public void Turned_round_it_is_turned_round() => Gen.Select(Exactly.Units, Exactly.Units, Gen.Long[1, 5_000_000_000]).Sample((a, b, divisor) =>
    {
        if (BigInteger.Abs(Exactly.Nearest((BigInteger)a * b, divisor)) > long.MaxValue)
            return;
        var quotient = FixedPoint.Quotient(a, b, divisor);
        FixedPoint.Quotient(-a, b, divisor).ShouldBe(-quotient);
        FixedPoint.Quotient(a, -b, divisor).ShouldBe(-quotient);
        FixedPoint.Quotient(a, b, -divisor).ShouldBe(-quotient);
        FixedPoint.Quotient(b, a, divisor).ShouldBe(quotient);
    });

    [Fact]
    public void Sums_are_exact() => Gen.Select(Gen.Long[-4_000_000_000_000_000_000, 4_000_000_000_000_000_000], Gen.Long[-4_000_000_000_000_000_000, 4_000_000_000_000_000_000])
        .Sample((a, b) =>
        {
            (new FixedPoint(a) + new FixedPoint(b)).ToDecimal().ShouldBe(new FixedPoint(a).ToDecimal() + new FixedPoint(b).ToDecimal());
            (new FixedPoint(a) - new FixedPoint(b) + new FixedPoint(b)).ShouldBe(new FixedPoint(a));
        });

    [Fact]
    public void What_is_written_is_read_as_the_same() => Exactly.Units.Where(u => Math.Abs(u) <= 9_223_372_036_000_000_000)
        .Sample(units => FixedPoint.Parse(new FixedPoint(units).ToString(), provider: null).Units.ShouldBe(units));

    [Fact]
    public void Order_is_that_of_numbers() => Gen.Select(Exactly.Units, Exactly.Units).Sample((a, b) =>
    {
        var (x, y) = (new FixedPoint(a), new FixedPoint(b));
        (Said(x < y), Said(x > y), Said(x <= y), Said(x >= y), x.CompareTo(y)).ShouldBe((Said(a < b), Said(a > b), Said(a <= b), Said(a >= b), a.CompareTo(b)));
        (FixedPoint.Min(x, y).Units, FixedPoint.Max(x, y).Units).ShouldBe((Math.Min(a, b), Math.Max(a, b)));

        static bool Said(bool holds) => holds;
    });
}
