using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Tests.Barometers;

namespace Barometer.Domain.Tests.Developments;

public class PrintedDateReadingTests
{
    [Theory]
    [InlineData("5 November", "2019-11-05", "2019-11-05", Precision.Day)]
    [InlineData("05 november", "2019-11-05", "2019-11-05", Precision.Day)]
    [InlineData("4-5 November", "2019-11-04", "2019-11-05", Precision.Range)]
    [InlineData("30 November - 2 December", "2019-11-30", "2019-12-02", Precision.Range)]
    [InlineData("29 December – 3 January", "2019-12-29", "2020-01-03", Precision.Range)]
    [InlineData("Early November", "2019-11-01", "2019-11-10", Precision.PartOfMonth)]
    [InlineData("Mid-November", "2019-11-11", "2019-11-20", Precision.PartOfMonth)]
    [InlineData("Mid November", "2019-11-11", "2019-11-20", Precision.PartOfMonth)]
    [InlineData("Late November", "2019-11-21", "2019-11-30", Precision.PartOfMonth)]
    [InlineData("Late December", "2019-12-21", "2019-12-31", Precision.PartOfMonth)]
    [InlineData("late FEBRUARY", "2020-02-21", "2020-02-29", Precision.PartOfMonth)]
    [InlineData("November", "2019-11-01", "2019-11-30", Precision.Month)]
    [InlineData("February", "2020-02-01", "2020-02-29", Precision.Month)]
    [InlineData("November-December", "2019-11-01", "2019-12-31", Precision.Months)]
    [InlineData("December-January", "2019-12-01", "2020-01-31", Precision.Months)]
    [InlineData("Around 20 November", "2019-11-17", "2019-11-23", Precision.Around)]
    [InlineData("Around 20 November – 5 December", "2019-11-17", "2019-12-08", Precision.Around)]
    [InlineData("around mid-November", "2019-11-08", "2019-11-23", Precision.Around)]
    [InlineData("2019-11-05", "2019-11-05", "2019-11-05", Precision.Day)]
    [InlineData("2019-11-05/2019-12-06", "2019-11-05", "2019-12-06", Precision.Range)]
    [InlineData("1066-10-14", "1066-10-14", "1066-10-14", Precision.Day)]
    public void The_words_mean_days(string printed, string earliest, string latest, Precision precision)
    {
        var date = PrintedDateReading.Read(printed, SmallBarometer.Issue12).ShouldNotBeNull();
        (date.Earliest, date.Latest, date.Precision).ShouldBe((Day(earliest), Day(latest), precision));
        date.Printed.ShouldBe(printed);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("−")]
    [InlineData(" - ")]
    public void A_dash_alone_is_a_date_that_is_unknown(string printed) =>
        PrintedDateReading.Read(printed, SmallBarometer.Issue12).ShouldBe(new PrintedDate(printed.Trim(), Earliest: null, Latest: null, Precision.Unknown));

    [Theory]
    [InlineData("‐")]
    [InlineData("‑")]
    [InlineData("‒")]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("―")]
    [InlineData("−")]
    [InlineData("﹣")]
    [InlineData("-")]
    public void All_dashes_are_one_with_or_without_spaces_and_line_breaks(string dash)
    {
        foreach (var between in new[] { dash, $" {dash}", $"{dash} ", $"  {dash}  ", $"{dash}\n", $"\r\n{dash}\t", $" {dash}" })
        {
            Days($"4{between}5 November").ShouldBe(("2019-11-04", "2019-11-05"));
            Days($"30 November{between}2 December").ShouldBe(("2019-11-30", "2019-12-02"));
            Days($"November{between}December").ShouldBe(("2019-11-01", "2019-12-31"));
            Days($"Mid{between}December").ShouldBe(("2019-12-11", "2019-12-20"));
        }
    }

    [Fact]
    public void Line_breaks_between_words_are_spaces_and_printed_so()
    {
        var date = PrintedDateReading.Read("Around\n20  November –\r\n5 December\n", SmallBarometer.Issue12).ShouldNotBeNull();
        date.Printed.ShouldBe("Around 20 November – 5 December");
        date.Latest.ShouldBe(new DateOnly(2019, 12, 8));
    }

    [Theory]
    [InlineData("31 December", "2020-01/2020-02", "2019-12-31")]
    [InlineData("2 January", "2020-01/2020-02", "2020-01-02")]
    [InlineData("3 January", "2019-11/2019-12", "2020-01-03")]
    [InlineData("31 October", "2019-11/2019-12", "2019-10-31")]
    [InlineData("31 July", "2020-01/2020-02", "2020-07-31")]
    [InlineData("1 August", "2020-01/2020-02", "2019-08-01")]
    [InlineData("29 February", "2019-11/2019-12", "2020-02-29")]
    [InlineData("5 November", "2019-01/2019-12", "2019-11-05")]
    [InlineData("1 December", "2019-11/2020-02", "2019-12-01")]
    [InlineData("1 February", "2019-11/2020-02", "2020-02-01")]
    public void The_year_is_the_one_that_brings_the_date_nearest_to_the_period(string printed, string period, string day) =>
        PrintedDateReading.Read(printed, PeriodId.Parse(period, provider: null)).ShouldNotBeNull().Latest.ShouldBe(Day(day));

    [Theory]
    [InlineData("30 December – 2 January", "2020-01/2020-02", "2019-12-30", "2020-01-02")]
    [InlineData("30 December – 2 January", "2019-11/2019-12", "2019-12-30", "2020-01-02")]
    [InlineData("30 December – 2 January", "2019-01/2019-12", "2018-12-30", "2019-01-02")]
    [InlineData("December-January", "2020-01/2020-02", "2019-12-01", "2020-01-31")]
    [InlineData("Around 1 January", "2020-01/2020-02", "2019-12-29", "2020-01-04")]
    [InlineData("Late December", "2020-01/2020-02", "2019-12-21", "2019-12-31")]
    public void At_the_turn_of_a_year_a_range_runs_from_one_into_the_next(string printed, string period, string earliest, string latest)
    {
        var date = PrintedDateReading.Read(printed, PeriodId.Parse(period, provider: null)).ShouldNotBeNull();
        (date.Earliest, date.Latest).ShouldBe((Day(earliest), Day(latest)));
    }

    private static (string, string) Days(string printed)
    {
        var date = PrintedDateReading.Read(printed, SmallBarometer.Issue12).ShouldNotBeNull($"'{printed}' was not read.");
        return (date.Earliest!.Value.ToString("O"), date.Latest!.Value.ToString("O"));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "O");
}
