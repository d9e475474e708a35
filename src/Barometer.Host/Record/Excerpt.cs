using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;

namespace Barometer.Host.Record;

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

    public required Dictionary<ProposalId, Proposal> Proposals { get; init; }

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

        var moved = Moved(movements);
        foreach (var index in moved)
            _indices[(index.After.Relationship, index.After.Dimension, index.After.Period)] = index.After;
        var recorded = changes.MoveToImmutable();
        return new Recorded(recorded, moved)
        {
            AsOf = AsOf(recorded.Select(c => c.Relationship)),
            ClosedPeriods = ClosedPeriodsOf(events),
        };
    }

    /// <summary>The closed periods that events touch, in order.</summary>
    public ImmutableArray<PeriodId> ClosedPeriodsOf(IEnumerable<DevelopmentEvent> events) =>
        [.. events.SelectMany(Touched.By).Distinct().Where(p => Periods[p].IsClosed).OrderBy(p => p.FirstDay)];

    /// <summary>How far the record of relationships has come with what was folded in.</summary>
    public Positions AsOf(IEnumerable<string> relationships) =>
        Domain.Movements.Positions.Of(relationships.Distinct().Select(r => KeyValuePair.Create(r, Positions[Declaring.StreamOf(r)])));

    /// <summary>What movements do to the indices as they stand.</summary>
    public ImmutableArray<IndexChange> Moved(IEnumerable<Movement> movements) => [.. IndexChange.Of(movements, _indices.Values)];

    /// <summary>Folds in what is recorded beside.</summary>
    public void Fold(Appended beside)
    {
        // When it was recorded is not known yet, and nothing that is decided meanwhile asks for it.
        if (beside.Event is ProposalApproved approved)
            Proposals[approved.Proposal] = Proposal.Fold(Proposals[approved.Proposal], approved, at: default);
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
}
