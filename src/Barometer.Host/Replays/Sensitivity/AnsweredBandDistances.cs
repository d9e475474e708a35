using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Sensitivity;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Host.Replays.Sensitivity;

/// <summary>How far an index is from other bands, as it is answered.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Value">Its value.</param>
/// <param name="Band">Its band; "none" for none.</param>
/// <param name="Up">The nearest value above it in another band; absent where there is none.</param>
/// <param name="Down">The nearest value below it in another band; absent where there is none.</param>
/// <param name="RuleSet">Under which rules.</param>
/// <param name="AsOf">The last position of the relationship's stream that is counted.</param>
public sealed record AnsweredBandDistance(
    string Relationship, string Dimension, PeriodId Period, FixedPoint Value, string Band, BandEntered? Up, BandEntered? Down, string RuleSet, long AsOf)
{
    internal static AnsweredBandDistance Of(BandDistance d, RuleSetPin rules, Positions positions) =>
        new(d.Relationship, d.Dimension, d.Period, d.Value, d.Band, d.Up, d.Down, rules.ToString(), positions[d.Relationship]);
}

/// <summary>How far indices are from other bands, and what that was computed from.</summary>
/// <param name="RuleSet">Under which rules.</param>
/// <param name="AsOf">How far the record had come; asked as of these, it is the same.</param>
/// <param name="From">The first period.</param>
/// <param name="To">The last period.</param>
/// <param name="Distances">By index and period, in the order of the barometer's settings.</param>
public sealed record AnsweredBandDistances(RuleSetPin RuleSet, Positions AsOf, PeriodId From, PeriodId To, ImmutableArray<AnsweredBandDistance> Distances);
