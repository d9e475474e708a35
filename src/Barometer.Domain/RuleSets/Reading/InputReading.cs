using System.Collections.Immutable;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>Reads which numbers are uncertain, and holds each against the rule whose number it is.</summary>
internal sealed class InputReading(ImmutableArray<Rule> rules, Mistakes mistakes)
{
    private static readonly Span Any = new(From: null, To: null);
    private static readonly Span NotBelow0 = new(FixedPoint.Zero, To: null);

    public Input Read(Node node)
    {
        var fields = new Fields(node);
        var input = new Input(
            fields.Text("id"), fields.Prose("reason"), fields.Word<Varied>("varies"), fields.TextOrNone("rule"), fields.TextOrNone("word"),
            DistributionReading.Read(fields.Inner("distribution")!, mistakes));
        if (Possible(input, fields) is { } possible)
            DistributionReading.Within(possible, input.Distribution, fields["distribution"]!, mistakes);
        return input;
    }

    // What the number may be; null where there is no such number, which is told.
    private Span? Possible(Input input, Fields fields)
    {
        if (input.Varies == Varied.Coder)
            return input is { Rule: null, Word: null } ? Any : Told(fields.At, "The coder of every development is of no rule: 'rule' and 'word' are left out.");
        if (input.Rule is null)
            return Told(fields.At, $"'{input.Id}' does not say of which rule the number is: rule.");
        if (rules.FirstOrDefault(r => r.Id == input.Rule) is not { } rule)
            return Told(fields["rule"]!.At, $"There is no rule '{input.Rule}'{Nearest.Asked(input.Rule, rules.Select(r => r.Id))}");
        if (input.Word is not null && input.Varies != Varied.Number)
            return Told(fields["word"]!.At, "'word' goes with a table of numbers.");
        return (input.Varies, rule.Act) switch
        {
            (Varied.Number, Set set) => Numbered(set.Value, input, fields, Any),
            (Varied.Number, Scale scale) => Numbered(scale.Factor, input, fields, NotBelow0),
            (Varied.CapPositive, Cap { Positive: not null }) => NotBelow0,
            (Varied.CapNegative, Cap { Negative: not null }) => new Span(From: null, FixedPoint.Zero),
            (Varied.Limit, Saturate) => new Span(new FixedPoint(1), To: null),
            (Varied.HalfLife, Level { HalfLife: not null }) => new Span(FixedPoint.Of(1), FixedPoint.Of(36_500)),
            _ => Told(fields["varies"]!.At, $"'{rule.Id}' has no {fields.Text("varies")}."),
        };
    }

    private Span? Numbered(Amount amount, Input input, Fields fields, Span possible) => (amount, input.Word) switch
    {
        (Same, null) => possible,
        (ByWord table, { } word) when table.Numbers.ContainsKey(word) => possible,
        (ByWord table, { } word) => Told(fields["word"]!.At, $"'{word}' is not in the table of '{input.Rule}'{Nearest.Asked(word, table.Numbers.Keys)}"),
        (ByWord, null) => Told(fields.At, $"'{input.Rule}' has a table of numbers; 'word' says which of them varies."),
        (Same, _) => Told(fields["word"]!.At, $"'{input.Rule}' has one number for all, and no table: leave 'word' out."),
        _ => Told(fields.At, $"'{input.Rule}' has numbers by evidence; those do not vary."),
    };

    private Span? Told(Place at, string sentence)
    {
        mistakes.Tell(at, sentence);
        return null;
    }
}
