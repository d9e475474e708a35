using System.Collections.Immutable;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>Reads a rule: which developments it is about, and what it does with them.</summary>
internal sealed class RuleReading(Mistakes mistakes, LevelNames levels)
{
    private readonly ConditionReading _conditions = new(mistakes, levels);
    private readonly AmountReading _amounts = new(mistakes, levels);

    public Rule Read(Node node)
    {
        var fields = new Fields(node);
        var act = Act(fields);
        if (fields["part"] is { } part && act is not (Set or Scale))
            mistakes.Tell(part, "'part' goes with set and scale.");
        if (fields["in"] is { } dimension && act is not Set)
            mistakes.Tell(dimension, "'in' goes with set; moveTo moves to another dimension.");
        return new Rule(fields.Text("id"), fields.Prose("reason"), _conditions.Read(fields["when"]), act);
    }

    private Act Act(Fields rule)
    {
        var part = rule.WordOrNone<Part>("part") ?? Part.Both;
        if (rule["set"] is { } value)
            return new Set(_amounts.Read(value), part, rule.TextOrNone("in"));
        if (rule["scale"] is { } factor)
            return new Scale(_amounts.ReadFactor(factor), part);
        if (rule.Inner("classify") is { } classify)
            return Classify(classify);
        if (rule.Inner("clamp") is { } clamp)
            return new Clamp(clamp.NumberOrNone("from"), clamp.NumberOrNone("to"));
        if (rule.Has("exclude"))
            return new Exclude();
        if (rule.TextOrNone("moveTo") is { } dimension)
            return new MoveTo(dimension);
        return rule.Has("setAside") ? new SetAside() : OnSeveral(rule);
    }

    // Acts on several developments, on periods and on sums.
    private Act OnSeveral(Fields rule)
    {
        if (rule.Inner("keep") is { } keep)
            return Keep(keep);
        if (rule.WordOrNone<Filed>("file") is { } filed)
            return new FileBy(filed);
        if (rule.Inner("cap") is { } cap)
            return new Cap(Keys(cap), cap.NumberOrNone("negative"), cap.NumberOrNone("positive"));
        if (rule.Inner("compare") is { } compare)
            return new Compare(compare.Word<Counted>("count"), compare.Text("dimension"), compare.Number("fewer"), compare.Number("same"), compare.Number("more"));
        return rule.Inner("saturate") is { } saturate
            ? new Saturate(saturate.Number("limit"))
            : new Level(rule.Inner("level")!.NumberOrNone("halfLife"));
    }

    private Keep Keep(Fields keep)
    {
        var which = keep.Word<Kept>("which");
        if (which == Kept.HighestLevel && levels.None)
            mistakes.Tell(keep["which"]!, "Which level is the highest is not said: name the 'levels' of the rule set.");
        return new Keep(Keys(keep), which);
    }

    private Classify Classify(Fields classify)
    {
        var given = classify.Entries[0].Key.Text;
        var crosswalk = classify.Inner(given)!;
        var by = Fields.Named<Trait>(crosswalk.Text("by"));
        if (by == Fields.Named<Trait>(given))
            mistakes.Tell(crosswalk["by"]!, $"'{given}' is given only where the record has none, and so cannot be read from itself.");
        var words = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, meaning) in new Fields(crosswalk["words"]!).Entries)
        {
            foreach (var value in meaning is Sequence several ? several.Items.Cast<Scalar>() : [(Scalar)meaning])
            {
                if (!words.TryAdd(value.Text, word.Text))
                    mistakes.Tell(value, $"'{value.Text}' means '{words[value.Text]}' already; it has one meaning.");
            }
        }

        return new Classify(Fields.Named<Trait>(given), by, words.ToImmutable());
    }

    private static ImmutableArray<Key> Keys(Fields group) => [.. group.Words("per").Select(Fields.Named<Key>)];
}
