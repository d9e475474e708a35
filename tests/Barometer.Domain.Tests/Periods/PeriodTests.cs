using Barometer.Domain.Periods;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Developments;

namespace Barometer.Domain.Tests.Periods;

public class PeriodTests
{
    private static readonly PrintedFigure Headline = new(SmallBarometer.Russia, SmallBarometer.Development, FigureKind.Aggregate, 10, Band: null, "headline", 7);

    [Fact]
    public void Of_a_figure_printed_twice_the_latest_stands_and_the_others_stay()
    {
        var chart = Headline with { Figure = FigureKind.ChartPositive };
        var period = Period.Fold(Given.Open(), Printed(Headline, chart));
        var corrected = Headline with { Points = 13, Line = 9 };

        Period.Fold(period, Printed(corrected)).Printed.ShouldBe([chart, corrected]);
    }

    [Fact]
    public void The_same_figure_of_another_relationship_dimension_or_kind_is_another_figure()
    {
        Headline.IsSameFigureAs(Headline with { Points = 1, Line = 1 }).ShouldBeTrue();
        Headline.IsSameFigureAs(Headline with { Relationship = SmallBarometer.China }).ShouldBeFalse();
        Headline.IsSameFigureAs(Headline with { Dimension = SmallBarometer.RegionalTension }).ShouldBeFalse();
        Headline.IsSameFigureAs(Headline with { Figure = FigureKind.CatalogueTotal }).ShouldBeFalse();
    }

    [Fact]
    public void The_aggregate_in_print_is_the_headlines_or_where_there_is_none_the_total_under_the_catalogue()
    {
        var total = Headline with { Figure = FigureKind.CatalogueTotal, Points = 13 };
        var positive = Headline with { Figure = FigureKind.Positive, Points = 24 };

        PrintedFigure.AggregateOf([positive, total, Headline]).ShouldBe(10);
        PrintedFigure.AggregateOf([positive, total]).ShouldBe(13);
        PrintedFigure.AggregateOf([positive]).ShouldBeNull();
    }

    [Fact]
    public void It_says_the_same_when_number_and_colour_are_the_same()
    {
        Headline.SaysTheSameAs(Headline with { Line = 1, Place = "elsewhere" }).ShouldBeTrue();
        Headline.SaysTheSameAs(Headline with { Points = 11 }).ShouldBeFalse();
        Headline.SaysTheSameAs(Headline with { Band = "Green" }).ShouldBeFalse();
        Headline.SaysTheSameAs(Headline with { Relationship = SmallBarometer.China }).ShouldBeFalse();
    }

    [Fact]
    public void Texts_are_told_apart_by_section_kind_and_title()
    {
        var trends = new TextRecorded(SmallBarometer.Issue12, SmallBarometer.Russia, TextKind.Trends, Title: null, [], "ina");
        var table = trends with { Kind = TextKind.Table, Title = "Table 1" };

        var period = Period.Fold(Period.Fold(Given.Open(), trends), table);

        period.Texts.ShouldBe([trends.Key, table.Key]);
        new[] { trends.Key, table.Key, (table with { Title = "Table 2" }).Key, (trends with { Section = "issue" }).Key }.ShouldBeUnique();
    }

    [Fact]
    public void An_event_that_nobody_knows_is_not_passed_over() =>
        Should.Throw<InvalidOperationException>(() => Period.Fold(Given.Open(), "weather")).Message.ShouldContain("String");

    private static FiguresPrinted Printed(params PrintedFigure[] figures) => new(SmallBarometer.Issue12, "Issue 12", [.. figures], "ina");
}
