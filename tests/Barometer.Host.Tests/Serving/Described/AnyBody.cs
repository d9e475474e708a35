using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>Any body that is right by its schema: what must be said is, what may be said is now and then.</summary>
internal sealed class AnyBody(JsonForm form, Random random)
{
    private const int Deep = 8;

    private static readonly string[] Dimensions = ["development", "national-security", "regional-tension"];

    /// <summary>A value as a schema says.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">What the value is called where it stands.</param>
    /// <param name="depth">How many it stands in.</param>
    public JsonNode? Of(JsonElement schema, string name = "", int depth = 0)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Of(form.Named(reference.GetString()!), name, depth);
        if (schema.TryGetProperty("enum", out var words))
            return JsonValue.Create(Pool.Any([.. words.EnumerateArray().Select(w => w.GetString()!)], random));
        if (schema.TryGetProperty("oneOf", out var forms))
            return Of(Pool.Any([.. forms.EnumerateArray()], random), name, depth);
        return Type(schema) switch
        {
            "object" => Object(schema, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, depth > Deep ? 0 : random.Next(3)).Select(_ => Of(schema.GetProperty("items"), name, depth + 1))]),
            "string" => JsonValue.Create(Pool.Text(name, random)),
            "integer" => JsonValue.Create(random.Next(-1, 5)),
            "number" => JsonValue.Create(random.Next(0, 300) / 100m),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            "null" => null,
            _ => JsonValue.Create(Pool.Text(name, random)),
        };
    }

    private string Type(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? "" : type.ValueKind == JsonValueKind.String ? type.GetString()! : Pool.Any([.. type.EnumerateArray().Select(t => t.GetString()!)], random);

    private JsonObject Object(JsonElement schema, int depth)
    {
        var written = new JsonObject();
        if (schema.TryGetProperty("properties", out var properties))
        {
            var needed = schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(r => r.GetString()).ToHashSet() : [];
            foreach (var member in properties.EnumerateObject().Where(m => needed.Contains(m.Name) || (depth < Deep && random.Next(3) == 0)))
                written[member.Name] = Of(member.Value, member.Name, depth + 1);
        }
        else if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
        {
            foreach (var dimension in Dimensions.Where(_ => random.Next(2) == 0))
                written[dimension] = Of(others, dimension, depth + 1);
        }

        return written;
    }
}
