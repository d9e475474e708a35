using Barometer.Domain.Developments;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Issue12;

public sealed class Evidence_of_the_published_issue
{
    private readonly Reading _issue = Minsk.PublishedIssue;

    [Fact]
    public void Eleven_exercises_are_of_Russia_and_eleven_of_the_others()
    {
        var (russia, others) = (Cited("11 exercises conducted by Russia"), Cited("11 exercises of NATO member states"));
        (russia.Table, russia.Count, russia.Rows.Length).ShouldBe(("Table 1", 11, 11));
        (others.Table, others.Count, others.Rows.Length).ShouldBe(("Table 1", 11, 11));
        russia.Rows.ShouldAllBe(r => r.Text.StartsWith("Russia,"));
        others.Rows.ShouldAllBe(r => !r.Text.StartsWith("Russia"));
    }

    [Fact]
    public void Confidence_building_measures_are_five()
    {
        var measures = Cited("5 confidence-building events");
        (measures.Table, measures.Count, measures.Rows.Length).ShouldBe(("Table 2", 5, 5));
        measures.Rows[1].Text.ShouldBe("Belarus Denmark CFE, two military units inspected");
        measures.Rows[1].Date.Printed.ShouldBe("11-15 November");
    }

    [Fact]
    public void A_number_that_is_unknown_stays_unknown()
    {
        var unlisted = Cited("Unknown number of exercises of the Polish armed forces");
        (unlisted.Table, unlisted.Count, unlisted.Rows.Length).ShouldBe(("none", null, 0));
    }

    [Fact]
    public void Only_those_four_rows_cite_evidence() =>
        _issue.Developments.Count(d => !d.Particulars.Classification.Evidence.IsEmpty).ShouldBe(4);

    [Theory]
    [InlineData("28 October-8 November", "2019-10-28", "2019-11-08", Precision.Range)]
    [InlineData("October - November", "2019-10-01", "2019-11-30", Precision.Months)]
    [InlineData("Around 20 November - 5 December", "2019-11-17", "2019-12-08", Precision.Around)]
    public void Dates_of_a_table_are_read_however_they_are_divided(string printed, string earliest, string latest, Precision precision)
    {
        var row = Cited("11 exercises of NATO member states").Rows.Single(r => r.Date.Printed == printed);
        row.Date.ShouldBe(new PrintedDate(printed, DateOnly.Parse(earliest), DateOnly.Parse(latest), precision));
    }

    [Fact]
    public void Every_count_of_a_citing_row_is_borne_out_by_its_table() => _issue.Remarks.ShouldBeEmpty();

    private Evidence Cited(string title) =>
        _issue.Developments.Single(d => d.Particulars.Title.StartsWith(title)).Particulars.Classification.Evidence.ShouldHaveSingleItem();
}
