using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.Record;

namespace Barometer.Domain.RuleSets;

/// <summary>Publishes what is drafted of a rule set.</summary>
/// <param name="Name">What it is called by.</param>
/// <param name="Version">Which version was seen; null for whatever is drafted.</param>
/// <param name="Actor">Who publishes it.</param>
public sealed record PublishRuleSet(string Name, int? Version, string Actor);

/// <summary>A rule set was published: from now on it never changes.</summary>
/// <param name="RuleSet">Name, version and digest.</param>
/// <param name="Document">The document, whole.</param>
/// <param name="Actor">Who published it.</param>
public sealed record RuleSetPublished(RuleSetPin RuleSet, JsonElement Document, string Actor)
{
    /// <summary>The name of a rule set's stream.</summary>
    public static string StreamOf(string name) => $"rule-set/{name}";
}

/// <summary>The decision to publish a rule set.</summary>
public static class PublishingRules
{
    /// <summary>Publishes a draft that is the next version, and that names only what the barometer has.</summary>
    /// <param name="command">What was asked.</param>
    /// <param name="settings">The barometer's settings.</param>
    /// <param name="versions">The versions there are of it; null for none.</param>
    public static Decision<RuleSetPublished> Decide(PublishRuleSet command, Settings settings, RuleSetVersions? versions)
    {
        if (Shipped.Has(command.Name))
            return Refusal.Rule($"'{command.Name}' comes with every barometer, and is published.");
        if (versions is null)
            return Refusal.NotFound($"There is no rule set '{command.Name}'; draft it first.").Until(RemedyKind.DraftRules);
        if (versions.Draft is not { } draft)
            return Refusal.Rule($"Nothing is drafted of {command.Name}; there is {string.Join(", ", versions.Said)}.").Until(RemedyKind.DraftRules);
        if (command.Version is { } seen && seen != draft.Version)
            return Refusal.Rule($"{command.Name}@{draft.Version} is drafted, not {command.Name}@{seen}.");
        if (draft.Version != versions.Next)
            return Refusal.Rule($"{command.Name}@{draft.Version} is drafted, and {command.Name}@{versions.Next} comes next; draft it with that version.").Until(RemedyKind.DraftRules);
        return RuleSet.Read(draft.Document).Accepted(out var rules, out var refusal)
            ? Naming.Known(rules, settings).Then(known => new RuleSetPublished(known.Pin, draft.Document, command.Actor))
            : refusal;
    }
}
