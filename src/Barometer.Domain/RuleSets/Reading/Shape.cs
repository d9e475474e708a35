using System.Text.Json;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>What the schema says of one place in a rule set.</summary>
internal readonly struct Shape
{
    private readonly JsonElement _schema;

    public Shape(JsonElement schema) =>
        _schema = schema.TryGetProperty("$ref", out var reference) ? Schema.Referred(reference.GetString()!) : schema;

    /// <summary>What belongs there, for a person.</summary>
    public string Title => _schema.GetProperty("title").GetString()!;

    public bool IsMapping => Types.Contains("object");

    public bool IsSequence => Types.Contains("array");

    /// <summary>The types that are allowed; those of its values where it lists values.</summary>
    public string[] Types => _schema.TryGetProperty("type", out var type)
        ? type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : [type.GetString()!]
        : _schema.TryGetProperty("const", out _) ? ["boolean"] : ["string"];

    /// <summary>The words that are allowed; null for any.</summary>
    public string[]? Words => _schema.TryGetProperty("enum", out var words)
        ? [.. words.EnumerateArray().Where(w => w.ValueKind == JsonValueKind.String).Select(w => w.GetString()!)]
        : null;

    /// <summary>True where only "true" is allowed.</summary>
    public bool OnlyTrue => _schema.TryGetProperty("const", out _);

    /// <summary>The keys that are known; none where any word is a key.</summary>
    public string[] Keys => _schema.TryGetProperty("properties", out var properties) ? [.. properties.EnumerateObject().Select(p => p.Name)] : [];

    /// <summary>The shape of what stands under a key; null where the key is not known.</summary>
    public Shape? Of(string key) =>
        _schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(key, out var property) ? new Shape(property)
        : _schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object ? new Shape(others)
        : null;

    /// <summary>The shape of each item of a list.</summary>
    public Shape Items => new(_schema.GetProperty("items"));

    /// <summary>The keys that have to be there.</summary>
    public string[] Required => Names("required", _schema);

    /// <summary>Keys of which exactly one has to be there; none where nothing is said of it.</summary>
    public string[] ExactlyOne => Either("oneOf");

    /// <summary>Keys of which at least one has to be there; none where nothing is said of it.</summary>
    public string[] AtLeastOne => Either("anyOf");

    /// <summary>A bound that is a number; null where there is none.</summary>
    public decimal? Bound(string name) => _schema.TryGetProperty(name, out var bound) ? bound.GetDecimal() : null;

    /// <summary>A pattern or a format; null where there is none.</summary>
    public string? Said(string name) => _schema.TryGetProperty(name, out var said) ? said.GetString() : null;

    public bool IsUnique => _schema.TryGetProperty("uniqueItems", out _);

    /// <summary>The one of several shapes that is of the node's kind; itself where there is one only; null where none is.</summary>
    public Shape? For(Node node)
    {
        if (IsMapping || IsSequence || !_schema.TryGetProperty("oneOf", out var alternatives))
            return Fits(node) ? this : null;
        foreach (var alternative in alternatives.EnumerateArray())
        {
            if (new Shape(alternative).For(node) is { } fitting)
                return fitting;
        }

        return null;
    }

    private bool Fits(Node node) => node switch
    {
        Mapping => IsMapping,
        Sequence => IsSequence,
        _ => !IsMapping && !IsSequence,
    };

    private string[] Either(string name) =>
        IsMapping && _schema.TryGetProperty(name, out var either) ? [.. either.EnumerateArray().SelectMany(e => Names("required", e))] : [];

    private static string[] Names(string member, JsonElement schema) =>
        schema.TryGetProperty(member, out var names) ? [.. names.EnumerateArray().Select(n => n.GetString()!)] : [];
}
