using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Puts other numbers in the place of those that are uncertain.</summary>
public static class DrawnRules
{
    /// <summary>The rule set with a drawn number in each input's place. What its developments' coders erred by is in no rule, and is left alone.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="drawn">Inputs of the rule set, each with its number.</param>
    public static RuleSet With(RuleSet rules, IEnumerable<(Input Input, FixedPoint Number)> drawn)
    {
        var varied = rules.Rules.ToBuilder();
        foreach (var (input, number) in drawn)
        {
            for (var rule = 0; rule < varied.Count; rule++)
            {
                if (varied[rule].Id == input.Rule)
                    varied[rule] = varied[rule] with { Act = With(varied[rule].Act, input, number) };
            }
        }

        return rules with { Rules = varied.DrainToImmutable() };
    }

    private static Act With(Act act, Input input, FixedPoint number) => (input.Varies, act) switch
    {
        (Varied.Number, Set set) => set with { Value = With(set.Value, input.Word, number) },
        (Varied.Number, Scale scale) => scale with { Factor = With(scale.Factor, input.Word, number) },
        (Varied.CapPositive, Cap cap) => cap with { Positive = number },
        (Varied.CapNegative, Cap cap) => cap with { Negative = number },
        (Varied.Limit, Saturate) => new Saturate(number),
        (Varied.HalfLife, Level) => new Level(number),
        _ => throw new InvalidOperationException($"'{input.Id}' varies a {input.Varies} of a {act.GetType().Name}, which has none."),
    };

    private static Amount With(Amount amount, string? word, FixedPoint number) => amount switch
    {
        Same => new Same(number),
        ByWord by => by with { Numbers = by.Numbers.SetItem(word!, number) },
        _ => throw new InvalidOperationException($"The numbers of {amount.GetType().Name} do not vary."),
    };
}
