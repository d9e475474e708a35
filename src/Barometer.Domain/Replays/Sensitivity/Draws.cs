using System.Collections.Immutable;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>The draws of a rule set's inputs under a seed.</summary>
/// <param name="rules">The rule set.</param>
/// <param name="seed">The same seed, the same draws.</param>
internal sealed class Draws(RuleSet rules, ulong seed)
{
    public ImmutableArray<Input> Inputs => rules.Inputs;

    /// <summary>A draw in which some inputs vary and the others are as the rule set has them.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="isVaried">Which inputs vary, by their place.</param>
    /// <param name="isOther">Which inputs are those of the second of two samples; null for none.</param>
    public Draw Of(int number, Func<int, bool> isVaried, Func<int, bool>? isOther = null)
    {
        var (drawn, coder) = (new List<(Input, FixedPoint)>(), default(ulong?));
        for (var input = 0; input < Inputs.Length; input++)
        {
            if (!isVaried(input))
                continue;
            var key = KeyOf(Inputs[input], number, isOther?.Invoke(input) == true);
            if (Inputs[input].Varies == Varied.Coder)
            {
                coder = key;
                continue;
            }

            var stream = new RandomBits(key);
            drawn.Add((Inputs[input], Drawing.Of(Inputs[input].Distribution, ref stream)));
        }

        return new Draw(DrawnRules.With(rules, drawn), coder);
    }

    /// <summary>Refuses what cannot be varied: nothing declared, no draws, coders that err otherwise than by one, or twice.</summary>
    public static Refusal? Check(RuleSet rules, int draws)
    {
        if (rules.Inputs is [])
            return Refusal.Rule($"{rules.Pin} declares no inputs, so that there is nothing to vary; say under 'inputs' which of its numbers are uncertain.");
        if (draws is < 1 or > 1_000_000)
            return Refusal.Usage($"{draws} draws cannot be made; ask for 1 to 1,000,000.").About("draws");
        var coders = rules.Inputs.Where(i => i.Varies == Varied.Coder).ToArray();
        if (coders.Length > 1)
            return Refusal.Rule($"'{coders[0].Id}' and '{coders[1].Id}' both vary the points that coders gave; declare one of them.");
        return coders is [{ Distribution: not OneOf } coder]
            || coders is [{ Distribution: OneOf errors } _] && errors.Values.Any(v => v.Value.Abs() != FixedPoint.Of(1) && v.Value != FixedPoint.Zero)
            ? Refusal.Rule($"'{coders[0].Id}' varies the points that coders gave: its distribution says with what probability they are one of -1, 0 and 1 off.")
            : null;
    }

    private ulong KeyOf(Input input, int number, bool isOther) =>
        RandomBits.Key(RandomBits.Key(RandomBits.Key(seed, input.Id), isOther ? 1UL : 0UL), (ulong)number);
}
