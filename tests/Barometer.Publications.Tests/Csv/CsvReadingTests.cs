using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Publications.Tests.Csv;

public sealed class CsvReadingTests
{
    private const string Header = "relationship,date,title,points,period";

    [Theory]
    [InlineData("russia,5 December,T,+2,2019-11/2019-12", "+2", "2019-12-05")]
    [InlineData("russia,2019-12-05/2019-12-06,T,+1/-1,", "+1/-1", "2019-12-06")]
    [InlineData("russia,Late December,T,−1,2019-11/2019-12", "-1", "2019-12-31")]
    [InlineData("security,-,T,national-security=+1 regional-tension=0,2019-11/2019-12", "national-security=+1 regional-tension=0", null)]
    public void Rows_are_read_as_they_are_written(string row, string points, string? latest)
    {
        var reading = Publisher.Read($"{Header}\n{row}\n", "a.csv");

        reading.NotUnderstood.ShouldBeEmpty();
        var read = reading.Developments.ShouldHaveSingleItem();
        read.Points!.ToString().ShouldBe(points);
        read.Particulars.Date.Latest?.ToString("O").ShouldBe(latest);
    }

    [Theory]
    [InlineData("russia,5 December,T,many,2019-11/2019-12", "no score")]
    [InlineData("russia,5 Decembre,T,+1,2019-11/2019-12", "no date")]
    [InlineData("russia,5 December,T,+1,", "names no year")]
    [InlineData("atlantis,5 December,T,+1,2019-11/2019-12", "no relationship 'atlantis'")]
    [InlineData("russia,5 December,,+1,2019-11/2019-12", "title is missing")]
    [InlineData("russia,5 December,T,+1,2019-11", "no period")]
    [InlineData("russia,5 December,T,+1", "4 fields")]
    [InlineData("russia,5 December,\"T,+1,2019-11/2019-12", "not paired")]
    public void A_row_that_is_not_understood_is_told_with_its_line_and_the_others_are_read(string wrong, string why)
    {
        var right = "russia,6 December,\"A title\nover two lines\",+1,2019-11/2019-12";
        var reading = Publisher.Read($"{Header}\n{right}\n{wrong}\n", "a.csv");

        var told = reading.NotUnderstood.ShouldHaveSingleItem();
        told.Line.ShouldBe(4);
        told.Why.ShouldContain(why);
        reading.Developments.ShouldHaveSingleItem().Particulars.Origin.ShouldBe(reading.Developments[0].Particulars.Origin! with { FirstLine = 2, LastLine = 3 });
    }

    [Theory]
    [InlineData("relationship,date,titel,points", "nearest is 'title'")]
    [InlineData("relationship,title,points", "'date' is missing")]
    [InlineData("relationship,date,title,date", "'date' is named twice")]
    [InlineData("", "empty")]
    public void A_header_that_cannot_be_used_refuses_the_file(string header, string why)
    {
        var reading = Publisher.Read(header, "a.csv");

        reading.NotUnderstood.ShouldHaveSingleItem().Why.ShouldContain(why);
        reading.Developments.ShouldBeEmpty();
    }

    [Fact]
    public void A_row_has_the_same_identity_whenever_it_is_read_and_one_told_twice_has_two()
    {
        var text = $"{Header}\nrussia,5 December,T,+2,2019-11/2019-12\nrussia,5 December,T,+2,2019-11/2019-12\n";
        string[] Identities() => [.. Publisher.Read(text, "a.csv").Developments.Select(d => d.Particulars.Origin!.Identity)];

        Identities().Distinct().Count().ShouldBe(2);
        Identities().ShouldBe(Identities());
    }

    [Fact]
    public void An_origin_told_twice_is_not_understood() =>
        Publisher.Read("relationship,date,title,period,origin\nus,5 December,T,2019-11/2019-12,x\nus,6 December,U,2019-11/2019-12,x\n", "a.csv")
            .NotUnderstood.ShouldHaveSingleItem().Line.ShouldBe(3);

    [Fact]
    public void A_classification_is_read_cell_by_cell()
    {
        var text = "relationship,date,title,period,contexts,source-actors,target-actors,stage,non-event,evidence\n"
            + "us,5 December,T,2019-11/2019-12,economic | military,Pompeo [U.S.; NATO; minister] | Kent,Rumas [Belarus; ; head of government],in-force,yes,Table 1: 11 | none: unknown\n";

        var read = Publisher.Read(text, "a.csv").Developments.ShouldHaveSingleItem().Particulars.Classification;

        read.Contexts.ShouldBe(["economic", "military"]);
        read.Sources.Select(a => $"{a.Name}/{a.Country}/{string.Join('+', a.Groups)}/{a.Level}").ShouldBe(["Pompeo/U.S./NATO/minister", "Kent///"]);
        read.Targets.Single().Level.ShouldBe("head of government");
        (read.Stage, read.NonEvent).ShouldBe((Stage.InForce, true));
        read.Evidence.Select(e => (e.Table, e.Count)).ShouldBe([("Table 1", 11), ("none", null)]);
    }

    [Fact]
    public void A_hundred_thousand_rows_are_read()
    {
        var rows = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"russia,2019-12-{1 + (i % 31):00},Happening {i},+1,\n"));

        Publisher.Read($"{Header}\n{rows}", "a.csv").Developments.Length.ShouldBe(100_000);
    }

    [Fact]
    public void Printed_figures_are_read_with_colours_as_words_and_wrong_ones_told()
    {
        var text = "publication,period,relationship,dimension,figure,printed,place\n"
            + "Issue 12,2019-11/2019-12,security,regional-tension,band,Yellow,Appendix 2\n"
            + "Issue 12,2019-11/2019-12,russia,development,positive,many,headline\n"
            + "Issue 12,2019-11/2019-12,russia,development,sum,+1,headline\n";

        var reading = Publisher.Read(text, "a.csv");

        reading.Publication.ShouldBe("Issue 12");
        reading.Figures.ShouldHaveSingleItem().Figure.ShouldBe(new PrintedFigure("security", "regional-tension", FigureKind.Band, Points: null, "Yellow", "Appendix 2", 2));
        reading.NotUnderstood.Select(n => n.Line).ShouldBe([3, 4]);
    }
}
