using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using CsCheck;

namespace Barometer.Domain.Tests.Barometers;

public class CalendarTests
{
    private static readonly Calendar EveryTwoMonths = new(new DateOnly(2018, 1, 1), 2);

    private static readonly Gen<Calendar> AnyCalendar =
        Gen.Select(Gen.Int[1990, 2100], Gen.Int[1, 12], Gen.Int[1, 12], (year, month, length) => new Calendar(new DateOnly(year, month, 1), length));

    [Fact]
    public void Issue_1_is_January_and_February_2018_and_issue_12_November_and_December_2019()
    {
        EveryTwoMonths.PeriodOf(1).ToString().ShouldBe("2018-01/2018-02");
        EveryTwoMonths.PeriodOf(12).ShouldBe(new PeriodId(new DateOnly(2019, 11, 1), new DateOnly(2019, 12, 31)));
        EveryTwoMonths.IssueOf(SmallBarometer.Issue12).ShouldBe(12);
    }

    [Theory]
    [InlineData(2019, 11, 1)]
    [InlineData(2019, 11, 30)]
    [InlineData(2019, 12, 1)]
    [InlineData(2019, 12, 31)]
    public void A_day_lies_in_the_period_of_its_month(int year, int month, int day) =>
        EveryTwoMonths.PeriodOf(new DateOnly(year, month, day)).ShouldBe(SmallBarometer.Issue12);

    [Theory]
    [InlineData("2017-12-31", "2017-11/2017-12")]
    [InlineData("2017-11-01", "2017-11/2017-12")]
    [InlineData("2017-10-31", "2017-09/2017-10")]
    [InlineData("1999-02-28", "1999-01/1999-02")]
    public void Months_before_the_first_lie_in_periods_too_but_these_have_no_issue(string day, string period)
    {
        var before = EveryTwoMonths.PeriodOf(DateOnly.ParseExact(day, "yyyy-MM-dd"));
        before.ToString().ShouldBe(period);
        EveryTwoMonths.IssueOf(before).ShouldBeNull();
    }

    [Theory]
    [InlineData("2019-12/2020-01")]
    [InlineData("2019-11/2019-11")]
    [InlineData("2019-11/2020-02")]
    public void A_window_of_other_months_is_no_period_of_the_calendar(string window) =>
        EveryTwoMonths.IssueOf(PeriodId.Parse(window, provider: null)).ShouldBeNull();

    [Theory]
    [InlineData(1, 24, "2019-12")]
    [InlineData(3, 8, "2019-10/2019-12")]
    [InlineData(5, 5, "2019-09/2020-01")]
    [InlineData(12, 2, "2019-01/2019-12")]
    public void Periods_may_have_other_lengths(int months, int issue, string period)
    {
        var calendar = new Calendar(new DateOnly(2018, 1, 1), months);
        calendar.PeriodOf(issue).ToString().ShouldBe(period);
        calendar.PeriodOf(new DateOnly(2019, 12, 31)).ToString().ShouldBe(period);
    }

    [Fact]
    public void Every_issue_of_every_calendar_has_the_number_of_its_period() =>
        Gen.Select(AnyCalendar, Gen.Int[1, 500]).Sample((calendar, issue) =>
            calendar.IssueOf(calendar.PeriodOf(issue)) == issue);

    [Fact]
    public void Every_day_lies_in_its_period_and_one_period_follows_another_without_a_gap() =>
        Gen.Select(AnyCalendar, Gen.Int[0, 200_000]).Sample((calendar, number) =>
        {
            var day = new DateOnly(1900, 1, 1).AddDays(number);
            var period = calendar.PeriodOf(day);
            (period.FirstDay <= day && day <= period.LastDay).ShouldBeTrue();
            calendar.PeriodOf(period.LastDay.AddDays(1)).FirstDay.ShouldBe(period.LastDay.AddDays(1));
        });
}
