using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;

namespace Barometer.Domain.Replays;

/// <summary>Takes rows in any order and builds the columns.</summary>
/// <param name="settings">The barometer's settings.</param>
/// <param name="positions">How far the record had come.</param>
public sealed class ColumnsBuilder(Settings settings, Positions positions)
{
    private readonly Dictionary<string, int> _relationships = settings.Relationships.Select((r, place) => (r.Key, place)).ToDictionary(r => r.Key, r => r.place, StringComparer.Ordinal);
    private readonly Dictionary<(string Classification, string? Dimension, int Positive, int Negative), int> _kinds = [];
    private readonly HappeningGroups _happenings = new();

    internal Settings Settings => settings;

    internal Positions Positions => positions;

    internal List<Kind> Kinds { get; } = [];

    internal List<int> Relationship { get; } = [];

    internal List<int> Kind { get; } = [];

    internal List<int> Day { get; } = [];

    internal List<int> Earliest { get; } = [];

    internal List<int> Latest { get; } = [];

    internal List<int> Issue { get; } = [];

    internal List<int> Ordinal { get; } = [];

    internal List<string> Title { get; } = [];

    internal bool HasTitles => Title.Count > 0;

    internal bool HasLinks => _happenings.Any;

    /// <summary>The place of a relationship in the settings.</summary>
    public int RelationshipOf(string key) => _relationships[key];

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
            Title.Add(development.Particulars.Title);
        }

        foreach (var other in development.SameHappening)
            _happenings.Link(development.Reference, other);
    }

    /// <summary>The place of a kind, known by its classification as written and its points.</summary>
    public int KindOf(string written, Classification classification, string? dimension, int positive, int negative)
    {
        if (_kinds.TryGetValue((written, dimension, positive, negative), out var place))
            return place;
        _kinds.Add((written, dimension, positive, negative), Kinds.Count);
        Kinds.Add(new Kind(classification, dimension, positive, negative));
        return Kinds.Count - 1;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="relationship">The relationship's place in the settings.</param>
    /// <param name="kind">As <see cref="KindOf"/> gave it.</param>
    /// <param name="day">The day on which it counts, which lies in the period filed under.</param>
    /// <param name="earliest">Its earliest day; null where unknown.</param>
    /// <param name="latest">Its latest day; null where unknown.</param>
    /// <param name="reference">The development.</param>
    public void Add(int relationship, int kind, int day, int? earliest, int? latest, Reference reference)
    {
        Relationship.Add(relationship);
        Kind.Add(kind);
        Day.Add(day);
        Earliest.Add(earliest ?? Columns.Unknown);
        Latest.Add(latest ?? Columns.Unknown);
        Issue.Add(reference.Issue);
        Ordinal.Add(reference.Ordinal);
    }

    /// <summary>Says that two developments tell the same happening.</summary>
    public void Link(Reference one, Reference other) => _happenings.Link(one, other);

    /// <summary>Says the title of the row added last; of every row, or of none.</summary>
    public void Titled(string title) => Title.Add(title);

    /// <summary>The columns of the rows added.</summary>
    public Columns Build()
    {
        var order = RowOrder.Of(Relationship, Day, Issue, Ordinal);
        return new Columns(this, Segmented(order), order);
    }

    internal List<int> Happenings() =>
        [.. Enumerable.Range(0, Kind.Count).Select(row => _happenings.Of(new Reference(settings.Relationships[Relationship[row]].Prefix, Issue[row], Ordinal[row])))];

    private ImmutableArray<Segment> Segmented(int[] order)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        for (int start = 0, end; start < order.Length; start = end)
        {
            var (relationship, day) = (Relationship[order[start]], Day[order[start]]);
            var period = settings.Calendar.PeriodOf(DateOnly.FromDayNumber(day));
            for (end = start + 1; end < order.Length && Relationship[order[end]] == relationship && Day[order[end]] <= period.LastDay.DayNumber;)
                end++;
            segments.Add(new Segment(relationship, period, start, end));
        }

        return segments.ToImmutable();
    }
}
