using Barometer.Domain.Replays.Rows;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Counts how many rows of one segment after another are alike; one thread has one.</summary>
internal sealed class CubeCounter(Baseline baseline, Likes likes)
{
    private readonly int[] _rows = new int[likes.Dimensions.Length];
    private readonly List<int> _seen = [];
    private int[] _room = [];

    /// <summary>The cells of a segment by dimension, in the order in which rows come, which is the same on every machine.</summary>
    public IEnumerable<(string Dimension, CubeCell[] Cells)> CellsOf(Segment segment)
    {
        if (baseline.Coder is null)
            Count(baseline.Ruling.Rows.Of(segment, ref _room), likes.OfTreatments);
        else
            CountByKind(segment);
        var cells = _seen.Where(number => likes.Dimensions[number] is not null).GroupBy(number => likes.Dimensions[number]!, (dimension, numbers) => (dimension, Cells(numbers))).ToArray();
        foreach (var number in _seen)
            _rows[number] = 0;
        _seen.Clear();
        return cells;
    }

    private void CountByKind(Segment segment)
    {
        foreach (var run in baseline.Ruling.Treatments.Runs(segment))
            Count(baseline.Columns.Kind.AsSpan(run.Start, run.End - run.Start), likes.OfKinds(run.Treatments));
    }

    private void Count(ReadOnlySpan<int> rows, ReadOnlySpan<int> numbers)
    {
        foreach (var row in rows)
        {
            if (_rows[numbers[row]]++ == 0)
                _seen.Add(numbers[row]);
        }
    }

    private CubeCell[] Cells(IEnumerable<int> numbers) =>
        [.. numbers.Select((number, place) => new CubeCell(place, likes[number].Alike, likes[number].Less, likes[number].More, _rows[number]))];
}
