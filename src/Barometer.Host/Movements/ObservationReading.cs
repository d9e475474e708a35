using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Host.Periods;

namespace Barometer.Host.Movements;

/// <summary>Reads observations: what closings fixed from their events, vintages from the indices as of them, and every one from the movements.</summary>
internal static class ObservationReading
{
    /// <summary>Those asked for, by index and period, in the order of the record.</summary>
    public static async Task<ILookup<(string, string, PeriodId), AnsweredObservation>> Of(
        IQuerySession session, ObservationChoice show, VintageReading reading, ImmutableArray<PeriodId> periods, CancellationToken cancellation)
    {
        var observations = show switch
        {
            ObservationChoice.AsPublished => await Snapshots(session, reading, periods, cancellation),
            ObservationChoice.All => await Every(session, reading, periods, cancellation),
            ObservationChoice.Latest => Figures([await reading.Latest(session, cancellation)], reading, periods),
            ObservationChoice.First => Figures(await reading.Released(session, cancellation), reading, periods).DistinctBy(o => KeyOf(o.Index)),
            _ => Figures(await reading.Released(session, cancellation), reading, periods),
        };
        return observations.ToLookup(o => KeyOf(o.Index), o => o.Observation);
    }

    private static (string, string, PeriodId) KeyOf(IndexFigure index) => (index.Relationship, index.Dimension, index.Period);

    private static IEnumerable<(IndexFigure Index, AnsweredObservation Observation)> Figures(
        ImmutableArray<Vintage> vintages, VintageReading reading, ImmutableArray<PeriodId> periods) =>
        from vintage in vintages
        from period in periods
        from relationship in reading.Relationships
        from dimension in relationship.Dimensions
        let figure = vintage.Figure(relationship.Key, dimension.Key, period)
        where figure is not null
        select (figure.Index, AnsweredObservation.Of(figure));

    private static async Task<IEnumerable<(IndexFigure Index, AnsweredObservation Observation)>> Snapshots(
        IQuerySession session, VintageReading reading, ImmutableArray<PeriodId> periods, CancellationToken cancellation)
    {
        var observations = new List<(IndexFigure Index, AnsweredObservation Observation)>();
        foreach (var release in reading.Releases.Where(r => r.Closes is { } closed && periods.Contains(closed)))
        {
            var snapshot = (await SnapshotReading.Of(session, release.Closes!.Value, cancellation))!;
            observations.AddRange(snapshot.Figures.Select(f => (f.In(snapshot.Period), Published(f, snapshot, release))));
        }

        return observations;
    }

    private static AnsweredObservation Published(SnapshotFigure f, PeriodClosed snapshot, Release release) =>
        AnsweredObservation.Of(f.In(snapshot.Period), f.Band, snapshot.RuleSet, snapshot.Positions[f.Relationship]) with
        {
            Release = release.Name,
            UnderRules = snapshot.UnderRules is { } ruled ? ruled.FirstOrDefault(i => (i.Relationship, i.Dimension) == (f.Relationship, f.Dimension))?.Aggregate ?? FixedPoint.Zero : null,
        };

    private static async Task<IEnumerable<(IndexFigure Index, AnsweredObservation Observation)>> Every(
        IQuerySession session, VintageReading reading, ImmutableArray<PeriodId> periods, CancellationToken cancellation)
    {
        var rules = Vintage.RulesAfter(reading.Releases);
        return from o in Observation.Of(await MovementReading.Between(session, Positions.Start, reading.AsOf, periods, cancellation))
               select (o.Index, AnsweredObservation.Of(o.Index, Vintage.Colour(rules, o.Index), rules.Pin, o.From.Position) with
               {
                   From = new RealTime(o.From.Position, o.From.RecordedAt),
                   To = o.To is null ? null : new RealTime(o.To.Position, o.To.RecordedAt),
                   Releases = [.. WentOutIn(o, reading.Releases).Select(r => r.Name)],
                   Movements = o.Because,
               });
    }

    private static IEnumerable<Release> WentOutIn(Observation observation, ImmutableArray<Release> releases) =>
        releases.SkipWhile(r => r.Closes != observation.Index.Period).Where(r => observation.HeldAt(r.Positions[observation.Index.Relationship]));
}
