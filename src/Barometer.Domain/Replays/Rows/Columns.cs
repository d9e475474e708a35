using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Replays.Rows;

/// <summary>
/// The developments that were not withdrawn at an as-of, as columns: a row for each development and scored dimension, or one for
/// an unscored development. Rows are ordered by relationship, then by the day on which they count, then by reference.
/// Derived from the record and from nothing else.
/// </summary>
public sealed class Columns
{
    private readonly int[] _firstSegment;

    internal Columns(ColumnsBuilder builder)
    {
        (Settings, Positions, Kinds) = (builder.Settings, builder.Positions, [.. builder.Kinds]);
        var filling = new ColumnsFilling(builder.Rows, Kinds);
        (Kind, Day, Earliest, Latest, Issue, Ordinal, Title) = (filling.Kind, filling.Day, filling.Earliest, filling.Latest, filling.Issue, filling.Ordinal, filling.Title);
        Segments = filling.Segments(Settings.Calendar);
        Happening = builder.Happenings.Any ? [.. Segments.SelectMany(s => Enumerable.Range(s.Start, s.End - s.Start).Select(row => builder.Happenings.Of(ReferenceOf(s.Relationship, row))))] : [];
        (FirstButForPoints, _firstSegment) = (ColumnsFilling.FirstButForPoints(Kinds), FirstSegments());
        Begins = Segments.IsEmpty ? null : Segments.Select(s => s.Period).MinBy(p => p.FirstDay);
    }

    // Arrays are shared where they are the same: nobody writes to them.
    private Columns(Columns like, ImmutableArray<Kind> kinds, int[] kind)
    {
        (Settings, Positions, Segments, _firstSegment, Begins, Kinds, Kind) = (like.Settings, like.Positions, like.Segments, like._firstSegment, like.Begins, kinds, kind);
        FirstButForPoints = kinds == like.Kinds ? like.FirstButForPoints : ColumnsFilling.FirstButForPoints(kinds);
        (Day, Earliest, Latest, Issue, Ordinal, Happening, Title) = (like.Day, like.Earliest, like.Latest, like.Issue, like.Ordinal, like.Happening, like.Title);
    }

    private Columns(Columns all, ImmutableArray<Segment> segments, int[] rows)
    {
        (Settings, Positions, Segments, Begins, Kinds, FirstButForPoints) = (all.Settings, all.Positions, segments, all.Begins, all.Kinds, all.FirstButForPoints);
        _firstSegment = FirstSegments();
        (Kind, Day, Earliest, Latest) = (Only(all.Kind, rows), Only(all.Day, rows), Only(all.Earliest, rows), Only(all.Latest, rows));
        (Issue, Ordinal, Happening, Title) = (Only(all.Issue, rows), Only(all.Ordinal, rows), Only(all.Happening, rows), Only(all.Title, rows));
    }

    /// <summary>The columns of developments as they stood.</summary>
    /// <param name="developments">Every development of the barometer; withdrawn ones are left out.</param>
    /// <param name="settings">The barometer's settings.</param>
    /// <param name="positions">How far the record had come.</param>
    public static Columns Of(IEnumerable<Development> developments, Settings settings, Positions positions)
    {
        var rows = new ColumnsBuilder(settings, positions);
        foreach (var development in developments)
            rows.Add(development);
        return rows.Build();
    }

    /// <summary>The barometer's settings.</summary>
    public Settings Settings { get; }

    /// <summary>How far the record had come.</summary>
    public Positions Positions { get; }

    /// <summary>The relationships, in the order of the settings.</summary>
    public ImmutableArray<Relationship> Relationships => Settings.Relationships;

    /// <summary>What rows have in common; a row names one by its place here.</summary>
    public ImmutableArray<Kind> Kinds { get; }

    /// <summary>The rows of each relationship and period, in order.</summary>
    public ImmutableArray<Segment> Segments { get; }

    /// <summary>The segments of a relationship, in order.</summary>
    internal ReadOnlySpan<Segment> SegmentsOf(int relationship) =>
        Segments.AsSpan()[_firstSegment[relationship].._firstSegment[relationship + 1]];

    /// <summary>The first period in which the barometer has anything, also where these are only some of its rows; null where it has nothing.</summary>
    public PeriodId? Begins { get; }

    /// <summary>How many rows.</summary>
    public int Count => Kind.Length;

    // A day is counted from 1 January of the year 1; Unknown where the words give none.
    internal const int Unknown = -1;

    // For each kind the first that differs from it in its points alone.
    internal int[] FirstButForPoints { get; }

    internal int[] Kind { get; }

    internal int[] Day { get; }

    internal int[] Earliest { get; }

    internal int[] Latest { get; }

    internal int[] Issue { get; }

    internal int[] Ordinal { get; }

    // Empty where no developments are linked; 0 for one that is linked with none.
    internal int[] Happening { get; }

    // Empty where titles were not asked for.
    internal string[] Title { get; }

    /// <summary>The development of a row.</summary>
    public Reference ReferenceOf(int relationship, int row) => new(Relationships[relationship].Prefix, Issue[row], Ordinal[row]);

    /// <summary>The place of a row's relationship.</summary>
    internal int RelationshipOf(int row)
    {
        var (low, high) = (0, Segments.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Segments[middle].Start <= row ? (middle, high) : (low, middle - 1);
        }

        return Segments[low].Relationship;
    }

    /// <summary>The same rows, of other kinds.</summary>
    /// <param name="kinds">Every kind.</param>
    /// <param name="kind">The kind of each row, by its place.</param>
    internal Columns With(ImmutableArray<Kind> kinds, int[] kind) => new(this, kinds, kind);

    /// <summary>Some of the rows, in their order.</summary>
    internal Columns Where(Func<Segment, int, bool> isTaken)
    {
        var (segments, rows) = (ImmutableArray.CreateBuilder<Segment>(), new List<int>());
        foreach (var segment in Segments)
        {
            var start = rows.Count;
            for (var row = segment.Start; row < segment.End; row++)
            {
                if (isTaken(segment, row))
                    rows.Add(row);
            }

            if (rows.Count > start)
                segments.Add(segment with { Start = start, End = rows.Count });
        }

        return new Columns(this, segments.ToImmutable(), [.. rows]);
    }

    // By the relationship's place; after the last where all end.
    private int[] FirstSegments()
    {
        var first = new int[Relationships.Length + 1];
        foreach (var segment in Segments)
            first[segment.Relationship + 1]++;
        for (var relationship = 0; relationship < Relationships.Length; relationship++)
            first[relationship + 1] += first[relationship];
        return first;
    }

    private static T[] Only<T>(T[] column, int[] rows) => column is [] ? [] : Array.ConvertAll(rows, row => column[row]);
}
