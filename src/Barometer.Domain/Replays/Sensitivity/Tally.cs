using Barometer.Domain.Replays.Judging;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>How many rows have one treatment.</summary>
internal readonly record struct Cell(int Treatment, int Rows);

/// <summary>Counts rows by their treatment, in the order in which treatments are first seen.</summary>
/// <param name="treatments">How many treatments there are.</param>
internal sealed class Tally(int treatments)
{
    private readonly int[] _rows = new int[treatments];
    private readonly Cell[] _cells = new Cell[treatments + 1];

    /// <summary>The cells of some rows.</summary>
    /// <param name="treatments">The treatment of each row.</param>
    public Cell[] Of(ReadOnlySpan<int> treatments)
    {
        var seen = 0;
        foreach (var treatment in treatments)
        {
            // Every treatment is written down, and stays where it is seen for the first time: a branch here would be guessed wrong half of the time.
            _cells[seen] = new Cell(treatment, 0);
            seen += _rows[treatment]++ == 0 ? 1 : 0;
        }

        var cells = _cells[..seen];
        for (var place = 0; place < seen; place++)
        {
            cells[place] = cells[place] with { Rows = _rows[cells[place].Treatment] };
            _rows[cells[place].Treatment] = 0;
        }

        return cells;
    }
}
