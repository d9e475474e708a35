using Barometer.Domain.Periods;

namespace Barometer.Domain.Replays.Rows;

/// <summary>The rows of one relationship and period, which lie side by side in the columns.</summary>
/// <param name="Relationship">The relationship's place in <see cref="Columns.Relationships"/>.</param>
/// <param name="Period">The period filed under.</param>
/// <param name="Start">Its first row.</param>
/// <param name="End">The row after its last.</param>
public readonly record struct Segment(int Relationship, PeriodId Period, int Start, int End)
{
    /// <summary>How many rows.</summary>
    public int Length => End - Start;
}
