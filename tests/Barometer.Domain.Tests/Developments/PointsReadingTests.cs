using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

public class PointsReadingTests
{
    [Theory]
    [InlineData("+2", 2, 0)]
    [InlineData("2", 2, 0)]
    [InlineData("-1", 0, -1)]
    [InlineData("0", 0, 0)]
    [InlineData("+1/-1", 1, -1)]
    [InlineData("-1/+1", 1, -1)]
    [InlineData("0/0", 0, 0)]
    [InlineData("0/-2", 0, -2)]
    [InlineData("+2/0", 2, 0)]
    [InlineData(" +2 ", 2, 0)]
    [InlineData("development=+2", 2, 0)]
    public void Points_of_one_dimension_need_not_name_it(string text, int positive, int negative) =>
        Read(text, SmallBarometer.Russia).ShouldBeAccepted().Single().ShouldBe(new Score(SmallBarometer.Development, positive, negative));

    [Theory]
    [InlineData("‐")]
    [InlineData("‑")]
    [InlineData("‒")]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("−")]
    [InlineData("﹣")]
    [InlineData("-")]
    public void Any_dash_is_a_minus(string dash) =>
        Read($"+2/{dash}3", SmallBarometer.Russia).ShouldBeAccepted().Single().ShouldBe(new Score(SmallBarometer.Development, 2, -3));

    [Theory]
    [InlineData("national-security=+1 regional-tension=-1")]
    [InlineData("regional-tension=-1 national-security=+1")]
    [InlineData("regional-tension=−1\n national-security=1")]
    public void Points_of_two_dimensions_name_both(string text) =>
        Read(text, SmallBarometer.Security).ShouldBeAccepted().ShouldBe(SmallBarometer.OfSecurity(1, -1));

    [Fact]
    public void Without_a_dimension_where_there_are_two_it_is_asked_for() =>
        Read("+1", SmallBarometer.Security).ShouldBeRefused(RefusalKind.Usage, "does not say its dimension", "national-security=+1 regional-tension=+1");

    [Fact]
    public void A_dimension_that_is_not_there_is_refused() =>
        Read("tension=+1", SmallBarometer.Security).ShouldBeRefused(RefusalKind.Usage, "no dimension 'tension'", "national-security and regional-tension");

    [Theory]
    [InlineData("+1 +2")]
    [InlineData("development=+1 +1")]
    public void A_dimension_scored_twice_is_refused(string text) =>
        Read(text, SmallBarometer.Russia).ShouldBeRefused(RefusalKind.Usage, "development is scored twice");

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void No_points_are_refused(string text) => Read(text, SmallBarometer.Russia).ShouldBeRefused(RefusalKind.Usage, "gives no points", "+2 or +1/-1");

    [Theory]
    [InlineData("two")]
    [InlineData("+1/+1")]
    [InlineData("-1/-1")]
    [InlineData("+1/-1/0")]
    [InlineData("+1/")]
    [InlineData("/")]
    [InlineData("--1")]
    [InlineData("+-1")]
    [InlineData("1.5")]
    [InlineData("1,000")]
    [InlineData("99999999999")]
    [InlineData("development=")]
    public void What_is_no_score_is_refused(string text) => Read(text, SmallBarometer.Russia).ShouldBeRefused(RefusalKind.Usage, "is no score", "+1/-1");

    [Theory]
    [InlineData("- 1")]
    [InlineData("a=b=c")]
    public void What_cannot_be_told_apart_is_refused(string text) => Read(text, SmallBarometer.Russia).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Usage);

    private static Decision<Points> Read(string text, string relationship) => PointsReading.Read(text, SmallBarometer.Relationship(relationship));
}
