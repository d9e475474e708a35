using Barometer.Domain.Tests;
using Barometer.Publications.Coded;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Coded;

public sealed class Broken_exports
{
    private static readonly string[] Good = Written.Row(Written.Names);

    [Fact]
    public void A_real_export_with_a_nameless_column_of_row_numbers_is_refused_on_its_second_line()
    {
        using var file = File.OpenRead(SharedData.Find("gdelt-december12.csv"));

        var refusal = CodedData.Read(CodedFormat.Gdelt, file, "gdelt-december12.csv").ToArray().ShouldHaveSingleItem().Refusal.ShouldNotBeNull();

        refusal.Sentence.ShouldStartWith("gdelt-december12.csv, line 2: the row has 59 fields, the header names 58. A column of row numbers that the header does not name does that");
    }

    [Fact]
    public void A_row_of_another_width_in_the_middle_is_told_with_its_line_and_nothing_after_it_is_read()
    {
        var (sentence, before) = Written.Refused(CodedFormat.Gdelt, Written.Tabbed(Written.Names, Good, Good, Good[..^1], Good));

        sentence.ShouldStartWith("file.csv, line 4: the row has 57 fields, the header names 58.");
        before.ShouldBe(2);
    }

    [Fact]
    public void Without_a_header_the_first_row_tells_the_width() =>
        Written.Refused(CodedFormat.Gdelt, Written.Tabbed(Good, [.. Good, "x"])).Sentence.ShouldStartWith("file.csv, line 2: the row has 59 fields, the first row has 58.");

    [Theory]
    [InlineData(56)]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(62)]
    public void A_table_without_a_header_has_the_width_of_one_of_the_layouts(int width) =>
        Written.Refused(CodedFormat.Gdelt, Written.Tabbed([.. Enumerable.Repeat("1", width)])).Sentence.ShouldContain($"line 1: there is no header with GLOBALEVENTID, and the row has {width} fields");

    [Theory]
    [InlineData("GLOBALEVENTID", "12a", "'12a' is no GLOBALEVENTID")]
    [InlineData("GLOBALEVENTID", "", "'' is no GLOBALEVENTID")]
    [InlineData("SQLDATE", "20111131", "'20111131' is no SQLDATE")]
    [InlineData("SQLDATE", "2011-11-30", "'2011-11-30' is no SQLDATE")]
    [InlineData("DATEADDED", "2013", "'2013' is no DATEADDED")]
    [InlineData("EventCode", "36", "'36' is no EventCode")]
    [InlineData("EventCode", "CONSULT", "'CONSULT' is no EventCode")]
    [InlineData("QuadClass", "5", "'5' is no QuadClass")]
    [InlineData("Actor1CountryCode", "GOV", null)]
    [InlineData("Actor1CountryCode", "Armenia", "'Armenia' is no country code")]
    [InlineData("Actor1Name", "A\0", "a NUL here")]
    public void A_field_that_is_not_what_its_column_holds_refuses_the_file(string column, string value, string? why)
    {
        var text = Written.Tabbed(Written.Names, Good, Written.Row(Written.Names, (column, value)));
        if (why is null)
            Written.Gdelt(text).Length.ShouldBe(2);
        else
            Written.Refused(CodedFormat.Gdelt, text).ShouldSatisfyAllConditions(r => r.Sentence.ShouldStartWith("file.csv, line 3:"), r => r.Sentence.ShouldContain(why), r => r.RowsBefore.ShouldBe(1));
    }

    [Theory]
    [InlineData("EventCode")]
    [InlineData("SQLDATE")]
    [InlineData("Actor2CountryCode")]
    public void A_header_that_lacks_a_column_refuses_the_file(string column) =>
        Written.Refused(CodedFormat.Gdelt, Written.Tabbed([.. Written.Names.Select(n => n == column ? "x" : n)], Good)).Sentence.ShouldContain($"line 1: the header names no column {column.ToUpperInvariant()}.");

    [Fact]
    public void A_header_that_names_a_column_twice_refuses_the_file() =>
        Written.Refused(CodedFormat.Gdelt, Written.Tabbed([.. Written.Names.Select(n => n == "MonthYear" ? "EventCode" : n)], Good)).Sentence.ShouldContain("the header names the column EVENTCODE twice");

    [Fact]
    public void A_quote_that_is_never_closed_refuses_the_file()
    {
        var (sentence, before) = Written.Refused(CodedFormat.Gdelt, Written.Quoted(Written.Names, Good, Good).TrimEnd('\n').TrimEnd('"'));

        sentence.ShouldStartWith("file.csv, line 3: the file is no CSV from here on");
        before.ShouldBe(1);
    }

    [Theory]
    [InlineData("A\tMake statement\tB\t2014-13-01\n", "line 1: '2014-13-01' is no date")]
    [InlineData("A\tMake statement\tB\t2014-01-01\nA\tMake statement\tB\n", "line 2: the row has 3 fields")]
    [InlineData("A\t\tB\t2014-01-01\n", "line 1: the event label is missing")]
    [InlineData("1\tA\tMake statement\tB\t2014-01-01\n", "line 1: there is no header with source, event label, target and date, and the row has 5 fields")]
    [InlineData("A\uFFFD\tMake statement\tB\t2014-01-01\n", "line 1: there is a NUL here, or a byte that is no UTF-8")]
    public void A_row_that_is_none_of_ICEWS_refuses_the_file(string text, string why) => Written.Refused(CodedFormat.Icews, text).Sentence.ShouldContain(why);

    [Theory]
    [InlineData(CodedFormat.Icews, "")]
    [InlineData(CodedFormat.Gdelt, "")]
    [InlineData(CodedFormat.Icews, "\uFEFF")]
    [InlineData(CodedFormat.Icews, "\n")]
    [InlineData(CodedFormat.Icews, "source\tevent label\ttarget\tdate\n")]
    public void A_file_without_rows_is_refused(CodedFormat format, string text) => Written.Refused(format, text).ShouldBe(("file.csv has no rows; there is nothing to record.", 0));

    [Fact]
    public void Hundred_megabytes_without_a_line_end_are_told_without_being_kept()
    {
        using var endless = new RepeatedText("0123456789", 100 * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        CodedData.Read(CodedFormat.Gdelt, endless, "file.csv").ToArray().ShouldHaveSingleItem().Refusal!.Sentence.ShouldContain("line 1:");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(50 * 1024 * 1024);
    }
}
