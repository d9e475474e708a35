using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Tests.Barometers;
using static Barometer.Domain.Tests.Movements.PrintedBeside;

namespace Barometer.Domain.Tests.Movements;

public class PrintAgainstItselfTests
{
    [Fact]
    public void Print_that_agrees_with_itself_contradicts_nothing_whatever_the_record_says() =>
        Contradictions([.. Headline(4, -1, 3), Printed(FigureKind.CatalogueTotal, 3), Printed(FigureKind.ChartPositive, 4), Printed(FigureKind.ChartNegative, -1)]).ShouldBeEmpty();

    [Fact]
    public void A_headline_that_does_not_add_up_is_found()
    {
        var found = Contradictions(Headline(8, -1, 9)).Single();
        (found.Relationship, found.Dimension).ShouldBe((SmallBarometer.Russia, SmallBarometer.Development));
        found.Figures.ShouldBe([FigureKind.Positive, FigureKind.Negative, FigureKind.Aggregate]);
        found.Text.ShouldBe("the headline's +8 and -1 come to +7, its aggregate says +9");
    }

    [Theory]
    [InlineData(FigureKind.CatalogueTotal, FigureKind.Aggregate, "catalogue's total says +5, the headline's aggregate +3")]
    [InlineData(FigureKind.ChartPositive, FigureKind.Positive, "chart says +5, the headline's positive points +4")]
    [InlineData(FigureKind.ChartNegative, FigureKind.Negative, "chart says +5, the headline's negative points -1")]
    public void A_figure_printed_twice_that_differs_is_found(FigureKind figure, FigureKind beside, string text)
    {
        var found = Contradictions([.. Headline(4, -1, 3), Printed(figure, 5)]).Single();
        found.Figures.ShouldBe([figure, beside]);
        found.Text.ShouldContain(text);
    }

    [Theory]
    [InlineData(FigureKind.Positive)]
    [InlineData(FigureKind.Negative)]
    [InlineData(FigureKind.Aggregate)]
    public void Of_a_headline_that_is_not_whole_nothing_is_said(FigureKind missing) =>
        Contradictions([.. Headline(8, -1, 9).Where(f => f.Figure != missing)]).ShouldBeEmpty();

    [Theory]
    [InlineData(-9, "Yellow", null)]
    [InlineData(-9, "Green", "-9 is printed as Green; by the colour scale it is Yellow")]
    [InlineData(-1, "White", "-1 is printed as White; by the colour scale it is none")]
    [InlineData(-1, "none", null)]
    public void A_colour_that_its_own_number_does_not_have_is_found(int total, string colour, string? text)
    {
        PrintedFigure[] printed = [Total(FigureKind.CatalogueTotal, total), PrintedBand(colour)];
        Contradictions(printed).Select(c => c.Text).ShouldBe(text is null ? [] : [text]);
    }

    [Fact]
    public void A_colour_is_held_against_the_aggregate_where_no_total_is_printed() =>
        Contradictions([Total(FigureKind.Aggregate, -9), PrintedBand("Green")]).Single().Figures.ShouldBe([FigureKind.Aggregate, FigureKind.Band]);

    [Fact]
    public void A_colour_alone_contradicts_nothing() => Contradictions([PrintedBand("Green")]).ShouldBeEmpty();

    [Fact]
    public void Relationships_are_held_apart() =>
        Contradictions([Printed(FigureKind.Aggregate, 3), Printed(FigureKind.CatalogueTotal, 4, SmallBarometer.China)]).ShouldBeEmpty();

    private static Contradiction[] Contradictions(PrintedFigure[] printed) => [.. Reconcile(printed, Recorded(70, -20)).Contradictions];

    private static PrintedFigure Total(FigureKind figure, int points) => Printed(figure, points, SmallBarometer.Security, SmallBarometer.RegionalTension);
}
