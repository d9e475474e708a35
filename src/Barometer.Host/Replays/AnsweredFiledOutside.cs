using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Host.Replays;

/// <summary>What rules file into a period that is not asked for.</summary>
/// <param name="Period">In which it counts.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Value">What counts there.</param>
/// <param name="Developments">Of how many developments.</param>
public sealed record AnsweredFiledOutside(PeriodId Period, string Rule, FixedPoint Value, long Developments);
