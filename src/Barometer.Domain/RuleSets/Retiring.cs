using Barometer.Domain.Record;

namespace Barometer.Domain.RuleSets;

/// <summary>Retires a published version: no closing pins it from now on, and it is not taken unless its version is said.</summary>
/// <param name="Name">What it is called by.</param>
/// <param name="Version">Which version.</param>
/// <param name="Reason">Why.</param>
/// <param name="Actor">Who retires it.</param>
public sealed record RetireRuleSet(string Name, int Version, string Reason, string Actor);

/// <summary>A version of a rule set was retired. What was closed under it stays as it is, and it can still be replayed.</summary>
/// <param name="Name">What it is called by.</param>
/// <param name="Version">Which version.</param>
/// <param name="Reason">Why.</param>
/// <param name="Actor">Who retired it.</param>
public sealed record RuleSetRetired(string Name, int Version, string Reason, string Actor);

/// <summary>The decision to retire.</summary>
public static class Retiring
{
    /// <summary>Retires a version that is published, for a reason.</summary>
    /// <param name="command">What was asked.</param>
    /// <param name="versions">The versions there are of it; null for none.</param>
    public static Decision<RuleSetRetired> Decide(RetireRuleSet command, RuleSetVersions? versions)
    {
        if (Shipped.Has(command.Name))
            return Refusal.Rule($"'{command.Name}' comes with every barometer, and is not retired.");
        if (versions is null)
            return Refusal.NotFound($"There is no rule set '{command.Name}'.");
        if (versions.Published.FirstOrDefault(p => p.Version == command.Version) is not { } published)
            return Refusal.NotFound($"{command.Name}@{command.Version} is not published; there is {string.Join(", ", versions.Said)}.");
        if (published.RetiredBecause is { } because)
            return Refusal.Rule($"{command.Name}@{command.Version} was retired already: {because}");
        return string.IsNullOrWhiteSpace(command.Reason)
            ? Refusal.Usage($"Say why {command.Name}@{command.Version} is retired.").Until(RemedyKind.GiveReason)
            : new RuleSetRetired(command.Name, command.Version, command.Reason, command.Actor);
    }
}
