using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>How far an index is from another band; being in none counts as a band.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">In which period.</param>
/// <param name="Value">Its aggregate.</param>
/// <param name="Band">Its band; <see cref="RuleSet.NoBand"/> for none.</param>
/// <param name="Up">The smallest change upwards that enters another; null where there is no other above.</param>
/// <param name="Down">The smallest change downwards that enters another; null where there is no other below.</param>
public sealed record BandDistance(string Relationship, string Dimension, PeriodId Period, FixedPoint Value, string Band, BandEntered? Up, BandEntered? Down)
{
    /// <summary>The distances of every index whose dimension has bands. On a scale of whole numbers, whole numbers are entered; on one that rounds, values with nine decimals. Refuses where one is too large to be counted.</summary>
    public static Decision<ImmutableArray<BandDistance>> Of(RuleSet rules, RuledIndices figures)
    {
        var scales = rules.Bands.ToDictionary(s => s.Dimension, s => new BandRanges(s));
        return TooLarge.Refused<ImmutableArray<BandDistance>>(rules, () => [.. from index in figures.Indices where scales.ContainsKey(index.Dimension) select Of(index, scales[index.Dimension])]);
    }

    private static BandDistance Of(RuledIndex index, BandRanges ranges) => new(
        index.Relationship, index.Dimension, index.Period, index.Aggregate, ranges.Of(index.Aggregate),
        Entered(ranges.Above(index.Aggregate), index.Aggregate), Entered(ranges.Below(index.Aggregate), index.Aggregate));

    private static BandEntered? Entered((FixedPoint Value, string Band)? nearest, FixedPoint from) =>
        nearest is { } entered ? new BandEntered(entered.Value - from, entered.Value, entered.Band) : null;
}

/// <summary>The nearest value that lies in another band.</summary>
/// <param name="Change">From the index to it.</param>
/// <param name="Value">It.</param>
/// <param name="Band">Its band; <see cref="RuleSet.NoBand"/> for none.</param>
public sealed record BandEntered(FixedPoint Change, FixedPoint Value, string Band);
