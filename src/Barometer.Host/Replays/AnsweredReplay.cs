using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Host.Replays;

/// <summary>An index, or a composite, as a replay answers it.</summary>
public sealed record AnsweredReplay
{
    /// <summary>What the replay is saved under.</summary>
    public required string Replay { get; init; }

    /// <summary>Under which rules.</summary>
    public required string RuleSet { get; init; }

    /// <summary>The digest of their document.</summary>
    public required string Digest { get; init; }

    /// <summary>Of which relationship; absent for a composite.</summary>
    public string? Relationship { get; init; }

    /// <summary>Whom it is between, where that was said.</summary>
    public ImmutableArray<string>? Parties { get; init; }

    /// <summary>The composite's id; absent for an index.</summary>
    public string? Composite { get; init; }

    /// <summary>In which dimension; absent for a composite.</summary>
    public string? Dimension { get; init; }

    /// <summary>In which period.</summary>
    public required PeriodId Period { get; init; }

    /// <summary>The value; absent where a composite has none.</summary>
    public FixedPoint? Value { get; init; }

    /// <summary>Its positive sum.</summary>
    public FixedPoint? Positive { get; init; }

    /// <summary>Its negative sum, 0 or less.</summary>
    public FixedPoint? Negative { get; init; }

    /// <summary>How many developments count in it.</summary>
    public long? Developments { get; init; }

    /// <summary>Its colour, "none" where it lies in no band; absent where the rules have no scale for the dimension.</summary>
    public string? Band { get; init; }

    /// <summary>Its place among the relationships of the period and dimension, the highest value first.</summary>
    public int? Rank { get; init; }

    /// <summary>What it is compared with: points, printed, closing, or a rule set.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>The value compared with; absent where there is none.</summary>
    public FixedPoint? Against { get; init; }

    /// <summary>The colour of that.</summary>
    public string? AgainstBand { get; init; }

    /// <summary>The place of that.</summary>
    public int? AgainstRank { get; init; }

    /// <summary>The value less what it is compared with.</summary>
    public FixedPoint? Difference { get; init; }

    /// <summary>What the difference is made of, step by step; it adds up to it.</summary>
    public ImmutableArray<AnsweredLine>? Lines { get; init; }

    /// <summary>What each development posts under the replay's rules, where asked for.</summary>
    public ImmutableArray<AnsweredPosting>? Postings { get; init; }

    /// <summary>What of the relationship and period the rules cannot code; told with its first dimension.</summary>
    public ImmutableArray<AnsweredNotCoded>? NotCoded { get; init; }

    /// <summary>What rules file from here into periods that are not asked for.</summary>
    public ImmutableArray<AnsweredFiledOutside>? FiledOutside { get; init; }

    /// <summary>What went into a composite.</summary>
    public ImmutableArray<CompositePartFigure>? Parts { get; init; }

    /// <summary>Why a composite has no value.</summary>
    public string? Why { get; init; }

    /// <summary>The last position of the relationship's stream that is counted; for a composite the positions of all.</summary>
    public required object AsOf { get; init; }
}
