using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Host.Periods;

namespace Barometer.Host.Movements;

/// <summary>Reads observations: what closings fixed from their events, vintages from the indices as of them, and every one from the movements.</summary>
internal static class ObservationReading
{
    /// <summary>Those asked for, of each index in the order of the record; every one only where no more movements than are told make them.</summary>
    public static async Task<Decision<ImmutableArray<(IndexFigure Index, AnsweredObservation Observation)>>> Of(
        IQuerySession session, ObservationChoice show, VintageReading reading, ImmutableArray<PeriodId> periods, int? most, CancellationToken cancellation) => show switch
        {
            ObservationChoice.AsPublished => (await Snapshots(session, reading, periods, cancellation)).ToImmutableArray(),
            ObservationChoice.All => (await MovementReading.Between(session, Positions.Start, reading.AsOf, periods, most, cancellation)).Then(movements => Every(movements, reading).ToImmutableArray()),
            ObservationChoice.Latest => Figures([await reading.Latest(session, cancellation)], reading, periods).ToImmutableArray(),
            ObservationChoice.First => Figures(await reading.Released(session, cancellation), reading, periods).DistinctBy(o => (o.Index.Relationship, o.Index.Dimension, o.Index.Period)).ToImmutableArray(),
            _ => Figures(await reading.Released(session, cancellation), reading, periods).ToImmutableArray(),
        };

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

    private static IEnumerable<(IndexFigure Index, AnsweredObservation Observation)> Every(ImmutableArray<Movement> movements, VintageReading reading)
    {
        var rules = Vintage.RulesAfter(reading.Releases);
        return from o in Observation.Of(movements)
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
