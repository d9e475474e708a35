using Barometer.Domain.Developments;
using Barometer.Domain.Tests.Barometers;
using CsCheck;

namespace Barometer.Domain.Tests.Developments;

/// <summary>On which day of its period the running index counts a development.</summary>
public class PrintedDateTests
{
    [Theory]
    [InlineData("5 November", "2019-11-05")]
    [InlineData("4-5 November", "2019-11-05")]
    [InlineData("Early December", "2019-12-10")]
    [InlineData("November", "2019-11-30")]
    [InlineData("Around 20 November", "2019-11-23")]
    [InlineData("29 December - 3 January", "2019-12-31")]
    [InlineData("December-January", "2019-12-31")]
    [InlineData("7 January", "2019-12-31")]
    [InlineData("30 October", "2019-11-01")]
    [InlineData("October-November", "2019-11-30")]
    [InlineData("-", "2019-12-31")]
    public void It_counts_on_its_latest_day_within_the_period_and_on_the_last_when_unknown(string printed, string day) =>
        Filing.Under(SmallBarometer.Issue12, PrintedDateReading.Read(printed, SmallBarometer.Issue12)!)
            .ShouldBe(new Filing(SmallBarometer.Issue12, DateOnly.ParseExact(day, "O")));

    [Fact]
    public void It_always_counts_within_the_period() =>
        Gen.Int[0, 40_000].Sample(number =>
        {
            var day = new DateOnly(1980, 1, 1).AddDays(number);
            var counted = PrintedDate.On(day).DayWithin(SmallBarometer.Issue12);
            counted.ShouldBeInRange(SmallBarometer.Issue12.FirstDay, SmallBarometer.Issue12.LastDay);
            PrintedDate.On(day).IsWhollyOutside(SmallBarometer.Issue12).ShouldBe(counted != day);
        });

    [Fact]
    public void An_unknown_date_lies_outside_nothing() => PrintedDate.Unknown("-").IsWhollyOutside(SmallBarometer.Issue12).ShouldBeFalse();

    [Theory]
    [InlineData("30 October - 1 November", false)]
    [InlineData("October-January", false)]
    [InlineData("30-31 October", true)]
    [InlineData("1-2 January", true)]
    public void A_date_is_wholly_outside_when_none_of_its_days_lies_in_the_period(string printed, bool outside) =>
        PrintedDateReading.Read(printed, SmallBarometer.Issue12)!.IsWhollyOutside(SmallBarometer.Issue12).ShouldBe(outside);

    [Fact]
    public void A_single_day_is_printed_as_such() =>
        PrintedDate.On(new DateOnly(2019, 11, 5)).ShouldBe(new PrintedDate("2019-11-05", new DateOnly(2019, 11, 5), new DateOnly(2019, 11, 5), Precision.Day));
}
