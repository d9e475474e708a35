using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using CsCheck;

namespace Barometer.Domain.Tests.Movements;

public class FigureRevisionsTests
{
    private static readonly Vintage Before = Vintage.At(Positions.Start, [], []);
    private static readonly Vintage After = Vintage.At(Positions.Start, [], []);

    [Fact]
    public void Four_revisions_by_hand()
    {
        // +3 → +5, −1 → +1, 0 → −1, +2 → +2: changes +2, +2, −1, 0.
        var revisions = FigureRevisions.Of([Revised(0, 3, 5), Revised(1, -1, 1), Revised(2, 0, -1), Revised(3, 2, 2)]);

        revisions.Count.ShouldBe(4);
        revisions.Revisions.Select(r => r.Change).ShouldBe([2, 2, -1, 0]);
        (revisions.Mean, revisions.MeanAbsolute).ShouldBe((FixedPoint.Of(0.75m), FixedPoint.Of(1.25m)));
        revisions.RootMeanSquare.ShouldBe(FixedPoint.Of(1.5m)); // √(9/4)
        revisions.ChangedSign.ShouldBe(FixedPoint.Of(0.5m)); // −1 → +1 and 0 → −1
        (revisions.ChangedBand, revisions.Significance).ShouldBe((null, null));
    }

    [Fact]
    public void What_does_not_come_out_even_is_rounded_at_the_ninth_decimal()
    {
        var revisions = FigureRevisions.Of([Revised(0, 0, 1), Revised(1, 5, 6), Revised(2, 1, 1)]);

        (revisions.Mean, revisions.MeanAbsolute, revisions.ChangedSign).ShouldBe((FixedPoint.Of(0.666666667m), FixedPoint.Of(0.666666667m), FixedPoint.Of(0.333333333m)));
        revisions.RootMeanSquare.ShouldBe(FixedPoint.Of(0.816496581m)); // √(2/3) = 0.8164965809277…
    }

    [Fact]
    public void Of_no_period_there_is_nothing_to_say() =>
        FigureRevisions.Of([]).ShouldSatisfyAllConditions(
            r => r.Count.ShouldBe(0),
            r => r.Mean.ShouldBeNull(),
            r => r.ChangedSign.ShouldBeNull(),
            r => r.ChangedBand.ShouldBeNull());

    [Fact]
    public void Falling_into_no_band_is_a_change_of_colour()
    {
        // Green → Yellow, Yellow → Yellow, White → in none.
        var revisions = FigureRevisions.Of([Coloured(0, -6, -7), Coloured(1, -7, -12), Coloured(2, 0, -1)]);

        revisions.ChangedBand.ShouldBe(FixedPoint.Of(0.666666667m));
    }

    [Fact]
    public void Where_one_figure_has_no_colour_no_share_is_told() =>
        FigureRevisions.Of([Coloured(0, -6, -7), Revised(1, -7, -12)]).ChangedBand.ShouldBeNull();

    [Fact]
    public void Between_a_vintage_and_itself_there_is_no_revision()
    {
        var figure = Figure(0, 3, Before, band: null);

        FigureRevision.Between(figure, figure with { }).ShouldBeNull();
        FigureRevision.Between(figure, to: null).ShouldBeNull();
        FigureRevision.Between(from: null, figure).ShouldBeNull();
        FigureRevision.Between(figure, Figure(0, 3, After, band: null))!.Change.ShouldBe(0);
    }

    [Fact]
    public void They_are_what_decimals_come_to() => Gen.Select(Gen.Int[-40, 40], Gen.Int[-40, 40]).Array[1, 40].Sample(pairs =>
    {
        var revisions = FigureRevisions.Of(pairs.Select((p, place) => Revised(place, p.Item1, p.Item2)).Reverse());

        decimal n = pairs.Length;
        Near(revisions.Mean, pairs.Sum(p => p.Item2 - p.Item1) / n);
        Near(revisions.MeanAbsolute, pairs.Sum(p => Math.Abs(p.Item2 - p.Item1)) / n);
        var square = revisions.RootMeanSquare!.Value.ToDecimal();
        var mean = pairs.Sum(p => (p.Item2 - p.Item1) * (p.Item2 - p.Item1)) / n;
        ((square - 0.000000001m) * Math.Abs(square - 0.000000001m) <= mean && (square + 0.000000001m) * (square + 0.000000001m) >= mean).ShouldBeTrue();
        Near(revisions.ChangedSign, pairs.Count(p => (p.Item1 < 0, p.Item1 > 0) != (p.Item2 < 0, p.Item2 > 0)) / n);
        revisions.Significance.ShouldBe(pairs.Length < 20 ? null : MeanSignificance.Of([.. pairs.Select(p => (long)(p.Item2 - p.Item1))]));
    });

    private static void Near(FixedPoint? actual, decimal expected) => Math.Abs(actual!.Value.ToDecimal() - expected).ShouldBeLessThanOrEqualTo(0.0000000005m);

    private static FigureRevision Revised(int place, int from, int to) => new(Figure(place, from, Before, band: null), Figure(place, to, After, band: null));

    private static FigureRevision Coloured(int place, int from, int to) => new(Figure(place, from, Before, Colour(from)), Figure(place, to, After, Colour(to)));

    private static string Colour(int value) => RuleSet.AsPublished.Colour("regional-tension", value)!;

    private static VintageFigure Figure(int place, int aggregate, Vintage vintage, string? band) =>
        new(new IndexFigure("russia", "development", PeriodId.Starting(new DateOnly(2018, 1, 1).AddMonths(2 * place), 2), Math.Max(aggregate, 0), Math.Min(aggregate, 0), 1), band, vintage);
}
