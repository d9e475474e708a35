using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Comparing;

namespace Barometer.Host.Replays;

/// <summary>Makes what a replay came to the answer that every door gives.</summary>
internal sealed class ReplayAnswering(ReplayQuestion question, Settings settings, ReplayResult result, LinePostings? postings)
{
    private readonly string _id = question.Id();
    private readonly Dictionary<string, int> _order = settings.Relationships.Select((r, place) => (r.Key, place)).ToDictionary(r => r.Key, r => r.place);
    private readonly List<string> _dimensions = [.. settings.Relationships.SelectMany(r => r.Dimensions).Select(d => d.Key).Distinct()];
    private readonly ILookup<(string, PeriodId), NotCoded> _notCoded = result.NotCoded.ToLookup(n => (n.Relationship, n.Period));
    private readonly ILookup<(string, string, PeriodId), FiledOutside> _outside = (result.FiledOutside ?? []).ToLookup(f => (f.Relationship, f.Dimension, f.Filed));
    private readonly HashSet<(string, PeriodId)> _told = [];

    /// <summary>Every index of the result, in the order of the settings, then the composites.</summary>
    public ImmutableArray<AnsweredReplay> All() =>
    [
        .. result.Indices.Concat(Silent()).OrderBy(i => i.Period.FirstDay).ThenBy(i => _order[i.Relationship]).ThenBy(i => _dimensions.IndexOf(i.Dimension)).Select(Index),
        .. result.Composites.Select(Composed),
    ];

    // A relationship of which nothing can be coded is answered too: as 0 developments, with what they are.
    private IEnumerable<ReplayedIndex> Silent() =>
        result.NotCoded.Select(n => (n.Relationship, n.Period)).Distinct().Except(result.Indices.Select(i => (i.Relationship, i.Period)))
            .Select(n => new ReplayedIndex(n.Relationship, Told(n.Relationship).Dimensions[0].Key, n.Period, default, default, default, 0, null, 0, null, null, null, []));

    private AnsweredReplay Index(ReplayedIndex i) => new()
    {
        Replay = _id,
        RuleSet = question.RuleSet.ToString(),
        Digest = question.RuleSet.Digest,
        Relationship = i.Relationship,
        Parties = Told(i.Relationship).Parties is { IsDefaultOrEmpty: false } parties ? parties : null,
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
        NotCoded = _told.Add((i.Relationship, i.Period)) ? NotCodedOf(i) : null,
        FiledOutside = FiledOutsideOf(i),
        AsOf = question.Positions[i.Relationship],
    };

    private AnsweredReplay Composed(CompositeFigure c) => new()
    {
        Replay = _id,
        RuleSet = question.RuleSet.ToString(),
        Digest = question.RuleSet.Digest,
        Composite = c.Composite,
        Period = c.Period,
        Value = c.Value,
        Parts = c.Parts,
        Why = c.Why,
        AsOf = question.Positions,
    };

    private Relationship Told(string relationship) => settings.Relationships[_order[relationship]];

    private ImmutableArray<AnsweredNotCoded>? NotCodedOf(ReplayedIndex i) =>
        _notCoded[(i.Relationship, i.Period)].Select(n => new AnsweredNotCoded(n.What, n.Developments)).ToImmutableArray() is { IsEmpty: false } named ? named : null;

    private ImmutableArray<AnsweredFiledOutside>? FiledOutsideOf(ReplayedIndex i) =>
        _outside[(i.Relationship, i.Dimension, i.Period)].Select(f => new AnsweredFiledOutside(f.Period, f.Rule, f.Value, f.Developments)).ToImmutableArray() is { IsEmpty: false } filed ? filed : null;
}
