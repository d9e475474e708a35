using System.Collections.Immutable;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Movements;

/// <summary>
/// A value that an index had, and the span of the record in which it had it: its real-time period, from the event that made it to the
/// one that made another of it. Before its first observation an index is 0, and nothing counts in it.
/// </summary>
/// <param name="Index">The value.</param>
/// <param name="From">The event since which it held.</param>
/// <param name="To">The event since which it held no more; null while it holds.</param>
/// <param name="Because">What that first event posted: cause, development, actor and reason.</param>
public sealed record Observation(IndexFigure Index, RecordPlace From, RecordPlace? To, ImmutableArray<Movement> Because)
{
    /// <summary>True where it held when the stream had come to a position.</summary>
    public bool HeldAt(long position) => From.Position <= position && (To is null || position < To.Position);

    /// <summary>Every observation of every index that movements are of, in the order of the record. A redating, which moves no index of a period, makes none.</summary>
    public static IEnumerable<Observation> Of(IEnumerable<Movement> movements) =>
        from m in movements
        group m by (m.Place.Relationship, m.Dimension, m.Period) into account
        from observation in Of(account.Key.Relationship, account.Key.Dimension, account.Key.Period, account)
        select observation;

    private static IEnumerable<Observation> Of(string relationship, string dimension, PeriodId period, IEnumerable<Movement> movements)
    {
        var last = default(Observation);
        foreach (var e in movements.GroupBy(m => m.Place.Position).OrderBy(g => g.Key))
        {
            var before = last?.Index ?? new IndexFigure(relationship, dimension, period, 0, 0, 0);
            var after = before with
            {
                Positive = before.Positive + e.Sum(m => m.Positive),
                Negative = before.Negative + e.Sum(m => m.Negative),
                Developments = before.Developments + e.Sum(m => m.Developments),
            };
            if (after == before)
                continue;
            if (last is not null)
                yield return last with { To = e.First().Place };
            last = new Observation(after, e.First().Place, To: null, [.. e]);
        }

        if (last is not null)
            yield return last;
    }
}
