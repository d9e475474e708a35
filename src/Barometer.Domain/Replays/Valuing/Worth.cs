using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Valuing;

/// <summary>What a development is worth in the end.</summary>
/// <param name="Dimension">The dimension in which it counts, by its place; -1 where it counts in none.</param>
/// <param name="Positive">Its positive part.</param>
/// <param name="Negative">Its negative part.</param>
/// <param name="Saturates">True where saturation is about it.</param>
internal readonly record struct Worth(int Dimension, FixedPoint Positive, FixedPoint Negative, bool Saturates)
{
    /// <summary>True where it moves sums.</summary>
    public bool Counts => Dimension >= 0;
}
