using System.Text;
using Barometer.Publications.Csv;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Csv;

public sealed class Malformed_CSV
{
    private const string Header = "relationship,date,title,points\n";
    private const string Good = "russia,2019-11-05,First,+1\n";

    [Theory]
    [InlineData("relationship,date,title,pionts\n", "no column 'pionts'; the nearest is 'points'")]
    [InlineData("relationship,date,titel\n", "no column 'titel'; the nearest is 'title'")]
    [InlineData("relationship;date;title;points\n", "The columns are separated by commas")]
    [InlineData("relationship,title,points\n", "'date' is missing")]
    [InlineData("relationship,date,title,title\n", "'title' is named twice")]
    [InlineData("publication,period,relationship,figure,printed,place\n", "'dimension' is missing")]
    [InlineData("", "empty")]
    public void A_header_that_is_not_understood_refuses_the_file(string header, string why)
    {
        var reading = Minsk.Csv(header + "russia,2019-11-05,First,+1\n");
        if (header.Length == 0)
            reading = Minsk.Csv("");
        reading.Developments.ShouldBeEmpty();
        var told = reading.NotUnderstood.ShouldHaveSingleItem();
        told.Line.ShouldBe(1);
        told.Why.ShouldContain(why);
    }

    [Theory]
    [InlineData("russia,2019-11-06,Second", "3 fields, the header names 4")]
    [InlineData("russia,2019-11-06,Second,+1,+1", "5 fields, the header names 4")]
    [InlineData("atlantis,2019-11-06,Second,+1", "no relationship 'atlantis'; Minsk Barometer has russia, eu")]
    [InlineData("russia,2019-11-31,Second,+1", "'2019-11-31' is no date")]
    [InlineData("russia,6 November,Second,+1", "names no year; give the period")]
    [InlineData("russia,,Second,+1", "is no date")]
    [InlineData("russia,2019-11-06,,+1", "The title is missing")]
    [InlineData("russia,2019-11-06,Second,x", "'x' is no score")]
    [InlineData("russia,2019-11-06,Second,+1.5", "'+1.5' is no score")]
    [InlineData("russia,2019-11-06,Second,+1/+1", "is no score")]
    [InlineData("russia,2019-11-06,Second,+4", "between -3 and +3")]
    [InlineData("russia,2019-11-06,Second,-4", "between -3 and +3")]
    [InlineData("russia,2019-11-06,Second,99999999999", "is no score")]
    [InlineData("security,2019-11-06,Second,+1", "does not say its dimension")]
    [InlineData("security,2019-11-06,Second,national-security=+1", "does not name them all")]
    [InlineData("security,2019-11-06,Second,national-security=+1 national-security=+1", "scored twice")]
    public void A_row_that_is_not_understood_is_told_with_its_line_and_the_others_are_read(string row, string why)
    {
        var reading = Minsk.Csv(Header + Good + row + "\n" + "eu,2019-11-07,Third,-1\n");
        var told = reading.NotUnderstood.ShouldHaveSingleItem();
        told.Line.ShouldBe(3);
        told.Why.ShouldContain(why);
        reading.Developments.Select(d => d.Particulars.Title).ShouldBe(["First", "Third"]);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_told_where_it_opens()
    {
        var reading = Minsk.Csv(Header + Good + "russia,2019-11-06,\"Second,+1\n" + "eu,2019-11-07,Third,-1\n");
        reading.NotUnderstood.ShouldHaveSingleItem().Line.ShouldBe(3);
        reading.Developments.ShouldHaveSingleItem().Particulars.Title.ShouldBe("First");
    }

    [Fact]
    public void A_quote_within_a_field_is_told_and_the_rows_after_it_are_read()
    {
        var reading = Minsk.Csv(Header + Good + "russia,2019-11-06,\"Second\" word,+1\n" + "eu,2019-11-07,Third,-1\n");
        reading.NotUnderstood.ShouldHaveSingleItem().Line.ShouldBe(3);
        reading.Developments.Select(d => d.Particulars.Title).ShouldBe(["First", "Third"]);
    }

    [Fact]
    public void An_origin_told_twice_is_told_on_its_second_line()
    {
        var reading = Minsk.Csv("origin," + Header + "a/1," + Good + "a/2," + Good + "a/1," + Good);
        var told = reading.NotUnderstood.ShouldHaveSingleItem();
        told.Line.ShouldBe(4);
        told.Why.ShouldContain("'a/1' is told twice");
    }

    [Fact]
    public void Fields_that_span_lines_keep_the_lines_of_the_rows_after_them()
    {
        var reading = Minsk.Csv(Header + "russia,2019-11-05,\"First\nof three\nlines\",+1\n" + "russia,2019-11-06,Second,+1\n" + "russia,nonsense,Third,+1\n");
        reading.Developments.Select(d => (d.Particulars.Origin!.FirstLine, d.Particulars.Origin.LastLine)).ShouldBe([(2, 4), (5, 5)]);
        reading.NotUnderstood.ShouldHaveSingleItem().Line.ShouldBe(6);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_mark_at_the_start_and_any_line_end_change_nothing(string end)
    {
        var reading = Minsk.Csv("\uFEFF" + (Header + Good + "eu,2019-11-07,Third,-1\n").Replace("\n", end));
        reading.NotUnderstood.ShouldBeEmpty();
        reading.Developments.Select(d => d.Particulars.Origin!.FirstLine).ShouldBe([2, 3]);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Header + Good + "eu,2019-11-07,Th"), 0xC3, 0x28, 0, .. Encoding.UTF8.GetBytes("ird,-1\n")];
        var reading = CsvReading.Read(new MemoryStream(bytes), "rows.csv", Minsk.Settings);
        reading.NotUnderstood.ShouldHaveSingleItem().Line.ShouldBe(3);
        reading.Developments.ShouldHaveSingleItem();
    }

    [Fact]
    public void Hundred_megabytes_without_a_line_end_are_told_without_being_kept()
    {
        using var endless = new RepeatedText("0123456789", 100 * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = CsvReading.Read(endless, "rows.csv", Minsk.Settings);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(50 * 1024 * 1024);
        reading.NotUnderstood.ShouldHaveSingleItem().Line.ShouldBe(1);
    }

    [Theory]
    [InlineData("atlantis,development,positive,+1", "no relationship 'atlantis'")]
    [InlineData("russia,tension,positive,+1", "no dimension 'tension'; it has development")]
    [InlineData("russia,development,sum,+1", "'sum' is no figure; there are positive, negative")]
    [InlineData("russia,development,positive,many", "'many' is no whole number")]
    [InlineData("russia,development,band,", "colour is missing")]
    public void A_printed_figure_that_is_not_understood_is_told_with_its_line(string row, string why)
    {
        var reading = Minsk.Csv("publication,period,relationship,dimension,figure,printed,place\nA,2019-11/2019-12,russia,development,negative,−1,headline\n" + $"A,2019-11/2019-12,{row},headline\n");
        var told = reading.NotUnderstood.ShouldHaveSingleItem();
        told.Line.ShouldBe(3);
        told.Why.ShouldContain(why);
        reading.Figures.ShouldHaveSingleItem().Figure.Points.ShouldBe(-1);
    }
}
