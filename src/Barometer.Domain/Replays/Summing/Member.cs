using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Summing;

/// <summary>A development that counts in a period, as filed on record or as rules file it.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Day">The day on which it counts there.</param>
/// <param name="Treatment">Its treatment.</param>
/// <param name="Positive">What of its positive part counts there.</param>
/// <param name="Negative">What of its negative part counts there.</param>
internal readonly record struct Member(int Row, int Day, int Treatment, FixedPoint Positive, FixedPoint Negative);
