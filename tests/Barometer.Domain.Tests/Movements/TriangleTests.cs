using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;

namespace Barometer.Domain.Tests.Movements;

public class TriangleTests
{
    // Issue 13 was closed before issue 12; a corrected issue went out between the two, and china was added after that.
    private static readonly Release[] Releases =
    [
        Make(1, "closing:2020-01/2020-02", SmallBarometer.Issue13, ("russia", 5)),
        Make(2, "corrected", closes: null, ("russia", 6)),
        Make(3, "closing:2019-11/2019-12", SmallBarometer.Issue12, ("russia", 7), ("china", 1)),
    ];

    private static readonly Vintage[] Vintages =
    [
        Vintage.At(Releases[0], Releases, [Index(SmallBarometer.Issue12, 2), Index(SmallBarometer.Issue13, 1)]),
        Vintage.At(Releases[1], Releases, [Index(SmallBarometer.Issue12, 2), Index(SmallBarometer.Issue13, -1)]),
        Vintage.At(Releases[2], Releases, [Index(SmallBarometer.Issue12, 3), Index(SmallBarometer.Issue13, -1)]),
    ];

    [Fact]
    public void Rows_are_in_the_order_of_periods_and_begin_with_the_closing_of_each() =>
        Triangle.Of("russia", "development", Vintages).Rows.Select(r => (r.Period, string.Join(' ', r.Figures.Select(f => $"{f.Vintage.Release!.Name}={f.Index.Aggregate}@{f.AsOf}")))).ShouldBe(
        [
            (SmallBarometer.Issue12, "closing:2019-11/2019-12=3@7"),
            (SmallBarometer.Issue13, "closing:2020-01/2020-02=1@5 corrected=-1@6 closing:2019-11/2019-12=-1@7"),
        ]);

    [Fact]
    public void A_relationship_that_was_not_yet_indexed_is_absent_and_one_on_which_nothing_counts_is_0() =>
        Triangle.Of("china", "development", Vintages).Rows.Select(r => (r.Period, r.Figures.Length, r.First.Index.Aggregate, r.First.Vintage.Release!.Name)).ShouldBe(
            [(SmallBarometer.Issue12, 1, 0, "closing:2019-11/2019-12"), (SmallBarometer.Issue13, 1, 0, "closing:2019-11/2019-12")]);

    [Fact]
    public void A_row_tells_its_figures_by_how_often_it_went_out_and_by_release()
    {
        var row = Triangle.Of("russia", "development", Vintages).Rows[1];

        (row.First.Index.Aggregate, row.Nth(2)?.Index.Aggregate, row.Nth(3)?.Index.Aggregate, row.Nth(4)).ShouldBe((1, -1, -1, null));
        row.Nth(0).ShouldBeNull();
        row.In("corrected").ShouldBe(row.Nth(2));
        row.In("corrected-again").ShouldBeNull();
    }

    [Fact]
    public void Before_the_first_closing_there_is_no_row() => Triangle.Of("russia", "development", []).Rows.ShouldBeEmpty();

    [Fact]
    public void After_the_last_release_its_rules_are_read_by_on()
    {
        var own = RuleSet.AsPublished with { Name = "own" };

        Vintage.RulesAfter([Releases[0], Releases[1] with { Rules = own }]).ShouldBe(own);
        Vintage.RulesAfter([]).ShouldBe(RuleSet.AsPublished);
    }

    private static Release Make(long sequence, string name, PeriodId? closes, params (string Relationship, long Position)[] positions) => new(
        name, sequence, DateTimeOffset.FromUnixTimeSeconds(sequence), Positions.Of(positions.Select(p => KeyValuePair.Create(p.Relationship, p.Position))), RuleSet.AsPublished, closes, "vera", Reason: null);

    private static IndexFigure Index(PeriodId period, int aggregate) => new("russia", "development", period, Math.Max(aggregate, 0), Math.Min(aggregate, 0), 1);
}
