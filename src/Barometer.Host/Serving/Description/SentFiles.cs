using Microsoft.OpenApi;

namespace Barometer.Host.Serving.Description;

/// <summary>How an endpoint is described that is sent files instead of JSON: the generator of the description sees only that it reads the request.</summary>
internal static class SentFiles
{
    /// <summary>The body of a request that carries them.</summary>
    public static OpenApiRequestBody Body() => new()
    {
        Required = true,
        Description = "A part for each file, each with its name.",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["multipart/form-data"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string>(StringComparer.Ordinal) { "file" },
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        ["file"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Binary("A file to import: the text of an issue's PDF, CSV (named so), or coded data.") },
                        [Imports.Upload.MappingPart] = Optional("Coded data: CSV with party, counterparty and relationship, that says to which relationship a row belongs."),
                    },
                },
            },
        },
    };

    private static OpenApiSchema Binary(string description) => new() { Type = JsonSchemaType.String, Format = "binary", Description = description };

    // A client that a generator makes asks for every part that it does not know to be absent.
    private static OpenApiSchema Optional(string description) => new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "binary", Description = description };
}
