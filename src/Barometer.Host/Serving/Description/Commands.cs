using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Barometer.Host.Serving.Description;

/// <summary>What the document says of commands: each goes with a key, can be tried out, and says what it changes.</summary>
internal static class Commands
{
    /// <summary>Tells what goes with an operation that writes.</summary>
    /// <param name="operation">Which.</param>
    /// <param name="revises">True where it is made on a revision.</param>
    public static void Describe(OpenApiOperation operation, bool revises)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = SaidHeaders.KeyHeader,
            In = ParameterLocation.Header,
            Description = "A new one for each command, such as a UUID; sent again with it, a command acts once and gets its first answer. Needed unless dryRun is true.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = SaidHeaders.LongestKey, Pattern = SaidHeaders.KeyForm },
        });
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = SaidQuery.DryRun,
            In = ParameterLocation.Query,
            Description = "True to be told what would be recorded and which indices would move; nothing is.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean },
        });
        if (revises)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = HeaderNames.IfMatch,
                In = ParameterLocation.Header,
                Required = true,
                Description = "The revision that the change is made on, as \"3\" (the ETag of the development), or * for whatever is current.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = Patterns.Revision },
            });
        }
    }
}
