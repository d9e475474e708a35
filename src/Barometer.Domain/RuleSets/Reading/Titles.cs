using System.Collections.Immutable;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>How many texts of titles a rule set has: every one of them is looked for in the title of every development.</summary>
internal static class Titles
{
    /// <summary>The most texts of titles, over all conditions.</summary>
    public const int Most = 500;

    /// <summary>Tells the rule with which there are more.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="nodes">What they were read from.</param>
    /// <param name="mistakes">Where it is told.</param>
    public static void Check(ImmutableArray<Rule> rules, IReadOnlyList<Node> nodes, Mistakes mistakes)
    {
        var texts = 0;
        for (var i = 0; i < rules.Length; i++)
        {
            texts += rules[i].When.Parts().OfType<TitleHas>().Sum(t => t.Texts.Length);
            if (texts <= Most)
                continue;
            mistakes.Tell(nodes[i], $"With '{rules[i].Id}' there are {texts} texts of titles; the conditions of a rule set have at most {Most} altogether.");
            return;
        }
    }
}
