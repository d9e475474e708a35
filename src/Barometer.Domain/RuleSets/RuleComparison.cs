using Barometer.Domain.RuleSets.Saying;

namespace Barometer.Domain.RuleSets;

/// <summary>Says what differs between two versions of a rule.</summary>
internal static class RuleComparison
{
    public static IEnumerable<Difference> Of(Rule before, Rule after) =>
    [
        .. Comparing.Changed("rules", after.Id, $"'{after.Id}' is about", About(before), About(after)),
        .. Act(before, after),
        .. Comparing.Replaced("rules", after.Id, $"the reason of '{after.Id}'", before.Reason, after.Reason),
    ];

    private static string About(Rule rule) => ConditionWording.Of(rule.When) is { Length: > 0 } when ? $"developments where {when}" : "every development";

    // Of tables by the same trait only the words that differ are told.
    private static IEnumerable<Difference> Act(Rule before, Rule after) =>
        Bare(before.Act) is { } old && Bare(after.Act) is { } now && old.Equals(now)
            ? Words(after.Id, before.Act, after.Act)
            : Comparing.Changed("rules", after.Id, $"'{after.Id}'", ActWording.Of(before.Act), ActWording.Of(after.Act));

    private static IEnumerable<Difference> Words(string id, Act before, Act after)
    {
        var (old, now) = (ActWording.Table(before), ActWording.Table(after));
        foreach (var word in old.Keys.Union(now.Keys, StringComparer.OrdinalIgnoreCase))
        {
            var (was, becomes) = (old.GetValueOrDefault(word), now.GetValueOrDefault(word));
            if (was != becomes)
                yield return new Difference("rules", id, $"'{id}' gives {word} {becomes ?? "nothing"} instead of {was ?? "nothing"}");
        }
    }

    // The act without its table; null where it has none.
    private static object? Bare(Act act) => act switch
    {
        Classify classify => (classify.As, classify.By),
        Set { Value: ByWord by } set => (set.Part, set.Dimension, by.By),
        Scale { Factor: ByWord by } scale => (scale.Part, by.By),
        _ => null,
    };
}
