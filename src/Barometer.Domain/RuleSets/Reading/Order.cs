using System.Collections.Immutable;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>The order in which acts come in a rule set, which is the order in which a replay computes.</summary>
internal static class Order
{
    private static readonly string[] Said =
    [
        "rules on a development's value (setAside, classify, set, scale, clamp, exclude, moveTo, keep)", "file", "cap and compare", "saturate", "level",
    ];

    /// <summary>Tells rules that stand before what has to come first, and what may be there once only.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="nodes">What they were read from.</param>
    /// <param name="mistakes">Where it is told.</param>
    public static void Check(ImmutableArray<Rule> rules, IReadOnlyList<Node> nodes, Mistakes mistakes)
    {
        var latest = 0;
        for (var i = 0; i < rules.Length; i++)
        {
            var step = Step(rules[i].Act);
            if (step < latest)
                mistakes.Tell(nodes[i], $"'{rules[i].Id}' stands too late: {Said[step]} come before {Said[latest]}.");
            latest = Math.Max(latest, step);
            if (rules[i] is { Act: Level, When: not All { Conditions.IsEmpty: true } })
                mistakes.Tell(nodes[i], $"'{rules[i].Id}' makes the whole index a level; leave 'when' out.");
            if (rules[i].Act is Saturate or Level && rules.Take(i).FirstOrDefault(r => r.Act.GetType() == rules[i].Act.GetType()) is { } first)
                mistakes.Tell(nodes[i], $"'{rules[i].Id}' does what '{first.Id}' does: there is one such rule.");
        }
    }

    private static int Step(Act act) => act switch
    {
        ActOnValue or Keep => 0,
        FileBy => 1,
        Cap or Compare => 2,
        Saturate => 3,
        _ => 4,
    };
}
