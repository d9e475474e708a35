using Barometer.Domain.Tests;
using Barometer.Publications.Coded;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Coded;

public sealed class GDELT_tables
{
    public static TheoryData<string, string> Layouts { get; } = new()
    {
        { "1.0, tabs, no header", Written.Tabbed(Written.Row(Written.Names)) },
        { "1.0, tabs, header", Written.Tabbed(Written.Names, Written.Row(Written.Names)) },
        { "1.0, commas, no header", Written.Quoted(Written.Row(Written.Names)) },
        { "1.0, commas, header", Written.Quoted(Written.Names, Written.Row(Written.Names)) },
        { "before April 2013", Written.Tabbed(Written.Row(Written.Names[..^1])) },
        { "2.0, tabs, no header", Written.Tabbed(Written.Row(Written.Names2, ("DATEADDED", "20130203234500"))) },
        { "2.0, commas, header", Written.Quoted(Written.Names2, Written.Row(Written.Names2, ("DATEADDED", "20130203234500"))) },
        { "columns in another order", Written.Tabbed([.. Written.Names.Reverse()], [.. Written.Row(Written.Names).Reverse()]) },
        { "a row number that the header names", Written.Quoted(["", .. Written.Names], ["12", .. Written.Row(Written.Names)]) },
        { "tabs and quotes", Written.Quoted(Written.Names, Written.Row(Written.Names)).Replace("\",\"", "\"\t\"") },
        { "a mark at the start, other line ends", "\uFEFF" + Written.Tabbed(Written.Names, Written.Row(Written.Names)).Replace("\n", "\r\n") },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_row_says_the_same_in_every_layout(string layout, string text)
    {
        var row = Written.Gdelt(text).ShouldHaveSingleItem(layout);

        (row.Identity, row.Day, row.ReportedOn, row.Cameo).ShouldBe(("gdelt/224661030", new DateOnly(2011, 11, 30), new DateOnly(2013, 2, 3), "036"));
        (row.Source, row.Target).ShouldBe((new CodedActor("ARMENIAN", "ARM"), new CodedActor("GEORGIA", "GEO")));
        (row.QuadClass!.Scheme, row.QuadClass.Class).ShouldBe(("GDELT", 1));
    }

    [Fact]
    public void What_is_recorded_of_a_row_keeps_its_direction_and_the_day_it_was_reported()
    {
        var particulars = Written.Gdelt(Written.Tabbed(Written.Row(Written.Names))).Single().Particulars;

        particulars.Title.ShouldBe("ARMENIAN: Express intent to meet or negotiate → GEORGIA");
        (particulars.Date.Printed, particulars.ReportedOn).ShouldBe(("2011-11-30", new DateOnly(2013, 2, 3)));
        particulars.Sources.ShouldBe(["https://example.org/a"]);
        particulars.Classification.Sources.Select(a => (a.Name, a.Country, a.Level)).ShouldBe([("ARMENIAN", "ARM", null)]);
        particulars.Classification.Targets.Select(a => (a.Name, a.Country, a.Level)).ShouldBe([("GEORGIA", "GEO", null)]);
        (particulars.Origin!.Identity, particulars.Origin.FirstLine).ShouldBe(("gdelt/224661030", 1));
    }

    [Fact]
    public void What_is_empty_or_NA_is_not_said()
    {
        var row = Written.Gdelt(Written.Tabbed(Written.Row(
            Written.Names, ("Actor1Name", "NA"), ("Actor1CountryCode", "NA"), ("Actor2Name", ""), ("QuadClass", ""), ("DATEADDED", "NA"), ("SOURCEURL", "")))).Single();

        (row.Source, row.Target, row.QuadClass, row.ReportedOn, row.Url).ShouldBe((new CodedActor(null, null), new CodedActor(null, "GEO"), null, null, null));
        row.Title.ShouldBe("(not said): Express intent to meet or negotiate → GEO");
        row.Particulars.Classification.Sources.ShouldBeEmpty();
    }

    [Fact]
    public void Quotes_commas_and_line_ends_within_quotes_belong_to_the_field()
    {
        var rows = Written.Gdelt(Written.Quoted(
            Written.Names, Written.Row(Written.Names, ("Actor1Name", "ARMENIA, \"\"THE\"\"\nLAND")), Written.Row(Written.Names, ("GLOBALEVENTID", "2"))));

        rows.Select(r => (r.Line, r.Source.Name)).ShouldBe([(2, "ARMENIA, \"THE\"\nLAND"), (4, "ARMENIAN")]);
    }

    [Fact]
    public void A_quote_in_a_table_with_tabs_is_a_character_like_any_other() =>
        Written.Gdelt(Written.Tabbed(Written.Row(Written.Names, ("Actor1Name", "A \"B")))).Single().Source.Name.ShouldBe("A \"B");

    [Theory]
    [InlineData("gdelt-july2011.csv", 6303)]
    [InlineData("gdelt-nov2011.csv", 5316)]
    public void A_real_month_is_read_whole(string file, int rows)
    {
        var path = SharedData.Find(file);
        var expected = NaiveCsv.Read(path);

        var read = Written.File(CodedFormat.Gdelt, path);

        read.Length.ShouldBe(rows);
        read.Select(r => (r.Identity, r.Day.ToString("yyyyMMdd"), r.Cameo ?? "", r.Source.Country ?? "NA", r.Target.Country ?? "NA", r.ReportedOn!.Value.ToString("yyyyMMdd"))).ShouldBe(
            expected.Select(e => ($"gdelt/{e["GLOBALEVENTID"]}", e["SQLDATE"], e["EventCode"], e["Actor1CountryCode"], e["Actor2CountryCode"], e["DATEADDED"])));
        read.Count(r => Dyad.Of(r) is not null).ShouldBe(expected.Count(e => e["Actor1CountryCode"] != "NA" && e["Actor2CountryCode"] != "NA" && e["Actor1CountryCode"] != e["Actor2CountryCode"]));
    }
}
