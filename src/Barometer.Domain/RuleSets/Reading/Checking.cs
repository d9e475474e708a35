using System.Text.Json.Nodes;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>
/// Holds a tree against the schema, and makes the document of it that is recorded: numbers are written as numbers and words as
/// texts, as the schema has them, however the file wrote them. What it lets through has the keys and kinds that the schema says.
/// </summary>
internal sealed class Checking(Mistakes mistakes)
{
    private readonly ScalarChecking _scalars = new(mistakes);

    /// <summary>The document; null of what has no right form, which is told.</summary>
    /// <param name="node">What is written.</param>
    /// <param name="shape">What the schema says of it.</param>
    /// <param name="name">Where it stands: its key.</param>
    public JsonNode? Check(Node node, Shape shape, string name)
    {
        if (node is Scalar { IsNothing: true })
            mistakes.Tell(node, $"'{name}' says nothing; write {shape.Title}, or leave it out.");
        else if (shape.For(node) is not { } fitting)
            mistakes.Tell(node, $"'{name}' is {Kind(node)}; it should be {shape.Title}.");
        else
            return node switch
            {
                Mapping mapping => Object(mapping, fitting, name),
                Sequence sequence => Array(sequence, fitting, name),
                _ => _scalars.Check((Scalar)node, fitting, name),
            };
        return null;
    }

    private JsonObject Object(Mapping mapping, Shape shape, string name)
    {
        var document = new JsonObject();
        foreach (var (key, value) in mapping.Entries)
        {
            if (!_scalars.IsText(key, "a key"))
                continue;
            if (document.ContainsKey(key.Text))
                mistakes.Tell(key, $"'{key.Text}' is here a second time in {shape.Title}.");
            else if (shape.Of(key.Text) is { } property)
                document[key.Text] = Check(value, property, key.Text);
            else
                mistakes.Tell(key, $"'{key.Text}' is not known in {shape.Title}{Meant(key.Text, shape.Keys)}");
        }

        Complete(mapping, shape, name);
        return document;
    }

    private void Complete(Mapping mapping, Shape shape, string name)
    {
        string[] keys = [.. mapping.Entries.Select(e => e.Key.Text)];
        foreach (var missing in shape.Required.Except(keys))
            mistakes.Tell(mapping, $"'{missing}' is missing in {shape.Title}.");
        // A key that is mistyped is told already, and may be the one.
        if (shape.ExactlyOne is [_, ..] one && one.Intersect(keys).Count() is not 1 && !keys.Except(shape.Keys).Any())
            mistakes.Tell(
                mapping.Entries.LastOrDefault(e => one.Contains(e.Key.Text))?.Key ?? (Node)mapping,
                $"{shape.Title} has exactly one of {string.Join(", ", one)}, not {(one.Intersect(keys).ToArray() is [_, ..] several ? string.Join(" and ", several) : "none")}.");
        if (shape.AtLeastOne is [_, ..] some && !some.Intersect(keys).Any())
            mistakes.Tell(mapping, $"'{name}' needs at least one of {string.Join(", ", some)}.");
        if (keys.Length < shape.Bound("minProperties"))
            mistakes.Tell(mapping, $"'{name}' is empty; it should be {shape.Title}{(shape.Keys is [_, ..] known ? $": {string.Join(", ", known)}" : "")}.");
        if (keys.Length > shape.Bound("maxProperties"))
            mistakes.Tell(mapping.Entries[^1].Key, $"'{name}' has one of {string.Join(", ", shape.Keys)}, not several.");
    }

    private JsonArray Array(Sequence sequence, Shape shape, string name)
    {
        if (sequence.Items.Length < shape.Bound("minItems"))
            mistakes.Tell(sequence, $"'{name}' is empty; it should be {shape.Title}.");
        if (sequence.Items.Length > shape.Bound("maxItems"))
            mistakes.Tell(sequence, $"'{name}' has {sequence.Items.Length} entries; at most {shape.Bound("maxItems")} are read.");
        var document = new JsonArray();
        foreach (var item in sequence.Items)
            document.Add(Check(item, shape.Items, name));
        if (shape.IsUnique)
            Unique(sequence, name);
        return document;
    }

    private void Unique(Sequence sequence, string name)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in sequence.Items.OfType<Scalar>().Where(i => !seen.Add(i.Text)))
            mistakes.Tell(item, $"'{item.Text}' is in '{name}' a second time.");
    }

    private static string Meant(string written, string[] known) => Nearest.To(written, known) is { } word
        ? $"; did you mean '{word}'?"
        : $"; there are {string.Join(", ", known)}.";

    private static string Kind(Node node) => node switch
    {
        Mapping => "a mapping",
        Sequence => "a list",
        _ => $"'{ScalarChecking.Short(((Scalar)node).Text)}'",
    };
}
