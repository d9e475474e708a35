using System.Text.Json;
using System.Text.Json.Nodes;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Reading;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.RuleSets;

/// <summary>The schema that editors complete with and the reader know the same keys, and mean something by each.</summary>
public class Schema_and_reader
{
    private static readonly JsonElement Root = JsonElement.Parse(Schema.Text);

    public static TheoryData<string> Paths { get; } = [.. Keys(JsonSerializer.SerializeToNode(Written.Read(Written.WholeLanguage).Document)!, "$")];

    [Fact]
    public void The_whole_language_has_every_key_of_the_schema() =>
        Used(Written.Read(Written.WholeLanguage).Document, Root).Distinct().Order(StringComparer.Ordinal).ShouldBe(Declared(Root).Distinct().Order(StringComparer.Ordinal));

    // A key that the reader did not know would be missed by nobody.
    [Theory]
    [MemberData(nameof(Paths))]
    public void Without_a_key_it_says_something_else_or_nothing(string path)
    {
        var whole = Written.Read(Written.WholeLanguage);
        var document = JsonSerializer.SerializeToNode(whole.Document)!;
        var (parent, key) = Find(document, path);
        parent.Remove(key).ShouldBeTrue();

        if (RuleSet.Read(JsonSerializer.SerializeToElement(document)).Accepted(out var without, out _))
            Comparing.Compare(whole, without).ShouldNotBeEmpty(path);
    }

    [Fact]
    public void Every_key_is_described() => Properties(Root).Where(p => !p.Value.TryGetProperty("description", out _)).Select(p => p.Name).ShouldBeEmpty();

    [Fact]
    public void The_schema_and_the_language_say_alike_which_of_several_is_the_first()
    {
        const string First = "first: the one of the earliest day; of several of one day that of the first relationship and the lowest reference";
        Schema.Text.ShouldContain(First);
        Files.Language().ShouldContain(First.Replace("first:", "`first`:", StringComparison.Ordinal));
    }

    private static IEnumerable<JsonProperty> Properties(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(m => m.NameEquals("properties") ? m.Value.EnumerateObject().SelectMany(p => Properties(p.Value).Prepend(p)) : Properties(m.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(Properties),
        _ => [],
    };

    // Every key with the mapping that it belongs to: "a bucket: from".
    private static IEnumerable<string> Declared(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(m =>
            m.NameEquals("properties") ? m.Value.EnumerateObject().SelectMany(p => Declared(p.Value).Prepend($"{Title(schema)}: {p.Name}")) : Declared(m.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(Declared),
        _ => [],
    };

    private static IEnumerable<string> Used(JsonElement document, JsonElement schema)
    {
        var resolved = Resolved(schema, document.ValueKind);
        if (document.ValueKind == JsonValueKind.Array)
            return document.EnumerateArray().SelectMany(i => Used(i, resolved.GetProperty("items")));
        if (document.ValueKind != JsonValueKind.Object)
            return [];
        return document.EnumerateObject().SelectMany(m => resolved.TryGetProperty("properties", out var known)
            ? Used(m.Value, known.GetProperty(m.Name)).Prepend($"{Title(resolved)}: {m.Name}")
            : Used(m.Value, resolved.GetProperty("additionalProperties")));
    }

    private static JsonElement Resolved(JsonElement schema, JsonValueKind kind)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Resolved(Root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), kind);
        var type = kind switch { JsonValueKind.Object => "object", JsonValueKind.Array => "array", _ => "scalar" };
        return !schema.TryGetProperty("type", out _) && schema.TryGetProperty("oneOf", out var alternatives)
            ? alternatives.EnumerateArray().Select(a => Resolved(a, kind)).First(a => (TypeOf(a) is "object" or "array" ? TypeOf(a) : "scalar") == type)
            : schema;
    }

    private static string? TypeOf(JsonElement schema) => schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private static string Title(JsonElement schema) => schema.GetProperty("title").GetString()!;

    private static IEnumerable<string> Keys(JsonNode node, string path) => node switch
    {
        JsonObject o => o.SelectMany(m => Keys(m.Value!, $"{path}\t{m.Key}").Prepend($"{path}\t{m.Key}")),
        JsonArray a => a.SelectMany((item, i) => Keys(item!, $"{path}\t{i}")),
        _ => [],
    };

    private static (JsonObject Parent, string Key) Find(JsonNode document, string path)
    {
        var steps = path.Split('\t')[1..];
        var parent = steps[..^1].Aggregate(document, (node, step) => node is JsonArray array ? array[int.Parse(step)]! : node[step]!);
        return ((JsonObject)parent, steps[^1]);
    }
}
