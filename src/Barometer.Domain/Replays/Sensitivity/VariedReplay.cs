namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Computes the aggregates of the baseline's indices under drawn numbers.</summary>
internal abstract class VariedReplay
{
    /// <summary>How many draws are computed at once.</summary>
    public abstract int Width { get; }

    /// <summary>The aggregates in billionths: of each index one after another, for each of them its draws side by side, <see cref="Width"/> places.</summary>
    /// <param name="draws">At most <see cref="Width"/>.</param>
    public abstract long[] Aggregates(ReadOnlySpan<Draw> draws);
}
