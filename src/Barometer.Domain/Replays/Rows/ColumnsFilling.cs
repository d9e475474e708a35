using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;

namespace Barometer.Domain.Replays.Rows;

/// <summary>Fills columns with the rows of relationships, one relationship after another, each in its order.</summary>
internal sealed class ColumnsFilling
{
    private readonly int[] _starts;

    public ColumnsFilling(RelationshipRows[] rows, ImmutableArray<Kind> kinds)
    {
        _starts = Starts(rows);
        (Kind, Day, Earliest, Latest, Issue, Ordinal) = (Column(), Column(), Column(), Column(), Column(), Column());
        Title = rows.Any(r => r.HasTitles) ? new string[_starts[^1]] : [];
        var dimensions = DimensionsOf(kinds);
        Parallel.For(0, rows.Length, relationship => Fill(rows[relationship], _starts[relationship], dimensions));
    }

    public int[] Kind { get; }

    public int[] Day { get; }

    public int[] Earliest { get; }

    public int[] Latest { get; }

    public int[] Issue { get; }

    public int[] Ordinal { get; }

    public string[] Title { get; }

    /// <summary>For each kind the place of the first that differs from it in its points alone.</summary>
    public static int[] FirstButForPoints(ImmutableArray<Kind> kinds)
    {
        // Kinds of one classification mostly share it; where they do not, they only count as different.
        var first = new Dictionary<(int Classification, string? Dimension), int>();
        var classifications = new Dictionary<Classification, int>(ReferenceEqualityComparer.Instance);
        var alike = new int[kinds.Length];
        for (var place = 0; place < alike.Length; place++)
        {
            var classification = kinds[place].Classification;
            if (!classifications.TryGetValue(classification, out var number))
                classifications.Add(classification, number = place);
            first.TryAdd((number, kinds[place].Dimension), place);
            alike[place] = first[(number, kinds[place].Dimension)];
        }

        return alike;
    }

    /// <summary>The rows cut by relationship and period.</summary>
    public ImmutableArray<Segment> Segments(Calendar calendar) =>
        [.. Enumerable.Range(0, _starts.Length - 1).SelectMany(relationship => Segments(relationship, calendar))];

    private IEnumerable<Segment> Segments(int relationship, Calendar calendar)
    {
        var end = _starts[relationship + 1];
        for (int from = _starts[relationship], to; from < end; from = to)
        {
            var period = calendar.PeriodOf(DateOnly.FromDayNumber(Day[from]));
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

    // Where the rows of each relationship start, and after the last where all end.
    private static int[] Starts(RelationshipRows[] rows)
    {
        var starts = new int[rows.Length + 1];
        for (var relationship = 0; relationship < rows.Length; relationship++)
            starts[relationship + 1] = checked(starts[relationship] + rows[relationship].Count);
        return starts;
    }

    private int[] Column() => GC.AllocateUninitializedArray<int>(_starts[^1]);

    // The place of each kind's dimension among all, those of unscored developments first.
    private static int[] DimensionsOf(ImmutableArray<Kind> kinds)
    {
        string?[] ordered = [.. kinds.Select(k => k.Dimension).Distinct().Order(StringComparer.Ordinal)];
        return [.. kinds.Select(k => Array.IndexOf(ordered, k.Dimension))];
    }
}
