using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Tests.Barometers;
using CsCheck;

namespace Barometer.Domain.Tests.Developments;

public class NoDateTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("32 November")]
    [InlineData("31 November")]
    [InlineData("0 November")]
    [InlineData("29-31 November")]
    [InlineData("31 November - 1 December")]
    [InlineData("29 Movember")]
    [InlineData("5 Movember")]
    [InlineData("November 5")]
    [InlineData("November 5 confidence-building events")]
    [InlineData("5 November 2019")]
    [InlineData("5")]
    [InlineData("4-5")]
    [InlineData("4 November - 5")]
    [InlineData("4-5-6 November")]
    [InlineData("5-4 November")]
    [InlineData("Early")]
    [InlineData("Late autumn")]
    [InlineData("Early-")]
    [InlineData("Around")]
    [InlineData("Around -")]
    [InlineData("Around noon")]
    [InlineData("Around around 5 November")]
    [InlineData("October-November-December")]
    [InlineData("2019-11-31")]
    [InlineData("2019-11")]
    [InlineData("2019-12-06/2019-11-05")]
    [InlineData("2019-11-05/2019-11-06/2019-11-07")]
    [InlineData("٥ November")]
    [InlineData("--")]
    [InlineData("Novem-\nber")]
    public void What_is_no_date_is_not_read(string printed) => PrintedDateReading.Read(printed, SmallBarometer.Issue12).ShouldBeNull();

    [Fact]
    public void In_no_year_near_the_period_is_there_a_29_February() =>
        PrintedDateReading.Read("29 February", PeriodId.Parse("2022-01/2022-02", provider: null)).ShouldBeNull();

    [Theory]
    [InlineData("Around 9999-12-30")]
    [InlineData("Around 0001-01-02")]
    [InlineData("9001-01-01")]
    [InlineData("0999-12-31")]
    public void Days_beyond_those_that_are_counted_are_no_date(string printed) => PrintedDateReading.Read(printed, SmallBarometer.Issue12).ShouldBeNull();

    [Fact]
    public void Whatever_stands_there_is_read_or_not_and_a_range_never_runs_backwards()
    {
        string[] words = ["Around", "Early", "Mid", "Late", "-", "–", "/", " ", "\n", "1", "5", "29", "31", "32", "January", "February", "november", "December", "2019-11-05", "0001-01-01", "9999-12-31", "x"];
        Gen.Int[0, words.Length - 1].Select(i => words[i]).Array[0, 8].Select(string.Concat).Sample(
            printed =>
            {
                var date = PrintedDateReading.Read(printed, SmallBarometer.Issue12);
                (date is null || date.Precision == Precision.Unknown || date.Earliest <= date.Latest).ShouldBeTrue();
            },
            iter: 20_000);
    }
}
