using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Replays.Summing;
using Barometer.Domain.Replays.Valuing;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>What one development posts to one line of an index: a line of a replay down to where it comes from.</summary>
/// <param name="Relationship">Of which relationship the index is.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">In which period.</param>
/// <param name="Reference">The development.</param>
/// <param name="Rule">The rule that changed it; null for the points assigned.</param>
/// <param name="Value">What it changes the aggregate by.</param>
public sealed record DevelopmentPosting(string Relationship, string Dimension, PeriodId Period, Reference Reference, string? Rule, FixedPoint Value)
{
    /// <summary>Every posting of every development, in the order of the columns: those to one line add up to it. What a rule does by itself is at no development.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="columns">The developments.</param>
    /// <param name="from">The first period.</param>
    /// <param name="to">The last period.</param>
    public static IEnumerable<DevelopmentPosting> Of(RuleSet rules, Columns columns, PeriodId from, PeriodId to)
    {
        var ruling = new Ruling(rules, columns, from, to);
        return columns.Segments.SelectMany(s => OfRows(ruling, s)).Concat(ruling.Shares.SelectMany((shares, relationship) => OfShares(ruling, relationship, shares)))
            .Where(p => ruling.Periods.IsAsked(p.Period));
    }

    private static IEnumerable<DevelopmentPosting> OfRows(Ruling ruling, Segment segment)
    {
        int[] room = [], treatments = ruling.Rows.Of(segment, ref room).ToArray();
        return from row in Enumerable.Range(0, segment.Length)
               from effect in ruling.Effects.PostingsOf(treatments[row])
               select new DevelopmentPosting(
                   ruling.Columns.Relationships[segment.Relationship].Key, ruling.Treatments.Dimensions[effect.Dimension], segment.Period,
                   ruling.Columns.ReferenceOf(segment.Relationship, segment.Start + row), Account.RuleOf(effect.Line, ruling.Rules.Rules)?.Id, effect.Positive + effect.Negative);
    }

    private static IEnumerable<DevelopmentPosting> OfShares(Ruling ruling, int relationship, Share[] shares)
    {
        foreach (var ofRow in shares.GroupBy(s => s.Row))
        {
            var first = ofRow.First();
            var worth = ruling.Effects.Worths[first.Treatment];
            yield return Posting(first, first.Filed, -(worth.Positive + worth.Negative));
            foreach (var share in ofRow)
                yield return Posting(share, share.Period, share.Positive + share.Negative);
        }

        DevelopmentPosting Posting(Share share, PeriodId period, FixedPoint value) => new(
            ruling.Columns.Relationships[relationship].Key, ruling.Treatments.Dimensions[ruling.Effects.Worths[share.Treatment].Dimension], period,
            ruling.Columns.ReferenceOf(relationship, share.Row), ruling.Rules.Rules[share.Rule].Id, value);
    }
}
