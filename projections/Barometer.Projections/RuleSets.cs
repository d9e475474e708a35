using Barometer.Domain.RuleSets;
using JasperFx.Events;
using Marten.Events.Aggregation;

namespace Barometer.Projections;

/// <summary>Which versions are there of a rule set, what do they say, and what became of them?</summary>
public sealed class RuleSets : SingleStreamProjection<RuleSetVersions, string>
{
    /// <summary>Follows the streams of rule sets.</summary>
    public RuleSets()
    {
        Name = "rule_sets";
        IncludeType<RuleSetDrafted>();
        IncludeType<RuleSetPublished>();
        IncludeType<RuleSetRetired>();
    }

    /// <inheritdoc />
    public override RuleSetVersions? Evolve(RuleSetVersions? snapshot, string id, IEvent e) => RuleSetVersions.Fold(snapshot, e.Data);
}
