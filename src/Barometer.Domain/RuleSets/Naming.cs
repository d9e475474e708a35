using Barometer.Domain.Barometers;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets.Reading;

namespace Barometer.Domain.RuleSets;

/// <summary>The relationships and dimensions that a rule set names.</summary>
public static class Naming
{
    /// <summary>The rule set, or a refusal where what it counts by names what the barometer does not have: it would count as nothing, and nobody would see it. Bands may be for dimensions of other barometers.</summary>
    public static Decision<RuleSet> Known(RuleSet rules, Settings settings)
    {
        var relationships = settings.Relationships.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var dimensions = settings.Relationships.SelectMany(r => r.Dimensions).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, key) in Relationships(rules).Where(n => !relationships.Contains(n.Key)))
            return Unknown(id, "relationship", key, relationships);
        foreach (var (id, key) in Dimensions(rules).Where(n => !dimensions.Contains(n.Key)))
            return Unknown(id, "dimension", key, dimensions);
        return rules;

        Refusal Unknown(string id, string what, string key, IEnumerable<string> known) =>
            Refusal.Usage($"'{id}' of {rules.Pin} names the {what} '{key}', which {settings.Name} does not have{Nearest.Asked(key, known)}");
    }

    private static IEnumerable<(string Id, string Key)> Relationships(RuleSet rules) =>
    [
        .. from r in rules.Rules from c in r.When.Parts().OfType<OfRelationship>() from key in c.Keys select (r.Id, key),
        .. from p in rules.Composite?.Parts ?? [] select (rules.Composite!.Id, p.Relationship),
    ];

    private static IEnumerable<(string Id, string Key)> Dimensions(RuleSet rules)
    {
        foreach (var rule in rules.Rules)
        {
            foreach (var key in rule.When.Parts().OfType<InDimension>().SelectMany(c => c.Keys))
                yield return (rule.Id, key);
            if (rule.Act switch { Set set => set.Dimension, MoveTo move => move.Dimension, Compare compare => compare.Dimension, _ => null } is { } named)
                yield return (rule.Id, named);
        }

        if (rules.Composite is { } composite)
            yield return (composite.Id, composite.Dimension);
    }
}
