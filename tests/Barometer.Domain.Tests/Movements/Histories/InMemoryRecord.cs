using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Developments;

namespace Barometer.Domain.Tests.Movements.Histories;

/// <summary>An event as it is stored: under its name, as text, at its place.</summary>
internal sealed record StoredEvent(string Stream, string Name, string Json, RecordPlace Place)
{
    public object Read() => JsonSerializer.Deserialize(Json, Contracts.Names.Single(n => n.Value == Name).Key, RecordJson.Options)!;
}

/// <summary>A record in memory, with the state and the movements kept up as events come.</summary>
internal sealed class InMemoryRecord
{
    private readonly List<StoredEvent> _events = [];
    private readonly SortedDictionary<string, Numbering> _numberings = new(StringComparer.Ordinal);

    public IReadOnlyList<StoredEvent> Events => _events;

    public SortedDictionary<string, Development> Developments { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Period> Periods { get; } = new(StringComparer.Ordinal);

    /// <summary>In the order in which they were made.</summary>
    public List<Proposal> Proposals { get; } = [];

    public List<Movement> Movements { get; } = [];

    public List<PeriodClosed> Closings { get; } = [];

    public Positions Positions => Positions.Of(Given.Settings.Relationships.Select(r => KeyValuePair.Create(r.Key, Position(Declaring.StreamOf(r.Key)))));

    public Reference NextReference(Relationship relationship, int issue) =>
        NumberingOf(relationship.Key).Next(relationship.Prefix, issue);

    public Numbering NumberingOf(string relationship) => _numberings.GetValueOrDefault(relationship) ?? Numbering.None(relationship);

    public void Append(string relationship, DevelopmentEvent e)
    {
        var place = Store(Declaring.StreamOf(relationship), relationship, e);
        Developments[e.Reference.ToString()] = Development.Fold(Developments.GetValueOrDefault(e.Reference.ToString()), e);
        Movements.AddRange(Posting.Of(e, place));
        if (e is DevelopmentRecorded recorded)
            _numberings[relationship] = Numbering.Fold(NumberingOf(relationship), recorded);
    }

    public void Append(PeriodId period, object e)
    {
        Store(period.Stream, "", e);
        Periods[period.Stream] = Period.Fold(Periods.GetValueOrDefault(period.Stream), e);
        if (e is PeriodClosed closed)
            Closings.Add(closed);
    }

    public void Append(ProposalId proposal, object e)
    {
        var at = Store(proposal.Stream, "", e).RecordedAt;
        var known = Proposals.FindIndex(p => p.ProposalId == proposal);
        if (known < 0)
            Proposals.Add(Proposal.Fold(state: null, e, at));
        else
            Proposals[known] = Proposal.Fold(Proposals[known], e, at);
    }

    /// <summary>How a proposal stands.</summary>
    public ProposalState StateOf(Proposal proposal) => proposal.State(proposal.Reference is { } reference ? Developments[reference.ToString()] : null);

    /// <summary>The same record made anew from what was stored.</summary>
    public InMemoryRecord Rebuilt()
    {
        var rebuilt = new InMemoryRecord();
        foreach (var stored in _events)
        {
            if (stored.Read() is DevelopmentEvent e)
                rebuilt.Append(stored.Place.Relationship, e);
            else if (stored.Stream.StartsWith(ProposalId.Streams, StringComparison.Ordinal))
                rebuilt.Append(ProposalId.Parse(stored.Stream[ProposalId.Streams.Length..], provider: null), stored.Read());
            else
                rebuilt.Append(PeriodId.Parse(stored.Stream["period/".Length..], provider: null), stored.Read());
        }

        return rebuilt;
    }

    /// <summary>The movements up to these positions.</summary>
    public IEnumerable<Movement> UpTo(Positions positions) => Movements.Where(m => m.Place.Position <= positions[m.Place.Relationship]);

    /// <summary>Developments, periods and proposals as text, to compare whole records.</summary>
    public string State() => JsonSerializer.Serialize(new { Developments, Periods, Proposals, Numberings = _numberings.Values.Select(n => n.Last.ToImmutableArray()) }, RecordJson.Options);

    private long Position(string stream) => _events.Count(e => e.Stream == stream);

    private RecordPlace Store(string stream, string relationship, object e)
    {
        var sequence = _events.Count + 1;
        var place = new RecordPlace(relationship, Position(stream) + 1, sequence, DateTimeOffset.UnixEpoch.AddSeconds(sequence));
        _events.Add(new StoredEvent(stream, Contracts.Names[e.GetType()], JsonSerializer.Serialize(e, e.GetType(), RecordJson.Options), place));
        return place;
    }
}
