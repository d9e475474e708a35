using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Developments;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Periods;

public class OpeningTests
{
    [Fact]
    public void An_opened_period_has_the_number_of_its_issue_and_is_open()
    {
        var opened = Open(SmallBarometer.Issue12, period: null).ShouldBeAccepted();
        opened.ShouldBe(new PeriodOpened(SmallBarometer.Issue12, 12, "ina"));

        var period = Period.Fold(state: null, opened);
        (period.Id, period.PeriodId, period.Issue, period.IsClosed).ShouldBe(("period/2019-11/2019-12", SmallBarometer.Issue12, 12, false));
    }

    [Fact]
    public void Opening_twice_is_refused()
    {
        Open(SmallBarometer.Issue12, Given.Open()).ShouldBeRefused(RefusalKind.Rule, "open already");
        Open(SmallBarometer.Issue12, Given.Closed()).ShouldBeRefused(RefusalKind.Rule, "closed already");
    }

    [Theory]
    [InlineData("2019-12/2020-01")]
    [InlineData("2019-11")]
    [InlineData("2017-11/2017-12")]
    public void What_is_no_period_of_the_calendar_is_not_opened(string period) =>
        Open(PeriodId.Parse(period, provider: null), period: null).ShouldBeRefused(RefusalKind.Usage, period, "2 months", "2018-01/2018-02");

    [Fact]
    public void Periods_of_a_month_are_called_single_months() =>
        Opening.NoPeriod(SmallBarometer.Issue12, Given.Settings with { Calendar = new Calendar(new DateOnly(2014, 1, 1), MonthsPerPeriod: 1) })
            .Sentence.ShouldEndWith("; periods are single months, the first 2014-01.");

    [Fact]
    public void A_period_that_was_never_opened_is_opened_first()
    {
        var refusal = Opening.NotOpened(SmallBarometer.Issue13, Given.Settings);
        refusal.Kind.ShouldBe(RefusalKind.NotFound);
        refusal.Said().ShouldContain("[open 2020-01/2020-02]");
    }

    [Fact]
    public void What_is_no_period_of_the_calendar_could_not_be_opened_first()
    {
        var refusal = Opening.NotOpened(PeriodId.Parse("2019-10/2019-11", provider: null), Given.Settings);
        refusal.Kind.ShouldBe(RefusalKind.Usage);
        refusal.Remedy.ShouldBeNull();
    }

    private static Decision<PeriodOpened> Open(PeriodId id, Period? period) => Opening.Decide(new OpenPeriod(id, "ina"), Given.Settings, period);
}
