using System.Collections.Immutable;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Valuing;

/// <summary>
/// Rows in an order in which those that a key takes together by relationship or day lie side by side, cut into blocks that can be
/// gone through at the same time.
/// </summary>
internal sealed class Blocks
{
    private readonly Columns _columns;
    private readonly int[]? _order;
    private readonly int[] _starts;
    private readonly bool _byDay;

    private Blocks(Columns columns, int[]? order, int[] starts, bool byDay) => (_columns, _order, _starts, _byDay) = (columns, order, starts, byDay);

    /// <summary>The blocks for a key.</summary>
    public static Blocks Of(Columns columns, ImmutableArray<Key> per)
    {
        var byDay = per.Contains(Key.Day);
        if (per.Contains(Key.Relationship))
        {
            // A day lies in one period, and so in one segment of a relationship.
            var starts = columns.Segments.Where((s, place) => byDay || place == 0 || columns.Segments[place - 1].Relationship != s.Relationship).Select(s => s.Start);
            return new Blocks(columns, order: null, [.. starts, columns.Count], byDay);
        }

        if (!byDay)
            return new Blocks(columns, order: null, [0, columns.Count], byDay);
        var order = RowOrder.By(columns.Day, [.. Enumerable.Range(0, columns.Count)]);
        return new Blocks(columns, order, Cut(columns, order), byDay);
    }

    public int Count => _starts.Length - 1;

    /// <summary>Where the rows of a block begin that have the same day, where days count, else all of them; and after these where it ends.</summary>
    public void CutInto(List<int> runs, int block)
    {
        runs.Clear();
        runs.Add(_starts[block]);
        for (var place = _starts[block] + 1; _byDay && place < _starts[block + 1]; place++)
        {
            if (_columns.Day[this[place]] != _columns.Day[this[place - 1]])
                runs.Add(place);
        }

        runs.Add(_starts[block + 1]);
    }

    /// <summary>The row at a place of the order.</summary>
    public int this[int place] => _order is null ? place : _order[place];

    // Tens of thousands of rows each, and no day in two.
    private static int[] Cut(Columns columns, int[] order)
    {
        const int usual = 65_536;
        var starts = new List<int> { 0 };
        for (var place = 1; place < order.Length; place++)
        {
            if (place - starts[^1] >= usual && columns.Day[order[place]] != columns.Day[order[place - 1]])
                starts.Add(place);
        }

        return [.. starts, order.Length];
    }
}
