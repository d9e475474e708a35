using Barometer.Domain.Periods;
using Barometer.Domain.Tests.Barometers;
using static Barometer.Domain.Tests.Movements.PrintedBeside;

namespace Barometer.Domain.Tests.Movements;

public class ReconciliationTests
{
    [Fact]
    public void Every_printed_figure_stands_beside_the_recorded_one_in_the_order_of_print()
    {
        PrintedFigure[] printed =
        [
            .. Headline(4, -1, 3), Printed(FigureKind.CatalogueTotal, 3), Printed(FigureKind.ChartPositive, 4), Printed(FigureKind.ChartNegative, -1),
        ];

        var figures = Reconcile(printed, Recorded(7, -1)).Figures;

        figures.Select(f => f.Printed).ShouldBe(printed);
        figures.Select(f => f.Points).ShouldBe([7, -1, 6, 6, 7, -1]);
        figures.Select(f => f.Difference).ShouldBe([3, 0, 3, 3, 3, 0]);
    }

    [Fact]
    public void The_difference_is_recorded_minus_printed() =>
        Reconcile([Printed(FigureKind.Negative, -3)], Recorded(0, -5)).Figures.Single().Difference.ShouldBe(-2);

    [Fact]
    public void Beside_print_without_developments_stands_zero()
    {
        var reconciliation = Reconcile([.. Headline(2, -1, 1), PrintedBand("White")]);
        reconciliation.Figures.Select(f => f.Points).ShouldBe([0, 0, 0, null]);
        reconciliation.Figures.Select(f => f.Difference).ShouldBe([-2, 1, -1, 0]);
    }

    [Fact]
    public void Figures_of_another_period_relationship_or_dimension_are_left_alone() =>
        Reconcile(
            [Printed(FigureKind.Aggregate, 2)],
            Recorded(2, 0),
            Recorded(9, 0) with { Period = SmallBarometer.Issue11 },
            Recorded(9, 0, relationship: SmallBarometer.China),
            Recorded(9, 0, dimension: SmallBarometer.RegionalTension)).Figures.Single().Difference.ShouldBe(0);

    [Theory]
    [InlineData(-9, "Yellow", "Yellow", 0)]
    [InlineData(-9, "Green", "Yellow", 1)]
    [InlineData(-1, "White", "none", 1)]
    [InlineData(-1, "none", "none", 0)]
    public void A_colour_is_the_same_or_it_differs_and_in_no_band_it_is_none(int recorded, string printed, string band, int difference)
    {
        var figure = Reconcile([PrintedBand(printed)], Recorded(0, recorded, relationship: SmallBarometer.Security, dimension: SmallBarometer.RegionalTension)).Figures.Single();
        (figure.Points, figure.Band, figure.Difference).ShouldBe((null, band, difference));
    }

    [Fact]
    public void Without_print_there_is_nothing_to_reconcile()
    {
        var reconciliation = Reconcile([], Recorded(2, 0));
        (reconciliation.Figures.Length, reconciliation.Contradictions.Length).ShouldBe((0, 0));
    }
}
