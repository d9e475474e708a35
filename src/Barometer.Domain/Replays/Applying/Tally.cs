namespace Barometer.Domain.Replays;

/// <summary>How many rows of a segment have one treatment.</summary>
internal readonly record struct Cell(int Treatment, int Rows);

/// <summary>Counts the rows of a segment by their treatment: one pass over one column, and what follows costs cells instead of rows.</summary>
internal sealed class Tally
{
    private int[] _rows = new int[64];
    private Cell[] _cells = new Cell[65];
    private int _seen;

    /// <summary>The cells of a segment, until the next is counted.</summary>
    /// <param name="treatments">The treatments.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="treatmentOfRow">The treatment of each row; empty where the kind of a row tells it.</param>
    public ReadOnlySpan<Cell> Of(Treatments treatments, Segment segment, int[] treatmentOfRow)
    {
        _seen = 0;
        if (treatmentOfRow.Length > 0)
        {
            foreach (var treatment in treatmentOfRow.AsSpan(segment.Start, segment.End - segment.Start))
                Count(treatment);
        }
        else
        {
            foreach (var run in treatments.Runs(segment))
            {
                foreach (var kind in treatments.Columns.Kind.AsSpan(run.Start, run.End - run.Start))
                    Count(run.Treatments[kind]);
            }
        }

        for (var place = 0; place < _seen; place++)
        {
            ref var cell = ref _cells[place];
            cell = cell with { Rows = _rows[cell.Treatment] };
            _rows[cell.Treatment] = 0;
        }

        return _cells.AsSpan(0, _seen);
    }

    // Every treatment is written down, and stays where it is seen for the first time: a branch here would be guessed wrong half of the time.
    private void Count(int treatment)
    {
        if (treatment >= _rows.Length)
            Grow(treatment);
        _cells[_seen] = new Cell(treatment, 0);
        _seen += _rows[treatment]++ == 0 ? 1 : 0;
    }

    private void Grow(int treatment)
    {
        Array.Resize(ref _rows, Math.Max(treatment + 1, _rows.Length * 2));
        Array.Resize(ref _cells, _rows.Length + 1);
    }
}
