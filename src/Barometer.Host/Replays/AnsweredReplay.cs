using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Comparing;
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

    /// <summary>Every index of a result, in the order of the settings, then the composites.</summary>
    internal static ImmutableArray<AnsweredReplay> Of(ReplayQuestion question, Settings settings, ReplayResult result, LinePostings? postings)
    {
        var id = question.Id();
        var order = settings.Relationships.Select((r, place) => (r.Key, place)).ToDictionary(r => r.Key, r => r.place);
        var dimensions = settings.Relationships.SelectMany(r => r.Dimensions).Select(d => d.Key).Distinct().ToList();
        var notCoded = result.NotCoded.ToLookup(n => (n.Relationship, n.Period));
        var outside = (result.FiledOutside ?? []).ToLookup(f => (f.Relationship, f.Dimension, f.Filed));
        var told = new HashSet<(string, PeriodId)>();
        // A relationship of which nothing can be coded is answered too: as 0 developments, with what they are.
        var silent = result.NotCoded.Select(n => (n.Relationship, n.Period)).Distinct().Except(result.Indices.Select(i => (i.Relationship, i.Period)))
            .Select(n => new ReplayedIndex(n.Relationship, settings.Relationships[order[n.Relationship]].Dimensions[0].Key, n.Period, default, default, default, 0, null, 0, null, null, null, []));
        var indices = result.Indices.Concat(silent).OrderBy(i => i.Period.FirstDay).ThenBy(i => order[i.Relationship]).ThenBy(i => dimensions.IndexOf(i.Dimension));
        return [.. indices.Select(Index), .. result.Composites.Select(Composed)];

        AnsweredReplay Index(ReplayedIndex i) => new()
        {
            Replay = id,
            RuleSet = question.RuleSet.ToString(),
            Digest = question.RuleSet.Digest,
            Relationship = i.Relationship,
            Parties = settings.Relationships[order[i.Relationship]].Parties is { IsDefaultOrEmpty: false } parties ? parties : null,
            Dimension = i.Dimension,
            Period = i.Period,
            Value = i.Value,
            Positive = i.Positive,
            Negative = i.Negative,
            Developments = i.Developments,
            Band = i.Band,
            Rank = i.Rank > 0 ? i.Rank : null,
            ComparedWith = question.Against,
            Against = i.Against,
            AgainstBand = i.AgainstBand,
            AgainstRank = i.AgainstRank,
            Difference = i.Difference,
            Lines = [.. i.Lines.Select(l => AnsweredLine.Of(l, postings?.Of((i.Relationship, i.Dimension, i.Period), l)))],
            Postings = postings is null ? null : [.. postings.Under((i.Relationship, i.Dimension, i.Period)).Select(p => new AnsweredPosting(p.Reference, p.Rule, p.Value))],
            NotCoded = told.Add((i.Relationship, i.Period)) && notCoded[(i.Relationship, i.Period)].Select(n => new AnsweredNotCoded(n.What, n.Developments)).ToImmutableArray() is { IsEmpty: false } named ? named : null,
            FiledOutside = outside[(i.Relationship, i.Dimension, i.Period)].Select(f => new AnsweredFiledOutside(f.Period, f.Rule, f.Value, f.Developments)).ToImmutableArray() is { IsEmpty: false } filed ? filed : null,
            AsOf = question.Positions[i.Relationship],
        };

        AnsweredReplay Composed(CompositeFigure c) => new()
        {
            Replay = id,
            RuleSet = question.RuleSet.ToString(),
            Digest = question.RuleSet.Digest,
            Composite = c.Composite,
            Period = c.Period,
            Value = c.Value,
            Parts = c.Parts,
            Why = c.Why,
            AsOf = question.Positions,
        };
    }
}

/// <summary>What a development posts to an index.</summary>
/// <param name="Reference">The development.</param>
/// <param name="Rule">The rule that changed it; absent for the points assigned.</param>
/// <param name="Value">What it changes the index by.</param>
public sealed record AnsweredPosting(Reference Reference, string? Rule, FixedPoint Value);

/// <summary>Developments that the rules cannot code.</summary>
/// <param name="What">Their code, else their type.</param>
/// <param name="Developments">How many.</param>
public sealed record AnsweredNotCoded(string What, long Developments);

/// <summary>What rules file into a period that is not asked for.</summary>
/// <param name="Period">In which it counts.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Value">What counts there.</param>
/// <param name="Developments">Of how many developments.</param>
public sealed record AnsweredFiledOutside(PeriodId Period, string Rule, FixedPoint Value, long Developments);
