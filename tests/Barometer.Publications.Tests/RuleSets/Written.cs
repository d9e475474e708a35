using Barometer.Domain.RuleSets;
using Barometer.Publications.RuleSets;

namespace Barometer.Publications.Tests.RuleSets;

/// <summary>Rule sets as somebody wrote them.</summary>
internal static class Written
{
    /// <summary>Every key of the language, in one rule set.</summary>
    public static string WholeLanguage { get; } = ReadEmbedded();

    /// <summary>A rule set with these rules, and nothing else.</summary>
    public static string Rules(string rules) => $"name: calm\nversion: 1\ntitle: Calm\nrules:\n{rules}";

    /// <summary>The rule set, where nothing but one is right.</summary>
    public static RuleSet Read(string text) =>
        RuleSetFile.Read(text, "calm.yaml").Accepted(out var read, out var refusal) ? read : throw new InvalidOperationException(refusal.Sentence);

    /// <summary>Why it is none.</summary>
    public static string Refused(string text) =>
        RuleSetFile.Read(text, "calm.yaml").Accepted(out _, out var refusal) ? throw new InvalidOperationException("It was read.") : refusal.Sentence;

    private static string ReadEmbedded()
    {
        using var reader = new StreamReader(typeof(Written).Assembly.GetManifestResourceStream("Barometer.Publications.Tests.RuleSets.whole-language.yaml")!);
        return reader.ReadToEnd();
    }
}
