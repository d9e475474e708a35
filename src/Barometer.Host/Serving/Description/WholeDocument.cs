using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Barometer.Host.Serving.Description;

/// <summary>What the document says of the interface as a whole.</summary>
internal sealed class WholeDocument : IOpenApiDocumentTransformer
{
    /// <summary>The name under which tokens stand in the document.</summary>
    public const string Token = "token";

    /// <summary>The name under which keys stand in the document.</summary>
    public const string Key = "key";

    /// <inheritdoc />
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Barometer",
            Version = "v1",
            Description = "The record behind indices that people score by hand. Every number says what it was computed from: positions in the record, rule set and digest. "
                + "Commands carry Idempotency-Key, and If-Match where they change a development; with dryRun=true they say what they would do. "
                + "Mistakes are told as problem details (RFC 9457).",
        };
        // Wherever it is served.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        Headers.AddTo(document);
        Schemas.Complete(document);
        document.AddComponent(ProblemSchema.Name, ProblemSchema.Written);
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "A token of the identity provider, for people." },
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = ApiKeys.Header, Description = "A key, for programs." },
        };
        return Task.CompletedTask;
    }
}
