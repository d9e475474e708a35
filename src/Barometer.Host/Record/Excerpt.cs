using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;

namespace Barometer.Host.Record;

/// <summary>What a decision on a development may look at.</summary>
/// <param name="Development">The development.</param>
/// <param name="Settings">The barometer's settings.</param>
/// <param name="Period">The period that the development is filed under.</param>
internal sealed record Scene(Development Development, Settings Settings, Period Period);

/// <summary>
/// The part of the record that some commands look at, read under the locks of its streams. What one of them comes to is folded
/// in, so that the next decides on it as if it had been committed.
/// </summary>
internal sealed class Excerpt(Settings settings)
{
    private readonly Dictionary<(string Relationship, string Dimension, PeriodId Period), IndexFigure> _indices = [];

    public Settings Settings { get; } = settings;

    /// <summary>The last position of every stream that is locked.</summary>
    public required Dictionary<string, long> Positions { get; init; }

    public required Dictionary<Reference, Development> Developments { get; init; }

    public required Dictionary<PeriodId, Period> Periods { get; init; }

    /// <summary>By the name of the relationship's stream.</summary>
    public required Dictionary<string, Numbering> Numberings { get; init; }

    /// <summary>The documents as they were read, by their identity, whatever was folded in since.</summary>
    public required IReadOnlyDictionary<string, object> Read { get; init; }

    public required IEnumerable<IndexFigure> Indices
    {
        init => _indices = value.ToDictionary(i => (i.Relationship, i.Dimension, i.Period));
    }

    /// <summary>A development and what a decision on it looks at, or a refusal where there is none.</summary>
    public Decision<Scene> Scene(Reference reference) =>
        Developments.TryGetValue(reference, out var development)
            ? new Scene(development, Settings, Periods[development.Filing.Period])
            : reference.Missing();

    /// <summary>A period, or a refusal where it is not open yet.</summary>
    public Decision<Period> Period(PeriodId id) => Periods.TryGetValue(id, out var period) ? period : Opening.NotOpened(id, Settings);

    /// <summary>Which references a relationship has given.</summary>
    public Numbering Numbering(string relationship) => Numberings[Declaring.StreamOf(relationship)];

    /// <summary>Folds in what a command came to, and tells what that did.</summary>
    public Recorded Record(ImmutableArray<DevelopmentEvent> events)
    {
        var changes = ImmutableArray.CreateBuilder<RecordedChange>(events.Length);
        var movements = new List<Movement>();
        foreach (var e in events)
        {
            var place = Fold(e);
            changes.Add(new RecordedChange(e.Reference, e.Revision, Contracts.Names[e.GetType()], place.Relationship, place.Position));
            movements.AddRange(Posting.Of(e, place));
        }

        // A development that is redated moves from one day to another, and no index.
        var moved = IndexFigure.Sum(movements).Where(i => (i.Positive, i.Negative, i.Developments) != (0, 0, 0)).ToArray();
        return new Recorded(changes.MoveToImmutable(), [.. moved.Select(Move)])
        {
            ClosedPeriods = [.. events.SelectMany(Touched.By).Distinct().Where(p => Periods[p].IsClosed).OrderBy(p => p.FirstDay)],
        };
    }

    private RecordPlace Fold(DevelopmentEvent e)
    {
        var development = Development.Fold(Developments.GetValueOrDefault(e.Reference), e);
        var stream = Declaring.StreamOf(development.Relationship);
        Developments[e.Reference] = development;
        if (e is DevelopmentRecorded recorded)
            Numberings[stream] = Domain.Developments.Numbering.Fold(Numberings[stream], recorded);
        return new RecordPlace(development.Relationship, ++Positions[stream], Sequence: 0, RecordedAt: default);
    }

    private IndexChange Move(IndexFigure moved)
    {
        var key = (moved.Relationship, moved.Dimension, moved.Period);
        var before = _indices.GetValueOrDefault(key) ?? moved with { Positive = 0, Negative = 0, Developments = 0 };
        var after = before with
        {
            Positive = before.Positive + moved.Positive,
            Negative = before.Negative + moved.Negative,
            Developments = before.Developments + moved.Developments,
        };
        _indices[key] = after;
        return IndexChange.Of(before, after);
    }
}
