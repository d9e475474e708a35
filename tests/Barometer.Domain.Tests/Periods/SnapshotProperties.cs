using System.Text.Json;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Movements.Histories;
using Act = Barometer.Domain.Tests.Movements.Histories.Act;

namespace Barometer.Domain.Tests.Periods;

/// <summary>What must always hold, 3 and 4: a snapshot is the index as of its closing, whatever comes later.</summary>
public class SnapshotProperties(ITestOutputHelper output)
{
    [Fact]
    public void A_snapshot_is_what_stood_when_its_period_was_closed() => output.HoldFor(history =>
    {
        foreach (var moment in history.Moments.Where(m => m is { Step.Act: Act.Close, Refusal: null }))
        {
            var period = Account.Periods[moment.Step!.Period];
            var closed = history.Record.Closings.Single(c => c.Period == period);
            closed.Positions.ShouldBe(moment.Positions);
            foreach (var account in Account.All.Where(a => a.Period == period))
                Fixed(closed, account).ShouldAgreeWith(moment[account], account, moment);
        }
    });

    [Fact]
    public void Asked_after_all_that_came_later_the_index_as_of_the_closing_is_still_the_snapshot() => output.HoldFor(history =>
    {
        foreach (var closed in history.Record.Closings)
        {
            var sums = history.Record.UpTo(closed.Positions).Sums();
            foreach (var account in Account.All.Where(a => a.Period == closed.Period))
            {
                var sum = sums[account];
                new NaiveFigure(sum.Positive, sum.Negative, sum.Developments).ShouldAgreeWith(Fixed(closed, account), account, history.Last);
                closed.Figures.Where(f => (f.Relationship, f.Dimension) == (account.Relationship, account.Dimension))
                    .ShouldAllBe(f => f.Band == RuleSet.AsPublished.Colour(f.Dimension, sum.Aggregate));
            }
        }
    });

    [Fact]
    public void A_snapshot_lists_every_development_that_was_filed_there_with_its_revision_and_what_stood() => output.HoldFor(history =>
    {
        foreach (var closed in history.Record.Closings)
        {
            var then = history.Record.Events.Where(e => e.Place.Position <= closed.Positions[e.Place.Relationship])
                .Select(e => e.Read()).OfType<DevelopmentEvent>().GroupBy(e => e.Reference)
                .Select(g => g.Aggregate((Development?)null, Development.Fold)!)
                .Where(d => d.Filing.Period == closed.Period)
                .OrderBy(d => d.Id, StringComparer.Ordinal)
                .Select(d => new SnapshotDevelopment(d.Reference, d.Revision, d.Withdrawn ? null : d.Points));
            closed.Developments.ShouldBe(then);
        }
    });

    [Fact]
    public void A_closing_is_stored_as_it_was_decided_and_a_period_is_closed_once() => output.HoldFor(history =>
    {
        history.Record.Closings.Select(c => c.Period).ShouldBeUnique();
        history.Record.Events.Where(e => e.Name == "period_closed").Select(e => e.Json)
            .ShouldBe(history.Record.Closings.Select(c => JsonSerializer.Serialize(c, RecordJson.Options)));
    });

    [Fact]
    public void What_moves_a_closed_period_says_why_and_of_what_kind() => output.HoldFor(history =>
    {
        foreach (var closed in history.Record.Closings)
        {
            history.Record.Movements.Where(m => m.Period == closed.Period && m.Place.Position > closed.Positions[m.Place.Relationship])
                .ShouldAllBe(m => m.ReasonKind != null && !string.IsNullOrWhiteSpace(m.Reason));
        }
    });

    private static NaiveFigure Fixed(PeriodClosed closed, Account account) =>
        closed.Figures.SingleOrDefault(f => (f.Relationship, f.Dimension) == (account.Relationship, account.Dimension)) is { } figure
            ? new NaiveFigure(figure.Positive, figure.Negative, figure.Developments)
            : NaiveFigure.Zero;
}
