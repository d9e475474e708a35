using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>What rules file from a period that is asked for into one that is not: it is missing from the indices told, and not lost.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Filed">The period filed under.</param>
/// <param name="Period">The period in which it counts.</param>
/// <param name="Rule">The rule that files it there, by its id.</param>
/// <param name="Value">What counts there, before caps.</param>
/// <param name="Developments">Of how many developments.</param>
public sealed record FiledOutside(string Relationship, string Dimension, PeriodId Filed, PeriodId Period, string Rule, FixedPoint Value, long Developments);
