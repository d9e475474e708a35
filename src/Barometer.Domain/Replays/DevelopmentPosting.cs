using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
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
    public static IEnumerable<DevelopmentPosting> Of(RuleSet rules, Columns columns, PeriodId from, PeriodId to) => new Ruling(rules, columns, from, to).Postings();
}
