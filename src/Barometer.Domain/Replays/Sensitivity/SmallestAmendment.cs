using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>
/// The least change of points, on one development in one dimension and within the barometer's range, that brings an index into another band, or into none or
/// out of it. Its size is by how many points both parts move. Each is found by computing the index again.
/// </summary>
/// <param name="RuleSet">Under which rules.</param>
/// <param name="Positions">How far the record had come.</param>
/// <param name="Relationship">The index's relationship.</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Period">Its period.</param>
/// <param name="Value">Its aggregate.</param>
/// <param name="Band">Its band; <see cref="RuleSet.NoBand"/> for none.</param>
/// <param name="Size">The least size; null where no amendment of one development does it.</param>
/// <param name="Amendments">Every amendment of that size that does it.</param>
/// <param name="Least">Where none does it: how many developments have to be amended.</param>
public sealed record SmallestAmendment(
    RuleSetPin RuleSet, Positions Positions, string Relationship, string Dimension, PeriodId Period, FixedPoint Value, string Band,
    int? Size, ImmutableArray<BandAmendment> Amendments, LeastDevelopments? Least)
{
    /// <summary>Finds it; refuses an index that there is not, and one without bands.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="columns">The developments.</param>
    /// <param name="relationship">The index's relationship.</param>
    /// <param name="dimension">Its dimension.</param>
    /// <param name="period">Its period.</param>
    /// <param name="progress">Is told how many amendments were tried.</param>
    /// <param name="stop">Stops it.</param>
    public static Decision<SmallestAmendment> Of(
        RuleSet rules, Columns columns, string relationship, string dimension, PeriodId period, IProgress<int>? progress = null, CancellationToken stop = default)
    {
        var place = columns.Relationships.Select(r => r.Key).ToList().IndexOf(relationship);
        if (place < 0)
            return Refusal.NotFound($"There is no relationship '{relationship}'; {columns.Settings.Name} has {string.Join(", ", columns.Relationships.Select(r => r.Key))}.");
        if (rules.Scale(dimension) is null)
            return Refusal.NotFound($"{rules.Pin} has no bands for '{dimension}'.");
        return TooLarge.Refused(rules, () => new AmendedReplay(rules, columns, place, dimension, period, progress, stop).Smallest());
    }
}

/// <summary>The points of one development in one dimension, amended.</summary>
/// <param name="Reference">The development.</param>
/// <param name="From">The score as it stands.</param>
/// <param name="To">The score that it would be.</param>
public sealed record ScoreAmended(Reference Reference, Score From, Score To)
{
    /// <summary>By how many points both parts move.</summary>
    public int Size => Math.Abs(To.Positive - From.Positive) + Math.Abs(To.Negative - From.Negative);
}

/// <summary>An amendment that brings the index into another band.</summary>
/// <param name="Amended">What is amended.</param>
/// <param name="Value">The index then.</param>
/// <param name="Band">Its band then; <see cref="RuleSet.NoBand"/> for none.</param>
public sealed record BandAmendment(ScoreAmended Amended, FixedPoint Value, string Band);

/// <summary>How many developments have to be amended to bring the index into another band.</summary>
/// <param name="Number">How many; null where no number was found that does it.</param>
/// <param name="IsProven">True where fewer cannot do it, or, without a number, where none can.</param>
/// <param name="How">How it was found.</param>
/// <param name="Example">Amendments that do it.</param>
/// <param name="Value">The index with them.</param>
/// <param name="Band">Its band with them.</param>
public sealed record LeastDevelopments(int? Number, bool IsProven, string How, ImmutableArray<ScoreAmended> Example, FixedPoint? Value, string? Band);
