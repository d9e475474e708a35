using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>
/// Holds JSON against the part of JSON Schema that the document uses: a naive reading, member by member. A keyword that it does not know
/// is a mistake of the test, and told as one.
/// </summary>
internal sealed class JsonForm(JsonElement document)
{
    private static readonly string[] Telling = ["description", "title", "examples", "example", "default", "format", "$ref", "deprecated"];

    /// <summary>Where a value is not as its schema says; empty where it is.</summary>
    public IEnumerable<string> Mistakes(JsonElement schema, JsonElement value, string at = "$")
    {
        if (schema.TryGetProperty("$ref", out var named))
        {
            foreach (var mistake in Mistakes(Named(named.GetString()!), value, at))
                yield return mistake;
        }

        foreach (var keyword in schema.EnumerateObject().Where(k => !Telling.Contains(k.Name)))
        {
            foreach (var mistake in Of(keyword.Name, keyword.Value, schema, value, at))
                yield return mistake;
        }

        if (schema.TryGetProperty("format", out var format) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number && !IsIn(format.GetString()!, value))
            yield return $"{at}: {value} is no {format}";
    }

    /// <summary>The names of all members that a value of a schema may have, at whatever depth; none of no schema.</summary>
    public HashSet<string> MembersOf(JsonElement? schema)
    {
        var (members, seen) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        if (schema is { } whole)
            Add(whole);
        return members;

        void Add(JsonElement part)
        {
            if (part.TryGetProperty("$ref", out var named) && seen.Add(named.GetString()!))
                Add(Named(named.GetString()!));
            foreach (var member in part.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToArray() : [])
            {
                members.Add(member.Name);
                Add(member.Value);
            }

            foreach (var inner in ((string[])["items", "additionalProperties"]).Where(name => part.TryGetProperty(name, out var of) && of.ValueKind == JsonValueKind.Object))
                Add(part.GetProperty(inner));
            foreach (var one in part.TryGetProperty("oneOf", out var either) ? either.EnumerateArray().ToArray() : [])
                Add(one);
        }
    }

    /// <summary>The part of the document that a reference names.</summary>
    public JsonElement Named(string reference) =>
        reference["#/".Length..].Split('/').Aggregate(document, (part, name) => part.GetProperty(name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)));

    private IEnumerable<string> Of(string keyword, JsonElement said, JsonElement schema, JsonElement value, string at) => keyword switch
    {
        "type" => Types(said).Any(t => IsOf(t, value)) ? [] : [$"{at}: {Short(value)} is no {said}"],
        "enum" => said.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)) ? [] : [$"{at}: {Short(value)} is none of {said}"],
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, said.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)) ? [] : [$"{at}: {Short(value)} is not like {said}"],
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= said.GetInt32() ? [] : [$"{at}: shorter than {said}"],
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= said.GetInt32() ? [] : [$"{at}: longer than {said}"],
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= said.GetDecimal() ? [] : [$"{at}: {value} is below {said}"],
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= said.GetDecimal() ? [] : [$"{at}: {value} is above {said}"],
        "oneOf" => said.EnumerateArray().Count(s => !Mistakes(s, value, at).Any()) == 1 ? [] : [$"{at}: {Short(value)} is not one of {said.GetArrayLength()} forms: {string.Join("; ", said.EnumerateArray().SelectMany(s => Mistakes(s, value, at)))}"],
        "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((v, i) => Mistakes(said, v, $"{at}[{i}]")),
        "required" => value.ValueKind != JsonValueKind.Object ? [] : said.EnumerateArray().Where(m => !value.TryGetProperty(m.GetString()!, out _)).Select(m => $"{at}: {m} is missing"),
        "properties" => value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().SelectMany(m => said.TryGetProperty(m.Name, out var s) ? Mistakes(s, m.Value, $"{at}.{m.Name}") : []),
        "additionalProperties" => Others(said, schema, value, at),
        _ => [$"the keyword {keyword} is not known to this test"],
    };

    private IEnumerable<string> Others(JsonElement said, JsonElement schema, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return [];
        var others = value.EnumerateObject().Where(m => !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(m.Name, out _));
        return said.ValueKind switch
        {
            JsonValueKind.False => others.Select(m => $"{at}: {m.Name} is not in the document"),
            JsonValueKind.True => [],
            _ => others.SelectMany(m => Mistakes(said, m.Value, $"{at}.{m.Name}")),
        };
    }

    private static IEnumerable<string> Types(JsonElement said) =>
        said.ValueKind == JsonValueKind.Array ? said.EnumerateArray().Select(t => t.GetString()!) : [said.GetString()!];

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && decimal.IsInteger(number),
        "number" => value.ValueKind == JsonValueKind.Number,
        "string" => value.ValueKind == JsonValueKind.String,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => false,
    };

    private static bool IsIn(string format, JsonElement value) => format switch
    {
        // A value of another type is told as such.
        "int32" => value.ValueKind != JsonValueKind.Number || value.TryGetInt32(out _),
        "int64" => value.ValueKind != JsonValueKind.Number || value.TryGetInt64(out _),
        "uint64" => value.ValueKind != JsonValueKind.Number || value.TryGetUInt64(out _),
        "decimal" => value.ValueKind != JsonValueKind.Number || value.TryGetDecimal(out _),
        "date" or "date-time" when value.ValueKind != JsonValueKind.String => true,
        "date" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => value.TryGetDateTimeOffset(out _),
        "binary" => true,
        _ => false,
    };

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 80 } text ? $"{text[..80]}…" : value.GetRawText();
}
