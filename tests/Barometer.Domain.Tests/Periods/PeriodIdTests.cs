using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Record;
using CsCheck;

namespace Barometer.Domain.Tests.Periods;

public class PeriodIdTests
{
    private static readonly Gen<PeriodId> AnyPeriod = Gen.Select(
        Gen.Int[1000, 8999], Gen.Int[1, 12], Gen.Int[1, 12], (year, month, months) => PeriodId.Starting(new DateOnly(year, month, 1), months));

    [Fact]
    public void A_period_is_written_by_its_first_and_last_month()
    {
        var period = PeriodId.Parse("2019-11/2019-12", provider: null);
        period.ShouldBe(new PeriodId(new DateOnly(2019, 11, 1), new DateOnly(2019, 12, 31)));
        period.Stream.ShouldBe("period/2019-11/2019-12");
        PeriodId.Starting(new DateOnly(2020, 1, 1), 2).LastDay.ShouldBe(new DateOnly(2020, 2, 29));
    }

    [Fact]
    public void A_period_of_one_month_is_written_as_that_month()
    {
        var july = PeriodId.Parse("2014-07", provider: null);
        july.ShouldBe(PeriodId.Parse("2014-07/2014-07", provider: null));
        july.ToString().ShouldBe("2014-07");
        july.Stream.ShouldBe("period/2014-07");
    }

    [Fact]
    public void What_is_printed_is_read_back() =>
        AnyPeriod.Sample(period => PeriodId.Parse(period.ToString(), provider: null) == period);

    [Fact]
    public void The_last_month_that_is_counted_is_a_period_too() =>
        PeriodId.Parse("9000-12/9000-12", provider: null).LastDay.ShouldBe(new DateOnly(9000, 12, 31));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2019-12/2019-11")]
    [InlineData("2019-13/2019-14")]
    [InlineData("9999-11/9999-12")]
    [InlineData("9001-01")]
    [InlineData("0999-12")]
    [InlineData("2019-11/2019-12/2020-01")]
    [InlineData("2019-11-01/2019-12-31")]
    [InlineData("November/December")]
    public void What_is_no_period_is_not_read(string? text)
    {
        PeriodId.TryParse(text, provider: null, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => PeriodId.Parse(text!, provider: null)).Message.ShouldContain("2019-11/2019-12");
    }

    [Fact]
    public void Who_writes_no_period_is_told_both_forms() =>
        PeriodId.Read("2020-13").ShouldBeRefused(RefusalKind.Usage, "'2020-13' is no period; one looks like 2019-11/2019-12, or 2014-07 where it is a single month.");
}
