using System.Text.Json;

namespace Barometer.Domain.RuleSets;

/// <summary>A rule set was published: from now on it never changes.</summary>
/// <param name="RuleSet">Name, version and digest.</param>
/// <param name="Document">The document, whole.</param>
/// <param name="Actor">Who published it.</param>
public sealed record RuleSetPublished(RuleSetPin RuleSet, JsonElement Document, string Actor)
{
    /// <summary>The name of a rule set's stream.</summary>
    public static string StreamOf(string name) => $"rule-set/{name}";
}
