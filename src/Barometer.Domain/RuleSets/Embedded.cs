using System.Text.Json;

namespace Barometer.Domain.RuleSets;

/// <summary>Files that come with the domain.</summary>
internal static class Embedded
{
    /// <summary>What is in a file.</summary>
    public static string Text(string file)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream($"Barometer.Domain.RuleSets.{file}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The rule set in a file.</summary>
    public static RuleSet Rules(string file) =>
        RuleSet.Read(JsonElement.Parse(Text(file))).Accepted(out var read, out var refusal) ? read : throw new InvalidOperationException(refusal.Sentence);
}
