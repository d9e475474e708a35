using Barometer.Domain.Periods;
using Barometer.Publications.Csv;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Sample;

public sealed class Golden_totals_of_the_sample
{
    private static readonly Reading Developments = Read("minsk-12-developments.csv");
    private static readonly Reading Printed = Read("minsk-12-printed.csv");

    [Theory]
    [InlineData("russia", 29, "development", 27, -14, 13)]
    [InlineData("eu", 24, "development", 32, -1, 31)]
    [InlineData("china", 18, "development", 22, 0, 22)]
    [InlineData("us", 8, "development", 9, -1, 8)]
    [InlineData("ukraine", 33, "development", 25, -8, 17)]
    [InlineData("security", 31, "national-security", 19, -13, 6)]
    [InlineData("security", 31, "regional-tension", 11, -20, -9)]
    public void The_catalogue_adds_up(string relationship, int rows, string dimension, int positive, int negative, int aggregate)
    {
        var scores = Developments.Developments.Where(d => d.Relationship == relationship).Select(d => d.Points!.Single(s => s.Dimension == dimension)).ToArray();
        (scores.Length, scores.Sum(s => s.Positive), scores.Sum(s => s.Negative), scores.Sum(s => s.Aggregate)).ShouldBe((rows, positive, negative, aggregate));
    }

    [Fact]
    public void All_of_both_files_is_understood()
    {
        Developments.NotUnderstood.ShouldBeEmpty();
        Printed.NotUnderstood.ShouldBeEmpty();
        (Developments.Developments.Length, Printed.Figures.Length).ShouldBe((143, 30));
        Printed.Figures.ShouldAllBe(f => f.Publication == "Minsk Barometer, issue 12");
    }

    [Theory]
    [InlineData("russia", FigureKind.Positive, 24)]
    [InlineData("russia", FigureKind.Aggregate, 10)]
    [InlineData("russia", FigureKind.CatalogueTotal, 10)]
    [InlineData("russia", FigureKind.ChartPositive, 24)]
    [InlineData("us", FigureKind.Positive, 8)]
    [InlineData("us", FigureKind.Aggregate, 9)]
    public void What_print_and_catalogue_disagree_on_stays_as_printed(string relationship, FigureKind kind, int points) =>
        Printed.Figures.Single(f => (f.Figure.Relationship, f.Figure.Figure) == (relationship, kind)).Figure.Points.ShouldBe(points);

    [Fact]
    public void Every_score_keeps_to_the_range() =>
        Developments.Developments.ShouldAllBe(d => Minsk.Settings.Check(d.Points!, Minsk.Settings.Relationships.Single(r => r.Key == d.Relationship)) == null);

    internal static Reading Read(string name)
    {
        using var file = Files.Sample(name);
        return CsvReading.Read(file, name, Minsk.Settings);
    }
}
