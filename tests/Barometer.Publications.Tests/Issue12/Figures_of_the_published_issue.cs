using Barometer.Domain.Periods;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Issue12;

public sealed class Figures_of_the_published_issue
{
    private readonly Reading _issue = Minsk.PublishedIssue;

    [Theory]
    [InlineData("russia", 24, -14, 10, 10)]
    [InlineData("eu", 32, -1, 31, 31)]
    [InlineData("china", 22, 0, 22, 22)]
    [InlineData("us", 8, -1, 9, 8)]
    [InlineData("ukraine", 25, -8, 17, 17)]
    public void Headline_and_total_are_read_as_printed(string relationship, int positive, int negative, int aggregate, int total)
    {
        Printed(relationship, FigureKind.Positive, "headline").ShouldBe(positive);
        Printed(relationship, FigureKind.Negative, "headline").ShouldBe(negative);
        Printed(relationship, FigureKind.Aggregate, "headline").ShouldBe(aggregate);
        Printed(relationship, FigureKind.CatalogueTotal, "Appendix 1").ShouldBe(total);
    }

    [Theory]
    [InlineData("russia", 24, -14)]
    [InlineData("eu", 32, -1)]
    [InlineData("ukraine", 25, -8)]
    [InlineData("us", 9, null)]
    [InlineData("china", null, null)]
    public void Labels_of_charts_are_figures_too(string relationship, int? positive, int? negative)
    {
        Printed(relationship, FigureKind.ChartPositive, "chart").ShouldBe(positive);
        Printed(relationship, FigureKind.ChartNegative, "chart").ShouldBe(negative);
    }

    [Fact]
    public void Security_has_totals_and_a_colour()
    {
        var security = _issue.Figures.Select(f => f.Figure).Where(f => f.Relationship == "security");
        security.Select(f => (f.Dimension, f.Figure, f.Points, f.Band, f.Place)).ShouldBe(
        [
            ("national-security", FigureKind.CatalogueTotal, 6, null, "Appendix 2"),
            ("regional-tension", FigureKind.CatalogueTotal, -9, null, "Appendix 2"),
            ("regional-tension", FigureKind.Band, null, "Yellow", "Appendix 2"),
        ]);
    }

    [Fact]
    public void There_are_thirty_figures_each_on_its_line()
    {
        var lines = Files.PublishedIssue().Split('\n');
        _issue.Figures.Length.ShouldBe(30);
        foreach (var figure in _issue.Figures.Select(f => f.Figure))
            lines[figure.Line - 1].ShouldContain(figure.Band ?? Math.Abs(figure.Points!.Value).ToString());
    }

    private int? Printed(string relationship, FigureKind kind, string place) =>
        _issue.Figures.Select(f => f.Figure).SingleOrDefault(f => (f.Relationship, f.Figure, f.Place) == (relationship, kind, place))?.Points;
}
