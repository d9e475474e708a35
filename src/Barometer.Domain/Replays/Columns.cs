using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;

namespace Barometer.Domain.Replays;

/// <summary>
/// The developments that were not withdrawn at an as-of, as columns: a row for each development and scored dimension, or one for
/// an unscored development. Rows are ordered by relationship, then by the day on which they count, then by reference.
/// Derived from the record and from nothing else.
/// </summary>
public sealed class Columns
{
    internal Columns(ColumnsBuilder builder)
    {
        Settings = builder.Settings;
        Positions = builder.Positions;
        Kinds = [.. builder.Kinds];
        var starts = Starts(builder.Rows);
        (Kind, Day, Earliest, Latest, Issue, Ordinal) = (Column(starts), Column(starts), Column(starts), Column(starts), Column(starts), Column(starts));
        Title = builder.Rows.Any(r => r.HasTitles) ? new string[starts[^1]] : [];
        var dimensions = DimensionsOf(Kinds);
        Parallel.For(0, builder.Rows.Length, relationship => Fill(builder.Rows[relationship], starts[relationship], dimensions));
        Segments = [.. Enumerable.Range(0, builder.Rows.Length).SelectMany(r => Segmented(r, starts[r], starts[r + 1]))];
        Happening = builder.Happenings.Any ? [.. Enumerable.Range(0, builder.Rows.Length).SelectMany(r => Enumerable.Range(starts[r], starts[r + 1] - starts[r]).Select(row => builder.Happenings.Of(ReferenceOf(r, row))))] : [];
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

    /// <summary>How many rows.</summary>
    public int Count => Kind.Length;

    // A day is counted from 1 January of the year 1; Unknown where the words give none.
    internal const int Unknown = -1;

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

    // Where the rows of each relationship start, and after the last where all end.
    private static int[] Starts(RelationshipRows[] rows)
    {
        var starts = new int[rows.Length + 1];
        for (var relationship = 0; relationship < rows.Length; relationship++)
            starts[relationship + 1] = checked(starts[relationship] + rows[relationship].Count);
        return starts;
    }

    private static int[] Column(int[] starts) => GC.AllocateUninitializedArray<int>(starts[^1]);

    // The place of each kind's dimension among all, those of unscored developments first.
    private static int[] DimensionsOf(ImmutableArray<Kind> kinds)
    {
        string?[] ordered = [.. kinds.Select(k => k.Dimension).Distinct().Order(StringComparer.Ordinal)];
        return [.. kinds.Select(k => Array.IndexOf(ordered, k.Dimension))];
    }

    private void Fill(RelationshipRows rows, int start, int[] dimensions)
    {
        var order = RowOrder.Of(rows.All, dimensions);
        var all = rows.All;
        var titles = rows.Titles;
        for (var place = 0; place < all.Length; place++)
        {
            var row = order is null ? place : order[place];
            ref readonly var from = ref all[row];
            var to = start + place;
            Kind[to] = from.Kind;
            Day[to] = from.Day;
            Earliest[to] = from.Earliest;
            Latest[to] = from.Latest;
            Issue[to] = from.Issue;
            Ordinal[to] = from.Ordinal;
            if (titles.Length > 0)
                Title[to] = titles[row];
        }
    }

    private IEnumerable<Segment> Segmented(int relationship, int start, int end)
    {
        for (int from = start, to; from < end; from = to)
        {
            var period = Settings.Calendar.PeriodOf(DateOnly.FromDayNumber(Day[from]));
            to = FirstAfter(period.LastDay.DayNumber, from, end);
            yield return new Segment(relationship, period, from, to);
        }
    }

    private int FirstAfter(int day, int from, int end)
    {
        while (from < end)
        {
            var middle = from + ((end - from) / 2);
            (from, end) = Day[middle] <= day ? (middle + 1, end) : (from, middle);
        }

        return end;
    }
}
