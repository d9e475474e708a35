using System.Globalization;
using System.Text;
using Barometer.Domain.Developments;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Csv;

public sealed class Cells_of_CSV
{
    [Fact]
    public void Actors_have_a_country_groups_and_a_level_as_far_as_known()
    {
        var row = Read("source-actors,target-actors", "\"Rumas [Belarus; ; head of government] | Pompeo [U.S.; NATO+EU; minister] | Somebody | Lavrov [Russia]\",");
        var actors = row.Particulars.Classification.Sources;
        actors.Select(a => (a.Name, a.Country, string.Join(' ', a.Groups), a.Level)).ShouldBe(
        [
            ("Rumas", "Belarus", "", "head of government"),
            ("Pompeo", "U.S.", "NATO EU", "minister"),
            ("Somebody", null, "", null),
            ("Lavrov", "Russia", "", null),
        ]);
        row.Particulars.Classification.Targets.ShouldBeEmpty();
    }

    [Fact]
    public void Evidence_has_a_count_or_an_unknown_one()
    {
        var evidence = Read("evidence", "Table 1: 11 | none: unknown").Particulars.Classification.Evidence;
        evidence.Select(e => (e.Table, e.Count, e.Rows.Length)).ShouldBe([("Table 1", 11, 0), ("none", null, 0)]);
    }

    [Theory]
    [InlineData("announced", Stage.Announced)]
    [InlineData("in-force", Stage.InForce)]
    [InlineData("", null)]
    public void A_stage_is_a_word(string cell, Stage? stage) => Read("stage", cell).Particulars.Classification.Stage.ShouldBe(stage);

    [Theory]
    [InlineData("yes", true)]
    [InlineData("", false)]
    public void A_non_event_says_yes(string cell, bool is_one) => Read("non-event", cell).Particulars.Classification.NonEvent.ShouldBe(is_one);

    [Fact]
    public void The_other_cells_are_taken_as_they_stand()
    {
        var row = Read("event-type,mode,contexts,cameo,theme,place,sources,reported-on,reason", "CONSULT,visit,economic | military,036,Oil and Gas,Sochi,https://example.org/a | a newspaper,2019-12-09,because");
        var classification = row.Particulars.Classification;
        (classification.EventType, classification.Mode, classification.Cameo, classification.Theme, classification.Place).ShouldBe(("CONSULT", "visit", "036", "Oil and Gas", "Sochi"));
        classification.Contexts.ShouldBe(["economic", "military"]);
        row.Particulars.Sources.ShouldBe(["https://example.org/a", "a newspaper"]);
        (row.Particulars.ReportedOn, row.Reason).ShouldBe((new DateOnly(2019, 12, 9), "because"));
    }

    [Theory]
    [InlineData("source-actors", "[Belarus]", "is no actor")]
    [InlineData("target-actors", "A [B", "is no actor")]
    [InlineData("evidence", "Table 1", "is no evidence")]
    [InlineData("evidence", "Table 1: many", "is no evidence")]
    [InlineData("stage", "dreamt", "announced, agreed, signed, ratified, in-force")]
    [InlineData("non-event", "no", "it is yes, or empty")]
    [InlineData("reported-on", "9 December", "is no day")]
    [InlineData("period", "December 2019", "is no period")]
    [InlineData("period", "winter", "is no period")]
    public void A_cell_that_is_not_understood_says_what_would_be(string column, string cell, string why)
    {
        var reading = Minsk.Csv($"relationship,date,title,{column}\nrussia,2019-12-05,Title,{cell}\n");
        reading.NotUnderstood.ShouldHaveSingleItem().Why.ShouldContain(why);
    }

    [Theory]
    [InlineData("russia", "+2", "+2")]
    [InlineData("russia", "2", "+2")]
    [InlineData("russia", "-1", "-1")]
    [InlineData("russia", "−1", "-1")]
    [InlineData("russia", "–1", "-1")]
    [InlineData("russia", "0", "0")]
    [InlineData("russia", "+1/-1", "+1/-1")]
    [InlineData("russia", "−1/+1", "+1/-1")]
    [InlineData("russia", "development=+3", "+3")]
    [InlineData("security", "national-security=+1 regional-tension=-1", "national-security=+1 regional-tension=-1")]
    [InlineData("security", "regional-tension=−1  national-security=0", "national-security=0 regional-tension=-1")]
    public void Points_are_read_in_every_form(string relationship, string cell, string points) =>
        Minsk.Csv($"relationship,date,title,points\n{relationship},2019-12-05,Title,{cell}\n").Developments.ShouldHaveSingleItem().Points!.ToString().ShouldBe(points);

    [Fact]
    public void Without_points_a_row_is_unscored() => Read("points", "").Points.ShouldBeNull();

    [Theory]
    [InlineData("2019-12-05", "2019-12-05", "2019-12-05", Precision.Day)]
    [InlineData("2019-12-05/2019-12-06", "2019-12-05", "2019-12-06", Precision.Range)]
    public void Days_with_a_year_need_no_period(string date, string earliest, string latest, Precision precision)
    {
        var row = Minsk.Csv($"relationship,date,title\nrussia,{date},Title\n").Developments.ShouldHaveSingleItem();
        row.Period.ShouldBeNull();
        row.Particulars.Date.ShouldBe(new PrintedDate(date, DateOnly.Parse(earliest), DateOnly.Parse(latest), precision));
    }

    [Theory]
    [InlineData("4-5 November", "2019-11-04", "2019-11-05")]
    [InlineData("Late December", "2019-12-21", "2019-12-31")]
    [InlineData("November–December", "2019-11-01", "2019-12-31")]
    [InlineData("-", null, null)]
    public void Words_are_read_by_their_period_and_refused_without_one(string date, string? earliest, string? latest)
    {
        var read = Minsk.Csv($"relationship,date,title,period\nrussia,{date},Title,2019-11/2019-12\n").Developments.ShouldHaveSingleItem().Particulars.Date;
        (read.Earliest, read.Latest).ShouldBe((Day(earliest), Day(latest)));
        Minsk.Csv($"relationship,date,title\nrussia,{date},Title\n").NotUnderstood.ShouldHaveSingleItem().Why.ShouldContain("names no year");
    }

    [Fact]
    public void A_row_without_an_origin_has_the_same_one_whenever_it_is_read()
    {
        const string rows = "russia,2019-12-05,Same,+1\nrussia,2019-12-05,Same,+1\nrussia,2019-12-05,Other,+1\n";
        var identities = Identities("relationship,date,title,points\n" + rows);
        identities.ShouldBeUnique();
        (identities[0].Split('/')[^1], identities[1].Split('/')[^1], identities[0][..^1]).ShouldBe(("1", "2", identities[1][..^1]));
        Identities("relationship,date,title,points\n" + rows).ShouldBe(identities);
        Identities("points,title,date,relationship,place\n+1,Other,2019-12-05,russia,\n+1,Same,2019-12-05,russia,Minsk\n").ShouldBe([identities[2], identities[0]]);
    }

    [Fact]
    public void Hundred_thousand_rows_are_read()
    {
        var csv = new StringBuilder("relationship,period,date,title,points\n");
        for (var i = 0; i < 100_000; i++)
            csv.Append(CultureInfo.InvariantCulture, $"russia,2019-11/2019-12,{1 + (i % 30)} November,Row {i},+1\n");
        var reading = Minsk.Csv(csv.ToString());
        reading.NotUnderstood.ShouldBeEmpty();
        reading.Developments.Length.ShouldBe(100_000);
        reading.Developments[^1].Particulars.Origin!.FirstLine.ShouldBe(100_001);
    }

    private static string[] Identities(string csv) => [.. Minsk.Csv(csv).Developments.Select(d => d.Particulars.Origin!.Identity)];

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text);

    private static ReadDevelopment Read(string columns, string cells)
    {
        var reading = Minsk.Csv($"relationship,date,title,{columns}\nrussia,2019-12-05,Title,{cells}\n");
        reading.NotUnderstood.ShouldBeEmpty();
        return reading.Developments.ShouldHaveSingleItem();
    }
}
