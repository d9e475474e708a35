namespace Barometer.Host.RuleSets;

/// <summary>What can be done with rule sets.</summary>
internal static class RulesVerb
{
    public static Argument<string> Named { get; } = new("rule set") { Description = "A rule set, e.g. as-published or heads-count-double@2." };

    public static Argument<string> NamedOrFile { get; } = new("rule set") { Description = "A rule set, e.g. heads-count-double@2, or a file." };

    public static Argument<FileInfo> File { get; } = new("file") { Description = "A rule set as YAML or JSON; see src/Barometer.Domain/RuleSets/language.md." };

    public static Command Verb() => new("rules", "Rule sets: how points count.")
    {
        Listing.Verb(), Showing.Verb(), Checking.Verb(), Drafting.Verb(), PublishingRules.Verb(), Retiring.Verb(), Comparing.Verb(), ShowingSchema.Verb(),
    };
}
