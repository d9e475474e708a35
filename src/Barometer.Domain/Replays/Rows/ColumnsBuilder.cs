using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Record;

namespace Barometer.Domain.Replays.Rows;

/// <summary>Takes rows in any order and builds the columns.</summary>
/// <param name="settings">The barometer's settings.</param>
/// <param name="positions">How far the record had come.</param>
public sealed class ColumnsBuilder(Settings settings, Positions positions)
{
    private readonly Dictionary<string, int> _relationships = settings.Relationships.Select((r, place) => (r.Key, place)).ToDictionary(r => r.Key, r => r.place, StringComparer.Ordinal);
    private readonly Dictionary<(string Classification, string? Dimension, int Positive, int Negative), int> _kinds = [];
    private readonly Dictionary<string, Classification> _classifications = new(StringComparer.Ordinal);
    private int _last;

    internal Settings Settings => settings;

    internal Positions Positions => positions;

    internal List<Kind> Kinds { get; } = [];

    internal HappeningGroups Happenings { get; } = new();

    // By the relationship's place.
    internal RelationshipRows[] Rows { get; } = [.. settings.Relationships.Select(_ => new RelationshipRows())];

    /// <summary>The place of a relationship in the settings.</summary>
    public int RelationshipOf(string key) => _relationships[key];

    /// <summary>Makes room for rows of a relationship, where it is known how many there will be.</summary>
    public void Expect(int relationship, int rows) => Rows[relationship].Expect(rows);

    /// <summary>Adds a development, unless it was withdrawn.</summary>
    public void Add(Development development)
    {
        if (development.Withdrawn)
            return;
        var classification = development.Particulars.Classification;
        var written = JsonSerializer.Serialize(classification, RecordJson.Options);
        var scores = development.Points is { } points ? points.Select(s => ((string?)s.Dimension, s.Positive, s.Negative)) : [(null, 0, 0)];
        foreach (var (dimension, positive, negative) in scores)
        {
            Add(
                RelationshipOf(development.Relationship), KindOf(written, classification, dimension, positive, negative), development.Filing.Day.DayNumber,
                development.Particulars.Date.Earliest?.DayNumber, development.Particulars.Date.Latest?.DayNumber, development.Reference);
            Titled(development.Particulars.Title);
        }

        foreach (var other in development.SameHappening)
            Link(development.Reference, other);
    }

    /// <summary>The place of a kind, known by its classification as written and its points.</summary>
    public int KindOf(string written, Classification classification, string? dimension, int positive, int negative)
    {
        if (_kinds.TryGetValue((written, dimension, positive, negative), out var place))
            return place;
        if (!_classifications.TryGetValue(written, out var shared))
            _classifications.Add(written, shared = classification);
        _kinds.Add((written, dimension, positive, negative), Kinds.Count);
        Kinds.Add(new Kind(shared, dimension, positive, negative));
        return Kinds.Count - 1;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="relationship">The relationship's place in the settings.</param>
    /// <param name="kind">As <see cref="KindOf"/> gave it.</param>
    /// <param name="day">The day on which it counts, which lies in the period filed under.</param>
    /// <param name="earliest">Its earliest day; null where unknown.</param>
    /// <param name="latest">Its latest day; null where unknown.</param>
    /// <param name="reference">The development.</param>
    public void Add(int relationship, int kind, int day, int? earliest, int? latest, Reference reference) =>
        Add(relationship, new Row(kind, day, earliest ?? Columns.Unknown, latest ?? Columns.Unknown, reference.Issue, reference.Ordinal));

    internal void Add(int relationship, in Row row)
    {
        Rows[relationship].Add(row);
        _last = relationship;
    }

    /// <summary>Says that two developments tell the same happening.</summary>
    public void Link(Reference one, Reference other) => Happenings.Link(one, other);

    /// <summary>Says the title of the row added last; of every row, or of none.</summary>
    public void Titled(string title) => Rows[_last].Titled(title);

    /// <summary>The columns of the rows added.</summary>
    public Columns Build() => new(this);
}
