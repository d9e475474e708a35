using Barometer.Domain.Movements;
using Barometer.Domain.Tests.Movements.Histories;

namespace Barometer.Domain.Tests.Movements;

/// <summary>Observations tell what an index was at any moment, and nothing else.</summary>
public class ObservationProperties(ITestOutputHelper output)
{
    [Fact]
    public void At_every_moment_the_observation_that_held_is_what_the_card_box_said() => output.HoldFor(history =>
    {
        var observations = Observed(history);
        foreach (var moment in history.Moments)
        {
            foreach (var account in Account.All)
            {
                var held = observations[account].Where(o => o.HeldAt(moment.Positions[account.Relationship])).ToArray();
                held.Length.ShouldBeLessThanOrEqualTo(1);
                (held is [var one] ? one.Index : Nothing(account)).ShouldAgreeWith(moment.Figure(account), account, moment);
            }
        }
    });

    [Fact]
    public void They_lie_end_to_end_from_the_first_movement_on_and_the_last_is_open() => output.HoldFor(history =>
    {
        foreach (var ofIndex in Observed(history))
        {
            var observations = ofIndex.ToArray();
            observations[0].From.ShouldAgreeWith(history.Record.Movements.First(m => AccountOf(m) == ofIndex.Key).Place, ofIndex.Key, history.Last);
            observations[^1].To.ShouldAgreeWith(null, ofIndex.Key, history.Last);
            foreach (var (one, next) in observations.Zip(observations.Skip(1)))
            {
                one.To.ShouldAgreeWith(next.From, ofIndex.Key, history.Last);
                (one.From.Position < next.From.Position && one.Index != next.Index).ShouldAgreeWith(true, ofIndex.Key, history.Last);
            }
        }
    });

    [Fact]
    public void Each_differs_from_the_one_before_by_what_its_event_posted() => output.HoldFor(history =>
    {
        foreach (var ofIndex in Observed(history))
        {
            var before = Nothing(ofIndex.Key);
            foreach (var o in ofIndex)
            {
                o.Because.ShouldAllBe(m => m.Place == o.From);
                var change = IndexFigure.Sum(o.Because).Single();
                (before.Positive + change.Positive, before.Negative + change.Negative, before.Developments + change.Developments)
                    .ShouldAgreeWith((o.Index.Positive, o.Index.Negative, o.Index.Developments), ofIndex.Key, history.Last);
                before = o.Index;
            }
        }
    });

    /// <summary>In whatever order movements are read.</summary>
    private static ILookup<Account, Observation> Observed(History history) =>
        Observation.Of(history.Record.Movements.AsEnumerable().Reverse()).ToLookup(o => new Account(o.Index.Relationship, o.Index.Dimension, o.Index.Period));

    private static Account AccountOf(Movement m) => new(m.Place.Relationship, m.Dimension, m.Period);

    private static IndexFigure Nothing(Account account) => new(account.Relationship, account.Dimension, account.Period, 0, 0, 0);
}
