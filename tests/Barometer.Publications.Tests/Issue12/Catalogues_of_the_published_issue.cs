using Barometer.Domain.Developments;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Issue12;

public sealed class Catalogues_of_the_published_issue
{
    private readonly Reading _issue = Minsk.PublishedIssue;

    [Fact]
    public void It_is_issue_12_of_November_and_December_2019()
    {
        _issue.Publication.ShouldBe("Minsk Barometer, issue 12");
        _issue.Period.ToString().ShouldBe("2019-11/2019-12");
        _issue.Developments.ShouldAllBe(d => d.Period == _issue.Period);
    }

    [Fact]
    public void Everything_is_understood() => _issue.NotUnderstood.ShouldBeEmpty();

    [Theory]
    [InlineData("russia", 29, "development", 27, -14)]
    [InlineData("eu", 24, "development", 32, -1)]
    [InlineData("china", 18, "development", 22, 0)]
    [InlineData("us", 8, "development", 9, -1)]
    [InlineData("ukraine", 33, "development", 25, -8)]
    [InlineData("security", 31, "national-security", 19, -13)]
    [InlineData("security", 31, "regional-tension", 11, -20)]
    public void Every_row_of_a_catalogue_is_read_with_its_points(string relationship, int rows, string dimension, int positive, int negative)
    {
        Score[] scores = [.. Rows(relationship).Select(r => r.Points!.Single(s => s.Dimension == dimension))];
        (scores.Length, scores.Sum(s => s.Positive), scores.Sum(s => s.Negative)).ShouldBe((rows, positive, negative));
    }

    [Fact]
    public void Rows_are_numbered_in_the_order_of_print()
    {
        foreach (var rows in _issue.Developments.GroupBy(d => d.Relationship))
            rows.Select(r => r.Particulars.Origin!.Identity).ShouldBe(Enumerable.Range(1, rows.Count()).Select(n => $"issue-12/{rows.Key}/{n}"));
    }

    [Fact]
    public void Two_scores_under_one_another_are_two_parts_of_one_score()
    {
        var row = Row("us", "Pompeo’s statement on parliamentary elections in Belarus");
        row.Points.ShouldBe(new Points([new Score("development", 1, -1)]));
        row.Particulars.Date.Earliest.ShouldBe(new DateOnly(2019, 11, 20));
    }

    [Fact]
    public void Nought_in_both_dimensions_is_a_score()
    {
        var row = Rows("security").Single(r => r.Points!.All(s => s is { Positive: 0, Negative: 0 }));
        row.Particulars.Date.Printed.ShouldBe("13-14 November");
        row.Particulars.Title.ShouldStartWith("Participation of the Army Signals commander");
    }

    [Fact]
    public void A_dash_is_an_unknown_date()
    {
        var row = Rows("security").Single(r => r.Particulars.Date.Precision == Precision.Unknown);
        row.Particulars.Date.ShouldBe(PrintedDate.Unknown("-"));
        row.Particulars.Title.ShouldBe("Considerable increase in activities with UAVs of the Western Military District of Russia");
    }

    [Fact]
    public void A_sign_apart_from_its_digit_is_a_score()
    {
        var row = Row("security", "Commissioning of Russian military infrastructure at the Belarusian border");
        row.Points.ShouldBe(new Points([Score.Of("national-security", -1), Score.Of("regional-tension", 0)]));
    }

    [Fact]
    public void A_count_after_a_month_is_no_day()
    {
        var row = Row("security", "5 confidence-building events (see Table 2)");
        row.Particulars.Date.ShouldBe(new PrintedDate("November", new DateOnly(2019, 11, 1), new DateOnly(2019, 11, 30), Precision.Month));
    }

    [Fact]
    public void Rows_out_of_the_order_of_dates_stay_in_the_order_of_print() =>
        Rows("ukraine").Take(3).Select(r => r.Particulars.Date.Printed).ShouldBe(["8 November", "5 November", "5 November"]);

    [Theory]
    [InlineData("eu", 1, "Kraŭčanka’s visit to Warsaw, talks with Deputy Foreign Minister Marcin Przydacz, participation in the meeting of the bilateral Belarus-Poland expert format")]
    [InlineData("eu", 7, "Official presentation to Lithuania of the results of the Belarusian expert examination of materials from the possible burial site of Kastuś Kalinoŭski’s brother")]
    [InlineData("russia", 1, "Hihin, Papko, Bialiajeŭ, Ejsmant, Žuk on “wars that are not ours”")]
    [InlineData("china", 3, "Opening of a Belarusian pavilion at the 2nd China International Import Expo, Shanghai; Belarus-China business on the sidelines of the expo")]
    [InlineData("security", 19, "NATO summit in London")]
    public void A_title_divided_over_lines_is_made_whole(string relationship, int row, string title) =>
        Rows(relationship)[row - 1].Particulars.Title.ShouldBe(title);

    [Theory]
    [InlineData("russia", 6)]
    [InlineData("eu", 1)]
    [InlineData("security", 4)]
    public void A_date_divided_over_lines_is_made_whole(string relationship, int rows)
    {
        var dates = Rows(relationship).Select(r => r.Particulars.Date).Where(d => d.Precision == Precision.Months).ToArray();
        dates.Length.ShouldBe(rows);
        dates.ShouldAllBe(d => d.Printed == "November-December" && d.Earliest == new DateOnly(2019, 11, 1) && d.Latest == new DateOnly(2019, 12, 31));
    }

    [Fact]
    public void A_row_says_on_which_lines_it_stands()
    {
        var lines = Files.PublishedIssue().Split('\n');
        foreach (var row in _issue.Developments)
        {
            var (origin, text) = (row.Particulars.Origin!, row.Particulars.Date.Printed);
            lines[origin.FirstLine - 1].TrimStart().ShouldStartWith(text.Split('-', ' ')[0]);
            lines[origin.LastLine - 1].TrimEnd()[^1].ShouldSatisfyAllConditions(c => char.IsDigit(c).ShouldBeTrue());
        }
    }

    private ReadDevelopment[] Rows(string relationship) => [.. _issue.Developments.Where(d => d.Relationship == relationship)];

    private ReadDevelopment Row(string relationship, string title) => Rows(relationship).Single(r => r.Particulars.Title == title);
}
