using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.Record;

namespace Barometer.Domain.RuleSets;

/// <summary>Drafts a rule set, in place of what was drafted under its name.</summary>
/// <param name="Document">The document, whole.</param>
/// <param name="Actor">Who drafts it.</param>
public sealed record DraftRuleSet(JsonElement Document, string Actor);

/// <summary>A rule set was drafted.</summary>
/// <param name="Name">What it is called by.</param>
/// <param name="Version">Which version it will be.</param>
/// <param name="Document">The document, whole.</param>
/// <param name="Actor">Who drafted it.</param>
public sealed record RuleSetDrafted(string Name, int Version, JsonElement Document, string Actor);

/// <summary>The decision to draft.</summary>
public static class Drafting
{
    /// <summary>Drafts what is a rule set, under a name that is not reserved, in a version that is not published, and that names only what the barometer has.</summary>
    /// <param name="command">What was asked.</param>
    /// <param name="rules">The rule set that it is a version of.</param>
    /// <param name="settings">The barometer's settings.</param>
    /// <param name="versions">The versions there are of it; null for none.</param>
    public static Decision<RuleSetDrafted> Decide(DraftRuleSet command, RuleSet rules, Settings settings, RuleSetVersions? versions)
    {
        if (Shipped.Has(rules.Name))
            return Refusal.Rule($"'{rules.Name}' comes with every barometer and never changes; give yours another name.");
        if (versions is not null && rules.Version < versions.Next)
            return Refusal.Rule($"{rules.Pin} is published and never changes; the next version of {rules.Name} is {versions.Next}.");
        return Naming.Known(rules, settings).Then(known => new RuleSetDrafted(known.Name, known.Version, known.Document, command.Actor));
    }
}
