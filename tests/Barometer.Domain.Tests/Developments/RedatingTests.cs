using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

public class RedatingTests
{
    [Fact]
    public void Redating_moves_the_day_and_nothing_else()
    {
        var scored = Given.Scored();

        var redated = Redate(scored, "5 December").ShouldBeAccepted();

        (redated.From, redated.To.Latest).ShouldBe((Ask.Date, new DateOnly(2019, 12, 5)));
        (redated.FiledFrom, redated.FiledTo.Day).ShouldBe((scored.Filing, new DateOnly(2019, 12, 5)));
        redated.Points.ShouldBe(scored.Points);
        scored.After(redated).ShouldSatisfyAllConditions(
            d => d.Particulars.Date.Printed.ShouldBe("5 December"),
            d => d.Filing.ShouldBe(redated.FiledTo),
            d => d.Points.ShouldBe(scored.Points));
    }

    [Theory]
    [InlineData("3 February", "2019-12-31")]
    [InlineData("3 October", "2019-11-01")]
    [InlineData("-", "2019-12-31")]
    public void Redating_never_refiles(string date, string day)
    {
        var redated = Redate(Given.Scored(), date).ShouldBeAccepted();
        redated.FiledTo.ShouldBe(new Filing(SmallBarometer.Issue12, DateOnly.ParseExact(day, "yyyy-MM-dd")));
    }

    [Fact]
    public void To_the_same_date_nothing_would_change()
    {
        var scored = Given.Scored();
        Redating.Decide(scored.Redate(Ask.Date), scored, Given.Open()).ShouldBeRefused(RefusalKind.Rule, "2019-11-20 already", "nothing would change");
    }

    [Fact]
    public void A_withdrawn_development_is_not_redated() =>
        Redate(Given.Withdrawn(), "5 December").ShouldBeRefused(RefusalKind.Rule, "withdrawn", "to redate it");

    private static Decision<DevelopmentRedated> Redate(Development development, string printed) =>
        Redating.Decide(development.Redate(PrintedDateReading.Read(printed, SmallBarometer.Issue12)!), development, Given.Open());
}
