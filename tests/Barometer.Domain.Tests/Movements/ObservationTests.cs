using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Tests.Barometers;

namespace Barometer.Domain.Tests.Movements;

public class ObservationTests
{
    private static readonly Reference Talk = new("RU", 12, 1);
    private static readonly Reference Loan = new("RU", 12, 2);

    [Fact]
    public void Every_value_that_an_index_had_has_the_span_in_which_it_had_it()
    {
        var observations = Observe(
            Moved(2, Talk, Cause.New, 3, 0, 1),
            Moved(4, Loan, Cause.New, 1, -1, 1),
            Moved(5, Talk, Cause.Amended, -1, 0, 0));

        observations.Select(o => (o.Index.Positive, o.Index.Negative, o.Index.Developments, o.From.Position, o.To?.Position)).ShouldBe(
        [
            (3, 0, 1, 2L, 4L),
            (4, -1, 2, 4L, 5L),
            (3, -1, 2, 5L, null),
        ]);
        observations.Select(o => o.From.RecordedAt.ToUnixTimeSeconds()).ShouldBe([2, 4, 5]);
        observations.Select(o => o.To?.RecordedAt.ToUnixTimeSeconds()).ShouldBe([4L, 5L, null]);
    }

    [Fact]
    public void A_withdrawal_is_observed_like_any_other_change_and_says_what_it_was()
    {
        var observations = Observe(Moved(2, Talk, Cause.New, 3, 0, 1), Moved(3, Talk, Cause.Withdrawn, -3, 0, -1), Moved(7, Talk, Cause.Reinstated, 3, 0, 1));

        observations.Select(o => (o.Index.Aggregate, o.Index.Developments, o.Because.Single().Cause, o.Because.Single().Reference)).ShouldBe(
            [(3, 1, Cause.New, Talk), (0, 0, Cause.Withdrawn, Talk), (3, 1, Cause.Reinstated, Talk)]);
    }

    [Fact]
    public void A_score_of_0_is_another_value_since_one_more_counts() =>
        Observe(Moved(2, Talk, Cause.New, 0, 0, 1)).ShouldHaveSingleItem().Index.ShouldBe(Index(0, 0, 1));

    [Fact]
    public void A_redating_within_the_period_moves_no_index_and_ends_no_observation()
    {
        var observations = Observe(
            Moved(2, Talk, Cause.New, 3, 0, 1),
            Moved(3, Talk, Cause.Redated, -3, 0, -1),
            Moved(3, Talk, Cause.Redated, 3, 0, 1) with { Day = new DateOnly(2019, 12, 20) });

        observations.ShouldHaveSingleItem().To.ShouldBeNull();
    }

    [Fact]
    public void A_refiling_ends_an_observation_in_both_periods()
    {
        var observations = Observation.Of([
            Moved(2, Talk, Cause.New, 3, 0, 1),
            Moved(3, Talk, Cause.Refiled, -3, 0, -1),
            Moved(3, Talk, Cause.Refiled, 3, 0, 1) with { Period = SmallBarometer.Issue13 },
        ]).ToArray();

        observations.Select(o => (o.Index.Period, o.Index.Aggregate, o.From.Position, o.To?.Position)).ShouldBe(
            [(SmallBarometer.Issue12, 3, 2L, 3L), (SmallBarometer.Issue12, 0, 3L, null), (SmallBarometer.Issue13, 3, 3L, null)]);
    }

    [Fact]
    public void It_held_from_its_event_on_and_not_when_the_next_had_come()
    {
        var first = Observe(Moved(2, Talk, Cause.New, 3, 0, 1), Moved(5, Talk, Cause.Amended, -1, 0, 0))[0];

        Enumerable.Range(1, 5).Select(position => first.HeldAt(position)).ShouldBe([false, true, true, true, false]);
    }

    private static Observation[] Observe(params Movement[] movements) => [.. Observation.Of(movements)];

    private static IndexFigure Index(int positive, int negative, int developments) =>
        new(SmallBarometer.Russia, SmallBarometer.Development, SmallBarometer.Issue12, positive, negative, developments);

    private static Movement Moved(long position, Reference reference, Cause cause, int positive, int negative, int developments) => new(
        new RecordPlace(SmallBarometer.Russia, position, position + 100, DateTimeOffset.FromUnixTimeSeconds(position)), reference, 1, cause, "ina", "looked at again", ReasonKind.Error,
        SmallBarometer.Issue12, new DateOnly(2019, 12, 5), SmallBarometer.Development, positive, negative, developments);
}
