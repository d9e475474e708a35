using System.Collections.Immutable;

namespace Barometer.Domain.RuleSets;

/// <summary>The rule sets that every barometer knows without recording them. Their names are reserved, and what is published of them never changes: another document is another version.</summary>
public static class Shipped
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static ImmutableArray<RuleSet> All { get; } =
    [
        RuleSet.AsPublished,
        Embedded.Rules("Shipped.cameo-goldstein.json"),
        Embedded.Rules("Shipped.plover-2021.json"),
        Embedded.Rules("Shipped.plover-2021-corrected.json"),
        Embedded.Rules("Shipped.by-level.json"),
        Embedded.Rules("Shipped.deeds-not-words.json"),
    ];

    /// <summary>True for a name that is reserved.</summary>
    public static bool Has(string name) => All.Any(r => r.Name == name);
}
