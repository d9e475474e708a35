using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Barometer.Domain.Record;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>
/// Makes a rule set of what is written: first every key and value is held against the schema, then what is read is held together.
/// The document that is recorded, and its digest, are of what is meant, not of how it is written.
/// </summary>
public static class RuleSetTree
{
    /// <summary>The rule set, or a refusal that tells what is wrong with places.</summary>
    /// <param name="tree">What is written.</param>
    /// <param name="what">What was read, for the refusal: the name of a file.</param>
    public static Decision<RuleSet> Read(Node tree, string what)
    {
        var mistakes = new Mistakes();
        var document = new Checking(mistakes).Check(tree, Schema.Root, what);
        if (!mistakes.None)
            return mistakes.Refusal(what);
        var read = Whole(new Fields(tree), mistakes);
        return mistakes.None ? Documented(read, document!) : mistakes.Refusal(what);
    }

    private static RuleSet Whole(Fields fields, Mistakes mistakes)
    {
        var levels = fields.Words("levels");
        Node[] nodes = [.. fields.List("rules")];
        var reading = new RuleReading(mistakes, new LevelNames(levels));
        ImmutableArray<Rule> rules = [.. nodes.Select(reading.Read)];
        Order.Check(rules, nodes, mistakes);
        Titles.Check(rules, nodes, mistakes);
        var inputs = new InputReading(rules, mistakes);
        var read = new RuleSet(fields.Text("name"), fields.Whole("version")!.Value, BandReading.Read(fields.List("bands"), mistakes))
        {
            Title = fields.Prose("title"),
            Levels = levels,
            Rules = rules,
            Composite = fields.Inner("composite") is { } composite ? CompositeReading.Read(composite, mistakes) : null,
            Inputs = [.. fields.List("inputs").Select(inputs.Read)],
        };
        Twice([.. nodes, .. fields["composite"] is { } one ? [one] : Array.Empty<Node>()], "id", mistakes);
        Twice([.. fields.List("inputs")], "id", mistakes);
        return read;
    }

    private static void Twice(IReadOnlyList<Node> nodes, string key, Mistakes mistakes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes.Select(n => new Fields(n)[key]!).Where(n => !seen.Add(((Scalar)n).Text)))
            mistakes.Tell(node, $"'{((Scalar)node).Text}' is the id of another already; each has its own.");
    }

    private static RuleSet Documented(RuleSet read, JsonNode document)
    {
        var element = JsonSerializer.SerializeToElement(document, RecordJson.Options);
        return read with { Document = element, Digest = CanonicalJson.Digest(element) };
    }
}
