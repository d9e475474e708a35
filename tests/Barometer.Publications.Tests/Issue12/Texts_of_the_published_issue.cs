using Barometer.Domain.Periods;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Issue12;

public sealed class Texts_of_the_published_issue
{
    private readonly Reading _issue = Minsk.PublishedIssue;

    [Theory]
    [InlineData("russia", 4)]
    [InlineData("eu", 4)]
    [InlineData("china", 2)]
    [InlineData("us", 3)]
    [InlineData("ukraine", 2)]
    [InlineData("security", 4)]
    public void Trends_are_numbered_statements(string section, int statements) =>
        Text(section, TextKind.Trends).Passages.Select(p => p.Heading).ShouldBe(Enumerable.Range(1, statements).Select(n => n.ToString()));

    [Theory]
    [InlineData("russia", 1, "The most favorable time")]
    [InlineData("eu", 4, "It is likely that the agreements")]
    [InlineData("us", 2, "In 2020, Minsk will continue")]
    [InlineData("security", 4, "The situation in the region will improve somewhat")]
    public void A_forecast_ends_with_its_section(string section, int passages, string start)
    {
        var forecast = Text(section, TextKind.Forecast).Passages;
        forecast.Length.ShouldBe(passages);
        forecast[0].Text.ShouldStartWith(start);
    }

    [Fact]
    public void A_paragraph_that_a_page_break_divides_is_whole() =>
        Text("eu", TextKind.Forecast).Passages[1].Text.ShouldContain("the exchange of notices on the parties’ compliance with the ratification procedures.");

    [Fact]
    public void The_one_footnote_is_found()
    {
        var footnote = _issue.Texts.Single(t => t.Kind == TextKind.Footnotes);
        var passage = footnote.Passages.ShouldHaveSingleItem();
        (footnote.Section, passage.Heading).ShouldBe(("us", "1"));
        passage.Text.ShouldStartWith("Scores for the visit were given in the previous report");
    }

    [Fact]
    public void Every_link_is_taken_as_printed()
    {
        var links = Links();
        links.Length.ShouldBe(58);
        links.Where(l => !l.Text.Contains(' ')).ShouldAllBe(l => Uri.IsWellFormedUriString(l.Text, UriKind.Absolute));
        links.Count(l => l.Text.Contains(' ')).ShouldBe(2);
    }

    [Fact]
    public void The_two_broken_links_are_kept_as_they_are()
    {
        Links().Single(l => l.Text.StartsWith("D:\\")).Text.ShouldEndWith("parliamentary elections in Belarus");
        var pasted = Links().Single(l => l.Text.StartsWith("http://It is likely"));
        pasted.Text.Split('\n').Length.ShouldBe(4);
        (pasted.LastLine - pasted.FirstLine).ShouldBe(6);
    }

    [Fact]
    public void The_colour_scale_has_five_bands_and_leaves_a_gap_as_printed()
    {
        var scale = Text("security", TextKind.Scale);
        scale.Title.ShouldBe("Colour scale of regional security tensions");
        scale.Passages.Select(p => p.Heading).ShouldBe(["White", "Green", "Yellow", "Orange", "Red"]);
        scale.Passages[0].Text.ShouldStartWith("higher than -1 Low likelihood of escalation.");
        scale.Passages[1].Text.ShouldStartWith("from -2 to -6 Presence of military activities");
        scale.Passages[4].Text.ShouldStartWith("-18 and lower Sharp escalation");
    }

    [Fact]
    public void Both_tables_are_texts_of_security()
    {
        var tables = _issue.Texts.Where(t => t.Kind == TextKind.Table).ToArray();
        tables.Select(t => (t.Section, t.Passages.Length)).ShouldBe([("security", 22), ("security", 5)]);
        tables[1].Title!.ShouldEndWith("the Treaty on Conventional Armed Forces in Europe and the Treaty on Open Skies");
    }

    [Fact]
    public void No_text_is_told_apart_from_another_by_nothing() =>
        _issue.Texts.Select(t => (t.Section, t.Kind, t.Title)).ShouldBeUnique();

    private ReadText Text(string section, TextKind kind) => _issue.Texts.Single(t => t.Section == section && t.Kind == kind);

    private Passage[] Links() => [.. _issue.Texts.Where(t => t.Kind == TextKind.Sources).SelectMany(t => t.Passages)];
}
