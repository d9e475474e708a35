using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Movements;

/// <summary>
/// Turns an event into movements: the one fold that live, rebuilt and replayed numbers share. Every event carries what it
/// needs, so posting reads nothing else.
/// </summary>
public static class Posting
{
    /// <summary>The movements of one event; none where it moves no index.</summary>
    public static IEnumerable<Movement> Of(DevelopmentEvent e, RecordPlace place) => e switch
    {
        DevelopmentScored scored => Post(e, place, Cause.New, from: null, to: (scored.Points, scored.Filing)),
        PointsGiven given => Post(e, place, Cause.New, from: null, to: (given.Points, given.Filing)),
        PointsAmended amended => Post(e, place, Cause.Amended, from: (amended.From, amended.Filing), to: (amended.To, amended.Filing)),
        DevelopmentWithdrawn withdrawn => Post(e, place, Cause.Withdrawn, from: (withdrawn.Points, withdrawn.Filing), to: null),
        DevelopmentReinstated reinstated => Post(e, place, Cause.Reinstated, from: null, to: (reinstated.Points, reinstated.Filing)),
        DevelopmentRefiled refiled => Post(e, place, Cause.Refiled, from: (refiled.Points, refiled.From), to: (refiled.Points, refiled.To)),
        DevelopmentRedated redated => Post(e, place, Cause.Redated, from: (redated.Points, redated.FiledFrom), to: (redated.Points, redated.FiledTo)),
        _ => [],
    };

    /// <summary>The periods whose indices an event moves, the running ones included; none where it moves none.</summary>
    public static IEnumerable<PeriodId> PeriodsOf(DevelopmentEvent e) =>
        Of(e, new RecordPlace("", Position: 0, Sequence: 0, RecordedAt: default)).Select(m => m.Period).Distinct();

    private static IEnumerable<Movement> Post(
        DevelopmentEvent e, RecordPlace place, Cause cause, (Points? Points, Filing Filing)? from, (Points? Points, Filing Filing)? to)
    {
        IEnumerable<Movement> Side((Points? Points, Filing Filing)? side, int sign) =>
            from score in side?.Points ?? Enumerable.Empty<Score>()
            select new Movement(
                place, e.Reference, e.Revision, cause, e.Actor, e.Reason, e.ReasonKind, side!.Value.Filing.Period, side.Value.Filing.Day,
                score.Dimension, sign * score.Positive, sign * score.Negative, sign)
            {
                ApprovedBy = e.ApprovedBy,
            };

        return Side(from, -1).Concat(Side(to, +1))
            .GroupBy(m => (m.Period, m.Day, m.Dimension))
            .Select(g => g.First() with { Positive = g.Sum(m => m.Positive), Negative = g.Sum(m => m.Negative), Developments = g.Sum(m => m.Developments) })
            .Where(m => (m.Positive, m.Negative, m.Developments) != (0, 0, 0));
    }
}
