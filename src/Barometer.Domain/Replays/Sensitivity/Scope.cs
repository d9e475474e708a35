using System.Collections.Immutable;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>How far a change of one development reaches under a rule set.</summary>
internal static class Scope
{
    /// <summary>True where an index is the sum of what its developments are worth, each by itself.</summary>
    public static bool IsAdditive(RuleSet rules) => !Reach.Any(rules, reach => !reach.IsAlone);

    /// <summary>True where a development can keep out one of another relationship.</summary>
    public static bool CrossesRelationships(RuleSet rules) => Reach.Any(rules, reach => reach.AcrossRelationships);

    /// <summary>True where a development of one period can change an index of another.</summary>
    public static bool CrossesPeriods(RuleSet rules) => Reach.Any(rules, reach => reach.AcrossPeriods);

    /// <summary>The columns that are needed to compute the indices of some relationships.</summary>
    public static Columns Of(RuleSet rules, Columns columns, ImmutableArray<int> relationships) =>
        CrossesRelationships(rules) ? columns : columns.Where((segment, _) => relationships.Contains(segment.Relationship));
}
