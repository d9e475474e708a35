using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace Barometer.Host.Serving.Description;

/// <summary>What schemas are called in the document.</summary>
internal static class Names
{
    private const string Answered = "Answered";

    /// <summary>The name of a type's schema: without what only tells the program's own types apart. Null where it is written in place.</summary>
    public static string? OfSchema(JsonTypeInfo type) => OpenApiOptions.CreateDefaultSchemaReferenceId(type)?.Replace(Answered, "", StringComparison.Ordinal);
}
