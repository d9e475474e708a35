using System.Numerics;
using Barometer.Domain.RuleSets.Arithmetic;
using CsCheck;

namespace Barometer.Domain.Tests.RuleSets.Arithmetic;

public class DecayFactorsTests
{
    private static readonly BigInteger Scale = BigInteger.Pow(10, 18);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(61)]
    [InlineData(365)]
    public void Every_factor_is_the_one_nearest_at_18_decimals(int halfLife)
    {
        var factors = new DecayFactors(FixedPoint.Of(halfLife), 70);
        for (var days = 0; days <= 70; days++)
            ((BigInteger)factors[days]).ShouldBe(Exactly.HalvedAfter(days, halfLife, Scale), $"after {days} days");
    }

    [Fact]
    public void A_half_life_need_not_be_whole()
    {
        // 2^(−k ÷ 2.5) = 2^(−2k ÷ 5).
        var factors = new DecayFactors(FixedPoint.Of(2.5m), 40);
        for (var days = 0; days <= 40; days++)
            ((BigInteger)factors[days]).ShouldBe(Exactly.HalvedAfter(2 * days, 5, Scale), $"after {days} days");
    }

    [Fact]
    public void The_longest_half_life_leaves_nearly_everything()
    {
        var factors = new DecayFactors(FixedPoint.Of(36_500), 366);
        (factors[0], factors[1], factors[366]).ShouldBe((1_000_000_000_000_000_000, 999_981_009_846_601_275, 993_073_636_458_208_429));
    }

    [Fact]
    public void After_the_half_life_half_is_left_rounded_half_to_even()
    {
        var factors = new DecayFactors(FixedPoint.Of(30), 60);
        factors.After(FixedPoint.Of(3), 30).ShouldBe(FixedPoint.Of(1.5m));
        factors.After(FixedPoint.Of(3), 60).ShouldBe(FixedPoint.Of(0.75m));
        // 0.5 billionths are nearer to none than to one, 1.5 nearer to two.
        (factors.After(new FixedPoint(1), 30).Units, factors.After(new FixedPoint(3), 30).Units, factors.After(new FixedPoint(-3), 30).Units).ShouldBe((0, 2, -2));
        factors.After(FixedPoint.Of(3), 0).ShouldBe(FixedPoint.Of(3));
    }

    [Fact]
    public void A_day_at_a_half_life_of_30_days()
    {
        // 2^(−1 ÷ 30) = 0.977159968434245955…, of 3 left: 2.931479905302…
        var factors = new DecayFactors(FixedPoint.Of(30), 1);
        factors[1].ShouldBe(977_159_968_434_245_955);
        factors.After(FixedPoint.Of(3), 1).ShouldBe(FixedPoint.Of(2.931479905m));
    }

    [Fact]
    public void A_factor_on_a_value_is_rounded_once() => Gen.Select(Gen.Long[-9_000_000_000_000, 9_000_000_000_000], Gen.Int[1, 90], Gen.Int[0, 62]).Sample((units, halfLife, days) =>
    {
        var factors = Tables.GetOrAdd(halfLife, h => new DecayFactors(FixedPoint.Of(h), 62));
        ((BigInteger)factors.After(new FixedPoint(units), days).Units).ShouldBe(Exactly.Nearest(units * (BigInteger)factors[days], Scale));
        factors.After(new FixedPoint(-units), days).Units.ShouldBe(-factors.After(new FixedPoint(units), days).Units);
    });

    private static System.Collections.Concurrent.ConcurrentDictionary<int, DecayFactors> Tables { get; } = new();
}
