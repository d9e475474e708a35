using Barometer.Domain.Movements;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Movements.Histories;

namespace Barometer.Domain.Tests.Movements;

/// <summary>A vintage is the index as of its release, of the periods that were closed by then.</summary>
public class VintageProperties(ITestOutputHelper output)
{
    [Fact]
    public void A_column_of_the_triangle_is_the_index_as_of_its_release_and_empty_where_the_period_was_closed_later() => output.HoldFor(history =>
    {
        var released = new ReleasedHistory(history);
        foreach (var account in Account.All)
        {
            var triangle = Triangle.Of(account.Relationship, account.Dimension, released.Vintages);
            foreach (var (place, release) in released.Releases.Index())
            {
                var cell = triangle.Rows.SingleOrDefault(r => r.Period == account.Period)?.In(release.Name);
                var wasClosed = released.Releases.Take(place + 1).Any(r => r.Closes == account.Period);
                (cell?.Index).ShouldAgreeWith(wasClosed ? released.Moments[place].Figure(account) : null, account, released.Moments[place]);
            }
        }
    });

    [Fact]
    public void The_first_cell_of_a_row_is_the_snapshot() => output.HoldFor(history =>
    {
        var released = new ReleasedHistory(history);
        foreach (var account in Account.All)
        {
            foreach (var row in Triangle.Of(account.Relationship, account.Dimension, released.Vintages).Rows)
            {
                var closed = history.Record.Closings.Single(c => c.Period == row.Period);
                var fixedThen = closed.Figures.SingleOrDefault(f => (f.Relationship, f.Dimension) == (account.Relationship, account.Dimension));
                row.First.Vintage.Release!.Closes.ShouldBe(row.Period);
                row.First.Index.ShouldBe(fixedThen?.In(row.Period) ?? new IndexFigure(account.Relationship, account.Dimension, row.Period, 0, 0, 0));
                if (fixedThen is not null)
                    row.First.Band.ShouldBe(fixedThen.Band);
                row.Nth(1).ShouldBe(row.First);
                row.Nth(row.Figures.Length + 1).ShouldBeNull();
            }
        }
    });

    [Fact]
    public void A_cell_is_the_observation_that_held_at_its_release() => output.HoldFor(history =>
    {
        var released = new ReleasedHistory(history);
        var observations = Observation.Of(history.Record.Movements).ToLookup(o => new Account(o.Index.Relationship, o.Index.Dimension, o.Index.Period));
        foreach (var account in Account.All)
        {
            foreach (var vintage in released.Vintages)
            {
                if (vintage.Figure(account.Relationship, account.Dimension, account.Period) is not { } cell)
                    continue;
                var held = observations[account].SingleOrDefault(o => o.HeldAt(cell.AsOf))?.Index ?? new IndexFigure(account.Relationship, account.Dimension, account.Period, 0, 0, 0);
                cell.Index.ShouldAgreeWith(held, account, history.Last);
            }
        }
    });

    [Fact]
    public void The_latest_vintage_is_what_stands_of_all_that_is_closed_or_counts() => output.HoldFor(history =>
    {
        var latest = new ReleasedHistory(history).Latest();
        foreach (var account in Account.All)
        {
            var moved = history.Record.Movements.Any(m => new Account(m.Place.Relationship, m.Dimension, m.Period) == account);
            var closed = history.Record.Closings.Any(c => c.Period == account.Period);
            (latest.Figure(account.Relationship, account.Dimension, account.Period)?.Index).ShouldAgreeWith(moved || closed ? history.Last.Figure(account) : null, account, history.Last);
        }
    });

    [Fact]
    public void Revisions_from_release_to_release_add_up_to_those_from_the_first_to_the_last() => output.HoldFor(history =>
    {
        var released = new ReleasedHistory(history);
        foreach (var row in Account.All.Select(a => (a.Relationship, a.Dimension)).Distinct().SelectMany(i => Triangle.Of(i.Relationship, i.Dimension, released.Vintages).Rows))
        {
            var steps = Enumerable.Range(1, row.Figures.Length - 1).Sum(k => FigureRevision.Between(row.Nth(k), row.Nth(k + 1))!.Change);
            steps.ShouldBe(FigureRevision.Between(row.First, row.Figures[^1])?.Change ?? 0);
        }
    });

    [Fact]
    public void Colours_of_points_are_not_told_by_rules_that_add_to_the_points()
    {
        var index = new IndexFigure("security", "regional-tension", Account.Periods[1], 0, -7, 3);
        var rules = RuleSet.AsPublished;

        Vintage.Colour(rules, index).ShouldBe("Yellow");
        Vintage.Colour(rules, index with { Dimension = "national-security" }).ShouldBeNull();
        Vintage.Colour(rules with { Rules = Shipped.All.First(r => !r.Rules.IsEmpty).Rules }, index).ShouldBeNull();
    }
}
