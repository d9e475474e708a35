using Barometer.Domain.Periods;

namespace Barometer.Publications.Tests;

/// <summary>What the catalogues of issue 12 add up to, and what it prints; counted by hand and by script.</summary>
public static class Totals
{
    public static TheoryData<string, string, int, int, int> OfCatalogues => new()
    {
        { "russia", "development", 29, +27, -14 },
        { "eu", "development", 24, +32, -1 },
        { "china", "development", 18, +22, 0 },
        { "us", "development", 8, +9, -1 },
        { "ukraine", "development", 33, +25, -8 },
        { "security", "national-security", 31, +19, -13 },
        { "security", "regional-tension", 31, +11, -20 },
    };

    public static string[] Printed { get; } =
    [
        "russia Positive +24", "russia Negative -14", "russia Aggregate +10", "russia CatalogueTotal +10", "russia ChartPositive +24", "russia ChartNegative -14",
        "eu Positive +32", "eu Negative -1", "eu Aggregate +31", "eu CatalogueTotal +31", "eu ChartPositive +32", "eu ChartNegative -1",
        "china Positive +22", "china Negative 0", "china Aggregate +22", "china CatalogueTotal +22",
        "us Positive +8", "us Negative -1", "us Aggregate +9", "us CatalogueTotal +8", "us ChartPositive +9",
        "ukraine Positive +25", "ukraine Negative -8", "ukraine Aggregate +17", "ukraine CatalogueTotal +17", "ukraine ChartPositive +25", "ukraine ChartNegative -8",
        "security national-security CatalogueTotal +6", "security regional-tension CatalogueTotal -9", "security regional-tension Band Yellow",
    ];

    public static void ShouldAddUp(Reading reading, string relationship, string dimension, int rows, int positive, int negative)
    {
        var scores = reading.Developments.Where(d => d.Relationship == relationship).Select(d => d.Points!.Single(s => s.Dimension == dimension)).ToArray();
        scores.Length.ShouldBe(rows);
        scores.Sum(s => s.Positive).ShouldBe(positive);
        scores.Sum(s => s.Negative).ShouldBe(negative);
    }

    public static IEnumerable<string> Written(IEnumerable<ReadFigure> figures) =>
        figures.Select(f => f.Figure).Select(f =>
            $"{f.Relationship}{(f.Relationship == "security" ? $" {f.Dimension}" : "")} {f.Figure} {(f.Figure == FigureKind.Band ? f.Band : $"{f.Points:+0;-0;0}")}");
}
