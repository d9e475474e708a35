using Barometer.Domain.Developments;

namespace Barometer.Domain.Replays.Rows;

/// <summary>What many developments have in common that rules look at: their classification, and their points in one dimension.</summary>
/// <param name="Classification">What kind of development.</param>
/// <param name="Dimension">The dimension scored; null for an unscored development.</param>
/// <param name="Positive">The assigned positive part, 0 or more.</param>
/// <param name="Negative">The assigned negative part, 0 or less.</param>
public sealed record Kind(Classification Classification, string? Dimension, int Positive, int Negative);
