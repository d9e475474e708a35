using System.Collections.Immutable;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>Reads a number that a rule uses, or its table of numbers.</summary>
internal sealed class AmountReading(Mistakes mistakes, LevelNames levels)
{
    private static readonly string[] ForEvidence = ["table", "buckets", "unknown"];
    private static readonly Trait[] OfLevel = [Trait.SourceLevel, Trait.TargetLevel, Trait.Level];

    public Amount Read(Node node)
    {
        if (node is Scalar)
            return new Same(Fields.NumberOf(node));
        var fields = new Fields(node);
        return fields.Text("by") == "evidence" ? ByEvidence(fields) : ByWord(fields);
    }

    /// <summary>The same for a factor, which is not below 0.</summary>
    public Amount ReadFactor(Node node)
    {
        var factor = Read(node);
        if (Numbers(factor).Any(n => n < FixedPoint.Zero))
            mistakes.Tell(node, "A score is scaled by 0 or more; what is to change its sign is set.");
        return factor;
    }

    private ByWord ByWord(Fields fields)
    {
        var by = Fields.Named<Trait>(fields.Text("by"));
        foreach (var stray in ForEvidence.Select(k => fields[k]).OfType<Node>())
            mistakes.Tell(stray, "table, buckets and unknown go with 'by: evidence'.");
        if (OfLevel.Contains(by) && levels.None)
            mistakes.Tell(fields["by"]!, "A table by levels needs to know which is the highest: name the 'levels' of the rule set.");
        var numbers = ImmutableSortedDictionary.CreateBuilder<string, FixedPoint>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, number) in fields.Has("numbers") ? new Fields(fields["numbers"]!).Entries : [])
        {
            if (OfLevel.Contains(by))
                levels.Check(word, mistakes);
            if (!numbers.TryAdd(word.Text, Fields.NumberOf(number)))
                mistakes.Tell(word, $"'{word.Text}' has a number already; capitals make no other word.");
        }

        return new ByWord(by, numbers.ToImmutable());
    }

    private ByEvidence ByEvidence(Fields fields)
    {
        if (fields["numbers"] is { } stray)
            mistakes.Tell(stray, "By evidence there are buckets: [{ from: 1, to: 5, number: -1 }].");
        return new ByEvidence(fields.TextOrNone("table"), [.. fields.List("buckets").Select(Bucket)], fields.NumberOrNone("unknown"));
    }

    private Bucket Bucket(Node node)
    {
        var bucket = new Fields(node);
        return new Bucket(bucket.Span(mistakes), bucket.Number("number"));
    }

    private static IEnumerable<FixedPoint> Numbers(Amount amount) => amount switch
    {
        Same same => [same.Number],
        ByWord table => table.Numbers.Values,
        ByEvidence evidence => evidence.Buckets.Select(b => b.Number).Concat(evidence.Unknown is { } unknown ? [unknown] : []),
        _ => [],
    };
}
