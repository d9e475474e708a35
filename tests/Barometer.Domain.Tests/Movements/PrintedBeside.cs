using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;

namespace Barometer.Domain.Tests.Movements;

/// <summary>Figures as an issue prints them, and the comparison with what is recorded.</summary>
internal static class PrintedBeside
{
    public static PrintedFigure Printed(FigureKind figure, int points, string relationship = SmallBarometer.Russia, string dimension = SmallBarometer.Development) =>
        new(relationship, dimension, figure, points, Band: null, Place(figure), 1);

    public static PrintedFigure PrintedBand(string band, string dimension = SmallBarometer.RegionalTension) =>
        new(SmallBarometer.Security, dimension, FigureKind.Band, Points: null, band, "Appendix 3", 1);

    public static PrintedFigure[] Headline(int positive, int negative, int aggregate) =>
        [Printed(FigureKind.Positive, positive), Printed(FigureKind.Negative, negative), Printed(FigureKind.Aggregate, aggregate)];

    public static IndexFigure Recorded(int positive, int negative, int developments = 1, string relationship = SmallBarometer.Russia, string dimension = SmallBarometer.Development) =>
        new(relationship, dimension, SmallBarometer.Issue12, positive, negative, developments);

    public static Reconciliation Reconcile(PrintedFigure[] printed, params IndexFigure[] recorded) =>
        Reconciliation.Of(SmallBarometer.Issue12, printed, recorded, RuleSet.AsPublished);

    private static string Place(FigureKind figure) => figure switch
    {
        FigureKind.CatalogueTotal => "Appendix 1",
        FigureKind.ChartPositive or FigureKind.ChartNegative => "chart",
        _ => "headline",
    };
}
