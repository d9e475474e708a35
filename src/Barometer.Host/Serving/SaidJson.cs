using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Barometer.Host.Serving;

/// <summary>
/// How bodies are read: strictly. A member that is misspelt, twice there, of another kind, or null where something is needed is told, and
/// not left out in silence.
/// </summary>
internal static class SaidJson
{
    private const int Deepest = 32;

    public static void Configure(JsonSerializerOptions json)
    {
        RecordJson.Configure(json);
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.RespectNullableAnnotations = true;
        json.AllowDuplicateProperties = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.PropertyNameCaseInsensitive = false;
        json.MaxDepth = Deepest;
        json.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Needing, Checking } };
    }

    // What may be null may be left out, as it is left out of answers.
    private static void Needing(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            if (member.AssociatedParameter is { HasDefaultValue: false, IsNullable: false } parameter)
                member.IsRequired = Nullable.GetUnderlyingType(parameter.ParameterType) is null;
        }
    }

    // The serializer looks after members, lets null into lists, and knows nothing of the one character that PostgreSQL does not keep.
    private static void Checking(JsonTypeInfo type)
    {
        JsonPropertyInfo[] members = [.. type.Properties.Where(p => p.Get is not null && p.PropertyType.IsAssignableTo(typeof(IEnumerable)) || (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(JsonElement))];
        if (members is [])
            return;
        type.OnDeserialized = read =>
        {
            if (members.FirstOrDefault(m => !IsWhole(m.Get!(read))) is { } member)
                // As the serializer says where something stands, which Misread reads.
                throw new JsonException($"There is null in it, or a character that cannot be kept. Path: $.{member.Name} |");
        };
    }

    private static bool IsWhole(object? said) => said switch
    {
        null => true,
        string text => !text.Contains('\0'),
        JsonElement element => IsWhole(element),
        // Nothing was said, and nothing is there to be looked at.
        ValueType when said.Equals(RuntimeHelpers.GetUninitializedObject(said.GetType())) => true,
        IEnumerable items => items.Cast<object?>().All(item => item is not null && (item is not string || IsWhole(item))),
        _ => true,
    };

    // What has a form of its own is read later; its texts are looked at here.
    private static bool IsWhole(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => IsWhole(element.GetString()),
                JsonValueKind.Array => element.EnumerateArray().All(IsWhole),
                JsonValueKind.Object => element.EnumerateObject().All(m => IsWhole(m.Name) && IsWhole(m.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a character is none.
            return false;
        }
    }
}
