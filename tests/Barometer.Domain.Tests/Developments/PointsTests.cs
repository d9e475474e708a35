using System.Text.Json;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;
using CsCheck;

namespace Barometer.Domain.Tests.Developments;

public class PointsTests
{
    private static readonly Gen<(int Positive, int Negative)> AnyParts = Gen.Select(Gen.Int[0, 100], Gen.Int[-100, 0]);

    private static readonly Gen<Points> AnySecurity = Gen.Select(AnyParts, AnyParts, (national, regional) => new Points(
    [
        new Score(SmallBarometer.RegionalTension, regional.Positive, regional.Negative),
        new Score(SmallBarometer.NationalSecurity, national.Positive, national.Negative),
    ]));

    private static readonly Gen<Points> AnyDevelopment = AnyParts.Select(p => new Points([new Score(SmallBarometer.Development, p.Positive, p.Negative)]));

    [Theory]
    [InlineData(2, 0, "+2")]
    [InlineData(0, -1, "-1")]
    [InlineData(0, 0, "0")]
    [InlineData(1, -1, "+1/-1")]
    [InlineData(3, -2, "+3/-2")]
    public void A_score_is_written_with_its_signs(int positive, int negative, string written)
    {
        var score = new Score(SmallBarometer.Development, positive, negative);
        score.Points.ShouldBe(written);
        score.ToString().ShouldBe($"development={written}");
        new Points([score]).ToString().ShouldBe(written);
    }

    [Theory]
    [InlineData(3, 3, 0)]
    [InlineData(-2, 0, -2)]
    [InlineData(0, 0, 0)]
    public void A_score_of_one_number_has_one_part(int points, int positive, int negative) =>
        Score.Of("development", points).ShouldBe(new Score("development", positive, negative));

    [Fact]
    public void The_aggregate_of_plus_3_minus_1_is_2() => new Score("development", 3, -1).Aggregate.ShouldBe(2);

    [Fact]
    public void Points_of_two_dimensions_name_them_in_their_order() =>
        new Points([Score.Of(SmallBarometer.RegionalTension, -1), Score.Of(SmallBarometer.NationalSecurity, 1)])
            .ToString().ShouldBe("national-security=+1 regional-tension=-1");

    [Fact]
    public void Points_are_equal_in_any_order_and_only_when_every_part_is() =>
        Gen.Select(AnySecurity, AnySecurity).Sample((one, other) =>
        {
            var turned = new Points(one.Reverse());
            turned.ShouldBe(one);
            turned.GetHashCode().ShouldBe(one.GetHashCode());
            one.Equals(other).ShouldBe(one.ToString() == other.ToString());
        });

    [Fact]
    public void Plus_1_minus_1_is_not_0() => new Points([new Score("development", 1, -1)]).ShouldNotBe(Points.Of("development", 0));

    [Fact]
    public void A_dimension_named_twice_or_a_part_of_the_wrong_sign_are_no_points()
    {
        Should.Throw<ArgumentException>(() => new Points([Score.Of("development", 1), Score.Of("development", 2)]));
        Should.Throw<ArgumentException>(() => new Points([new Score("development", -1, 0)]));
        Should.Throw<ArgumentException>(() => new Points([new Score("development", 0, 1)]));
    }

    [Fact]
    public void What_is_printed_is_read_back()
    {
        AnyDevelopment.Sample(points => PointsReading.Read(points.ToString(), SmallBarometer.Relationship(SmallBarometer.Russia)).ShouldBeAccepted().Equals(points));
        AnySecurity.Sample(points => PointsReading.Read(points.ToString(), SmallBarometer.Relationship(SmallBarometer.Security)).ShouldBeAccepted().Equals(points));
    }

    [Fact]
    public void What_is_written_as_JSON_is_read_back() =>
        AnySecurity.Sample(points => JsonSerializer.Deserialize<Points>(JsonSerializer.Serialize(points, RecordJson.Options), RecordJson.Options)!.Equals(points));
}
