using System.Numerics;
using Barometer.Domain.Replays.Sensitivity;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using CsCheck;
using static Barometer.Domain.Tests.Replays.Sensitivity.Written;

namespace Barometer.Domain.Tests.Replays.Sensitivity;

public class DrawingTests
{
    [Fact]
    public void Random_numbers_are_those_of_SplitMix64()
    {
        // The published sequence for the seed 1234567.
        var stream = new RandomBits(1_234_567);
        ulong[] expected = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431, 16_408_922_859_458_223_821];
        expected.ShouldAllBe(next => stream.Next() == next);
    }

    [Fact]
    public void A_seed_has_the_same_digits_on_every_machine() =>
        Sampled(2, new Uniform(Number(0), Number(1))).Concat(Sampled(2, new Triangular(Number(0), Number(1), Number(4)))).Concat(Sampled(2, new Normal(Number(0), Number(1), null, null)))
            .Select(n => n.ToString()).ShouldBe(PinnedDigits);

    [Theory]
    [InlineData("0.5", "0")]
    [InlineData("0.975", "1.959963985")]
    [InlineData("0.25", "-0.67448975")]
    [InlineData("0.001", "-3.090232306")]
    [InlineData("0.999", "3.090232306")]
    [InlineData("0.000000001", "-5.997807015")]
    [InlineData("0.0000000000000001", "-8.222082216")]
    public void Quantiles_of_the_normal_distribution_are_those_of_its_tables(string probability, string quantile) =>
        FixedPoint.Of(NormalQuantile.Of(decimal.Parse(probability))).ToString().ShouldBe(quantile);

    [Fact]
    public void A_uniform_draw_is_the_random_fraction_of_its_range_rounded_half_to_even()
    {
        // Of a range of n billionths, bits ÷ 2^64 of it: the whole numbers are compared.
        for (var key = 0UL; key < 1_000; key++)
        {
            var stream = new RandomBits(key);
            var bits = new RandomBits(key).Next();
            var drawn = Drawing.Of(new Uniform(new FixedPoint(-7), new FixedPoint(1_000_000_001)), ref stream);
            var twice = 2 * (bits * new BigInteger(1_000_000_008) - (new BigInteger(drawn.Units + 7) << 64));
            BigInteger.Abs(twice).ShouldBeLessThanOrEqualTo(BigInteger.One << 64);
        }
    }

    [Fact]
    public void A_triangular_draw_is_where_the_distribution_function_comes_to_the_random_fraction() =>
        Gen.Select(Gen.ULong, Gen.Long[-1000, 0], Gen.Long[0, 1000], Gen.Long[1, 1000]).Sample((key, from, rise, fall) =>
        {
            var triangular = new Triangular(FixedPoint.Of(from), FixedPoint.Of(from + rise), FixedPoint.Of(from + rise + fall));
            var (stream, bits) = (new RandomBits(key), new RandomBits(key).Next());
            var drawn = Drawing.Of(triangular, ref stream);
            (drawn >= triangular.From && drawn <= triangular.To).ShouldBeTrue();
            // F(x) = (x − a)² ÷ ((b − a)(m − a)) up to the mode, 1 − (b − x)² ÷ ((b − a)(b − m)) after it: bits lie between F half a billionth before and after.
            (F(2 * (BigInteger)drawn.Units - 1) <= new BigInteger(bits) + 1).ShouldBeTrue();
            (F(2 * (BigInteger)drawn.Units + 1) >= new BigInteger(bits) - 1).ShouldBeTrue();

            BigInteger F(BigInteger doubled)
            {
                var (a, m, b) = (2 * (BigInteger)triangular.From.Units, 2 * (BigInteger)triangular.Mode.Units, 2 * (BigInteger)triangular.To.Units);
                return doubled <= a ? 0 : doubled >= b ? BigInteger.One << 64
                    : doubled <= m ? ((doubled - a) * (doubled - a) << 64) / ((b - a) * (m - a))
                    : (BigInteger.One << 64) - (((b - doubled) * (b - doubled) << 64) / ((b - a) * (b - m)));
            }
        }, iter: 2_000);

    [Fact]
    public void A_normal_draw_beyond_its_bounds_is_drawn_again()
    {
        var drawn = Sampled(2_000, new Normal(Number(1), Number(2), Number(0), Number(3))).ToArray();
        drawn.ShouldAllBe(n => n >= Number(0) && n <= Number(3));
        // Symmetric about 1 between -1 and 3, cut at 0: the mean is 1 + 2 (φ(-0.5) - φ(1)) ÷ (Φ(1) - Φ(-0.5)) = 1 + 2 (0.352065 - 0.241971) ÷ 0.532807 = 1.413.
        (drawn.Sum(n => n.ToDecimal()) / drawn.Length).ShouldBeInRange(1.36m, 1.47m);
    }

    [Fact]
    public void One_of_some_values_comes_as_often_as_is_said()
    {
        var drawn = Sampled(4_000, new OneOf([new(Number(5), Number(0.25m)), new(Number(7), Number(0.7m)), new(Number(9), Number(0.05m))])).ToArray();
        drawn.Count(n => n == Number(5)).ShouldBeInRange(890, 1_110);
        drawn.Count(n => n == Number(9)).ShouldBeInRange(140, 260);
        drawn.ShouldAllBe(n => n == Number(5) || n == Number(7) || n == Number(9));
    }

    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(7, 1, 4)]
    [InlineData(40, 9, 10)]
    public void A_binomial_count_comes_as_often_as_its_distribution_says(int of, long numerator, long denominator)
    {
        var (tables, counts) = (new BinomialTables(numerator, denominator), new int[of + 1]);
        const int Draws = 20_000;
        for (var key = 0UL; key < Draws; key++)
        {
            var stream = new RandomBits(RandomBits.Key(3, key));
            counts[tables.Draw(of, ref stream)]++;
        }

        var choose = BigInteger.One;
        for (var count = 0; count <= of; count++)
        {
            var expected = (decimal)(choose * BigInteger.Pow(numerator, count) * BigInteger.Pow(denominator - numerator, of - count) * 1_000_000 / BigInteger.Pow(denominator, of)) / 1_000_000 * Draws;
            // Five standard deviations of a count, and one for what is seldom.
            ((decimal)counts[count]).ShouldBe(expected, (5 * (decimal)(int)SquareRoot.Of(new BigInteger(expected))) + 2, $"{count} of {of}");
            choose = choose * (of - count) / (count + 1);
        }
    }

    [Fact]
    public void Many_are_drawn_in_parts()
    {
        var (tables, stream) = (new BinomialTables(1, 10), new RandomBits(1));
        // 1,000,000 with 1 in 10: 100,000 and a standard deviation of 300.
        tables.Draw(1_000_000, ref stream).ShouldBeInRange(98_500, 101_500);
    }

    [Fact]
    public void A_root_of_a_quotient_is_the_nearest_and_from_the_middle_the_even_one() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[1, 1_000]).Sample((numerator, denominator) =>
        {
            var root = SquareRoot.OfQuotient(numerator, denominator);
            // (2r − 1)² d ≤ 4n ≤ (2r + 1)² d, and where it is the middle, r is even.
            var (below, above, four) = (((2 * root) - 1) * ((2 * root) - 1) * denominator, ((2 * root) + 1) * ((2 * root) + 1) * denominator, 4 * (BigInteger)numerator);
            (root.IsZero || (root.IsEven ? below <= four : below < four)).ShouldBeTrue();
            (root.IsEven ? four <= above : four < above).ShouldBeTrue();
        }, iter: 20_000);

    // Of the fractions u = 0.154… and 0.147…: u itself, √(4u) as F(x) = x² ÷ 4 up to the mode, and where the normal distribution comes to u.
    private static readonly string[] PinnedDigits = ["0.154265338", "0.147630612", "0.785532527", "0.768454585", "-1.018309963", "-1.046649584"];

    private static IEnumerable<FixedPoint> Sampled(int draws, Distribution distribution)
    {
        for (var draw = 0UL; draw < (ulong)draws; draw++)
        {
            var stream = new RandomBits(RandomBits.Key(2024, draw));
            yield return Drawing.Of(distribution, ref stream);
        }
    }
}
