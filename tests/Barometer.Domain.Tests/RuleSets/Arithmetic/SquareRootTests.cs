using System.Numerics;
using Barometer.Domain.RuleSets.Arithmetic;
using CsCheck;

namespace Barometer.Domain.Tests.RuleSets.Arithmetic;

public class SquareRootTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)] // 1.41…
    [InlineData(3, 2)] // 1.73…
    [InlineData(6, 2)] // 2.45…
    [InlineData(7, 3)] // 2.65…
    [InlineData(9_999, 100)] // 99.995
    [InlineData(10_000, 100)]
    public void It_is_the_nearest_whole_number(int number, int root) => SquareRoot.Of(number).ShouldBe(root);

    [Fact]
    public void Of_any_number_no_other_is_nearer() => Gen.Select(Gen.ULong, Gen.ULong, Gen.Int[0, 128]).Sample((high, low, shift) =>
    {
        var number = (((BigInteger)high << 64) + low) >> shift;
        var root = SquareRoot.Of(number);
        // (root − ½)² < number < (root + ½)²; a whole number is never as near to two.
        (((2 * root) - 1) * BigInteger.Abs((2 * root) - 1)).ShouldBeLessThanOrEqualTo(4 * number);
        (((2 * root) + 1) * ((2 * root) + 1)).ShouldBeGreaterThan(4 * number);
    }, iter: 5_000);

    [Fact]
    public void Of_a_square_it_is_exact() => Gen.ULong.Sample(root => SquareRoot.Of((BigInteger)root * root).ShouldBe(root));
}
