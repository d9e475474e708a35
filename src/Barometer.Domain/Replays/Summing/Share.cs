using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Summing;

/// <summary>A share of a development in a period that its dates propose.</summary>
/// <param name="Row">The development's row.</param>
/// <param name="Treatment">Its treatment.</param>
/// <param name="Rule">The rule that proposes it.</param>
/// <param name="Filed">The period filed under.</param>
/// <param name="Period">The period.</param>
/// <param name="Day">The day on which it counts there.</param>
/// <param name="Positive">What of its positive part counts there.</param>
/// <param name="Negative">What of its negative part counts there.</param>
internal readonly record struct Share(int Row, int Treatment, int Rule, PeriodId Filed, PeriodId Period, int Day, FixedPoint Positive, FixedPoint Negative);
