using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Comparing;

/// <summary>An index replayed, beside what it is compared with.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">In which period.</param>
/// <param name="Value">The index under the replay's rules.</param>
/// <param name="Positive">Its positive sum.</param>
/// <param name="Negative">Its negative sum.</param>
/// <param name="Developments">How many developments count in it.</param>
/// <param name="Band">Its colour: "none" where it lies in no band, null where the rules have no scale for the dimension.</param>
/// <param name="Rank">Its place among the relationships of the period and dimension, the highest value first; equal values share the better place.</param>
/// <param name="Against">What it is compared with; null where there is nothing, as where nothing was printed.</param>
/// <param name="AgainstBand">The colour of that, under the rules compared with.</param>
/// <param name="AgainstRank">The place of that.</param>
/// <param name="Lines">What the difference is made of, step by step; where it is compared with nothing, what the index itself is made of.</param>
public sealed record ReplayedIndex(
    string Relationship,
    string Dimension,
    PeriodId Period,
    FixedPoint Value,
    FixedPoint Positive,
    FixedPoint Negative,
    long Developments,
    string? Band,
    int Rank,
    FixedPoint? Against,
    string? AgainstBand,
    int? AgainstRank,
    ImmutableArray<DifferenceLine> Lines)
{
    /// <summary>The value less what it is compared with; null where it is compared with nothing.</summary>
    /// <exception cref="OverflowException">They lie too far apart; thrown at once, and not where it is first looked at.</exception>
    public FixedPoint? Difference { get; } = Value - Against;
}
