using Barometer.Domain.Movements;
using Barometer.Domain.Tests.Movements.Histories;

namespace Barometer.Domain.Tests.Movements;

/// <summary>What must always hold, 1: an index is the sum of its movements, at any as-of.</summary>
public class IndexProperties(ITestOutputHelper output)
{
    [Fact]
    public void At_every_moment_every_index_is_the_sum_of_its_movements_up_to_it() => output.HoldFor(history =>
    {
        foreach (var moment in history.Moments)
        {
            var sums = history.Record.UpTo(moment.Positions).Sums();
            sums.Count.ShouldBe(Account.All.Count);
            foreach (var account in Account.All)
                sums[account].ShouldAgreeWith(moment.Figure(account), account, moment);
        }
    });

    [Fact]
    public void Each_relationship_may_be_asked_as_of_a_moment_of_its_own() => output.HoldFor(history =>
    {
        string[] relationships = [.. Account.All.Select(a => a.Relationship).Distinct()];
        for (var shift = 0; shift < history.Moments.Count; shift++)
        {
            var moments = relationships.Select((r, n) => (r, history.Moments[(shift * (n + 1)) % history.Moments.Count])).ToDictionary();
            var positions = Positions.Of(moments.Select(m => KeyValuePair.Create(m.Key, m.Value.Positions[m.Key])));

            var sums = history.Record.UpTo(positions).Sums();
            foreach (var account in Account.All)
                sums[account].ShouldAgreeWith(moments[account.Relationship].Figure(account), account, moments[account.Relationship]);
        }
    });

    [Fact]
    public void At_every_moment_the_running_index_is_the_sum_of_its_movements_up_to_the_day() => output.HoldFor(history =>
    {
        foreach (var moment in history.Moments)
        {
            var movements = history.Record.UpTo(moment.Positions).ToLookup(m => new Account(m.Place.Relationship, m.Dimension, m.Period));
            foreach (var (account, running) in moment.Running)
            {
                foreach (var (day, figure) in Moment.Days(account.Period).Zip(running))
                    Sum(movements[account].Where(m => m.Day <= day)).ShouldAgreeWith(figure, account, moment);
            }
        }
    });

    [Fact]
    public void Every_movement_lies_on_a_day_of_its_period_and_moves_something() => output.HoldFor(history =>
        history.Record.Movements.ShouldAllBe(m =>
            m.Day >= m.Period.FirstDay && m.Day <= m.Period.LastDay && (m.Positive != 0 || m.Negative != 0 || m.Developments != 0)));

    private static NaiveFigure Sum(IEnumerable<Movement> movements) =>
        movements.Aggregate(NaiveFigure.Zero, (sum, m) => sum + new NaiveFigure(m.Positive, m.Negative, m.Developments));
}
