using System.Collections.Frozen;
using System.Text.Json;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>
/// The language's schema, the one that editors complete with: reading goes by the same file, so that both know the same keys. It
/// uses a small part of JSON Schema, which <see cref="Checking"/> and <see cref="ScalarChecking"/> understand.
/// </summary>
public static class Schema
{
    /// <summary>The file as it is, for editors.</summary>
    public static string Text { get; } = Embedded.Text("rule-set.schema.json");

    private static readonly JsonElement Whole = JsonElement.Parse(Text);

    /// <summary>The schema of a whole rule set.</summary>
    internal static Shape Root { get; } = new(Whole);

    /// <summary>Every key of the language.</summary>
    internal static FrozenSet<string> Keys { get; } = KeysOf(Whole).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a reference points to.</summary>
    internal static JsonElement Referred(string reference) => Whole.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private static IEnumerable<string> KeysOf(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(m =>
            m.NameEquals("properties") ? m.Value.EnumerateObject().SelectMany(p => KeysOf(p.Value).Prepend(p.Name)) : KeysOf(m.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(KeysOf),
        _ => [],
    };
}
