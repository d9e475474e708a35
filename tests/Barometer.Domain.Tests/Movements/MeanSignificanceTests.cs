using Barometer.Domain.Movements;
using Barometer.Domain.RuleSets.Arithmetic;
using CsCheck;

namespace Barometer.Domain.Tests.Movements;

public class MeanSignificanceTests
{
    // The flow of the Nile at Aswan, 1871 to 1970, 10⁸ m³ a year: Durbin and Koopman, "Time Series Analysis by State Space Methods" (2001); in R as datasets::Nile.
    private static readonly long[] Nile =
    [
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260,
        1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821,
        768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801,
        1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
    ];

    [Fact]
    public void The_mean_flow_of_the_Nile_is_not_told_from_900()
    {
        // Computed in Python with fractions and 60 digits, by the quadratic form e′We with Bartlett weights: 27.2384849248264907…, 0.7103919345515235….
        Nile.Sum().ShouldBe(91_935);
        MeanSignificance.Of([.. Nile.Select(v => v - 900)]).ShouldBe(new MeanSignificance(4, FixedPoint.Of(27.238484925m), FixedPoint.Of(0.710391935m)));
    }

    [Fact]
    public void Nor_is_its_mean_change_from_year_to_year_told_from_none() =>
        // 10.1761672656039060…, −0.3771934696236588….
        MeanSignificance.Of([.. Nile.Zip(Nile.Skip(1), (one, next) => next - one)]).ShouldBe(new MeanSignificance(3, FixedPoint.Of(10.176167266m), FixedPoint.Of(-0.377193470m)));

    [Fact]
    public void Of_twenty_revisions_by_hand()
    {
        // Ten of +1, then ten of +3: mean 2, each 1 away from it. γ₀ = 20/20, γ₁ = (9 + 9 − 1)/20, γ₂ = (8 + 8 − 2)/20, weights 2/3 and 1/3:
        // the long-run variance is (20 + 2 · (2/3 · 17 + 1/3 · 14)) / 20 = 2.6, and t = 2 / √(2.6 / 20).
        long[] values = [.. Enumerable.Repeat(1L, 10), .. Enumerable.Repeat(3L, 10)];

        var significance = MeanSignificance.Of(values)!;

        significance.Lag.ShouldBe(2);
        significance.StandardError.ShouldBe(FixedPoint.Of(0.360555128m)); // √0.13 = 0.36055512754…
        significance.T.ShouldBe(FixedPoint.Of(5.547001962m)); // 2 / √0.13 = 5.54700196225…
    }

    [Fact]
    public void Under_twenty_values_it_is_not_told() =>
        MeanSignificance.Of([.. Enumerable.Range(0, 19).Select(i => (long)(i % 3))]).ShouldBeNull();

    [Fact]
    public void Of_values_that_are_all_the_same_it_is_not_told() => MeanSignificance.Of([.. Enumerable.Repeat(2L, 30)]).ShouldBeNull();

    [Theory]
    [InlineData(20, 2)]
    [InlineData(27, 2)]
    [InlineData(28, 3)]
    [InlineData(99, 3)]
    [InlineData(100, 4)] // 4 · 1^(2/9) exactly
    [InlineData(272, 4)]
    [InlineData(273, 5)] // 5.0001…
    [InlineData(620, 5)]
    [InlineData(621, 6)]
    [InlineData(51_200, 16)] // 4 · 512^(2/9) exactly
    [InlineData(51_199, 15)]
    public void The_lag_is_exact_at_its_steps(int n, int lag) => MeanSignificance.LagOf(n).ShouldBe(lag);

    [Fact]
    public void It_is_what_decimals_come_to() => Gen.Long[-30, 30].Array[20, 60].Where(v => v.Distinct().Count() > 1).Sample(values =>
    {
        var (error, t) = Naive(values, MeanSignificance.LagOf(values.Length));

        var significance = MeanSignificance.Of(values)!;

        Math.Abs(significance.StandardError.ToDecimal() - error).ShouldBeLessThan(0.0000000005001m);
        Math.Abs(significance.T.ToDecimal() - t).ShouldBeLessThan(0.0000000005001m);
    }, iter: 2_000);

    [Fact]
    public void Turned_round_it_is_the_same_with_the_other_sign() => Gen.Long[-30, 30].Array[20, 60].Where(v => v.Distinct().Count() > 1).Sample(values =>
    {
        var significance = MeanSignificance.Of(values)!;

        MeanSignificance.Of([.. values.Select(v => -v)]).ShouldBe(significance with { T = -significance.T });
        MeanSignificance.Of([.. values.Reverse()]).ShouldBe(significance);
    });

    // Every pair of values with its Bartlett weight, in decimals.
    private static (decimal Error, decimal T) Naive(long[] values, int lag)
    {
        var mean = values.Sum() / (decimal)values.Length;
        var sum = 0m;
        for (var s = 0; s < values.Length; s++)
        {
            for (var t = 0; t < values.Length; t++)
                sum += Math.Max(0, 1 - (Math.Abs(s - t) / (lag + 1m))) * (values[s] - mean) * (values[t] - mean);
        }

        var error = Root(sum) / values.Length;
        return (error, mean / error);
    }

    private static decimal Root(decimal square)
    {
        var root = Math.Max(square, 1m);
        for (var i = 0; i < 200; i++)
            root = (root + (square / root)) / 2;
        return root;
    }
}
