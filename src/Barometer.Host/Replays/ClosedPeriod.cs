using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Comparing;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Host.Replays;

/// <summary>A period as it was closed, and what was recorded of it since: what a replay is compared with.</summary>
/// <param name="Period">Which period.</param>
/// <param name="Rules">The rules that it was closed under.</param>
/// <param name="Then">Its indices under these, as of its closing.</param>
/// <param name="Columns">The record as of the replay, with titles where these rules ask for them.</param>
/// <param name="Moved">Its movements from the closing to the replay.</param>
internal sealed record ClosedPeriod(PeriodId Period, RuleSet Rules, RuledIndices Then, Columns Columns, ImmutableArray<Movement> Moved)
{
    /// <summary>Its indices of a replay beside those of its closing; refuses where a value grows too large.</summary>
    /// <param name="rules">The replay's rules.</param>
    /// <param name="replayed">What the replay comes to, in every period.</param>
    public Decision<ImmutableArray<ReplayedIndex>> Beside(RuleSet rules, RuledIndices replayed)
    {
        var ofPeriod = replayed with { Indices = [.. replayed.Indices.Where(i => i.Period == Period)] };
        return RuledIndices.Of(Rules, Columns, Period, Period).Accepted(out var now, out var refusal)
            ? ReplayDifference.Of(rules, ofPeriod, new Comparand.Ruled(Rules, Then, now, ByCause()))
            : refusal;
    }

    /// <summary>What each development posts to it under the rules of the closing, as of the replay.</summary>
    public IEnumerable<DevelopmentPosting> Postings() => DevelopmentPosting.Of(Rules, Columns, Period, Period);

    private ImmutableArray<MovedByCause> ByCause() =>
    [
        .. from m in Moved
           group m by (m.Place.Relationship, m.Dimension, m.Cause) into g
           select new MovedByCause(g.Key.Relationship, g.Key.Dimension, Period, g.Key.Cause, FixedPoint.Of(g.Sum(m => m.Aggregate)), g.Select(m => m.Reference).Distinct().Count()),
    ];
}
