using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Barometer.Host.Serving.Description;

/// <summary>The form of every answer that says what went wrong.</summary>
internal static class ProblemSchema
{
    /// <summary>The name of the form.</summary>
    public const string Name = "Problem";

    /// <summary>The form itself.</summary>
    public static OpenApiSchema Written => Object("What went wrong (RFC 9457).", ["type", "title", "status", "detail", "correlation"], new(StringComparer.Ordinal)
    {
        ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "How programs tell problems apart; the address explains it.", Enum = Words(ProblemTypes.All.Select(t => t.Type)) },
        ["title"] = Text("The type in a line."),
        ["status"] = Integer("The status of the answer."),
        ["detail"] = Text("What was wrong here, where, and what to do."),
        ["correlation"] = Text("Names the request; tell it when you ask about one."),
        [Problems.Field] = Text("The one value that it is about, where it is about one: a value of the query or a header by its name, a member of the body by its path in it, as points.development.positive."),
        ["remedy"] = Object("What can be done about it, where that is known.", ["kind", "with"], new(StringComparer.Ordinal)
        {
            ["kind"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What.", Enum = Words(Word.All<RemedyKind>()) },
            ["with"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String }, Description = "With what: a reference, a period, the keys of questions." },
        }),
        ["current"] = Object("What stands, where a change was made on something older.", ["revision", "madeBy"], new(StringComparer.Ordinal)
        {
            ["revision"] = Integer("The current revision."),
            ["madeBy"] = Text("Who made it."),
        }),
    });

    private static OpenApiSchema Object(string description, string[] required, Dictionary<string, IOpenApiSchema> properties) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        Required = new HashSet<string>(required, StringComparer.Ordinal),
        Properties = properties,
        AdditionalPropertiesAllowed = false,
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Integer(string description) => new() { Type = JsonSchemaType.Integer, Format = "int32", Description = description };

    private static List<JsonNode> Words(IEnumerable<string> words) => [.. words.Select(w => JsonValue.Create(w))];
}
