namespace Barometer.Domain.RuleSets;

/// <summary>When a word written in a rule and one said of a development are the same.</summary>
public static class Spelling
{
    /// <summary>In capitals or not, with spaces, hyphens or underlines.</summary>
    public static bool AreSame(string one, string other) =>
        one.Length == other.Length && (string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase));

    private static string Plain(string word) => word.Replace('-', ' ').Replace('_', ' ');
}
