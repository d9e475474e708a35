using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Valuing;

/// <summary>What one development of a treatment posts to one line.</summary>
/// <param name="Dimension">In which dimension, by its place.</param>
/// <param name="Line">To which line.</param>
/// <param name="Positive">The change of the positive sum.</param>
/// <param name="Negative">The change of the negative sum.</param>
internal readonly record struct Effect(int Dimension, int Line, FixedPoint Positive, FixedPoint Negative);
