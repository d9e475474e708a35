using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;

namespace Barometer.Host.Serving.Description;

/// <summary>What schemas are called in the document.</summary>
internal static partial class Names
{
    private static readonly FrozenSet<string> Domain = typeof(Refusal).Assembly.GetExportedTypes().Select(t => t.Name).ToFrozenSet(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Type> Known = new(StringComparer.Ordinal);

    /// <summary>The name of a type's schema, without what only tells the program's own types apart, where one of them is in no answer. Null where it is written in place.</summary>
    public static string? OfSchema(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type)
            is { } whole ? Answered().Replace(whole, answered => Domain.Contains(answered.Groups["what"].Value) ? answered.Value : answered.Groups["what"].Value) : null;
        if (name is not null)
            Known[name] = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        return name;
    }

    /// <summary>The type that a schema was named after.</summary>
    public static Type? TypeOf(string name) => Known.GetValueOrDefault(name);

    [GeneratedRegex("Answered(?<what>[A-Z][A-Za-z]*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Answered();
}
