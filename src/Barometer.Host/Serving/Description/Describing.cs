using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Barometer.Host.Serving.Description;

/// <summary>The interface described for programs (OpenAPI 3.1) and for people (a reference page).</summary>
internal static class Describing
{
    /// <summary>The name of the document.</summary>
    public const string Document = "v1";

    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = Names.OfSchema;
        options.AddDocumentTransformer<WholeDocument>();
        options.AddOperationTransformer<EachOperation>();
    });

    // Its script comes with the package; nothing else is loaded from anywhere, whatever it would like.
    private const string FromHere = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    public static void MapDescription(this WebApplication app)
    {
        app.MapOpenApi($"/openapi/{Document}.json").AllowAnonymous();
        app.MapScalarApiReference("/reference", reference => reference.WithTitle("Barometer").DisableDefaultFonts().DisableAgent().DisableMcp().DisableTelemetry().HideClientButton())
            .AddEndpointFilter(OnlyFromHere)
            .AllowAnonymous();
    }

    private static ValueTask<object?> OnlyFromHere(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.ContentSecurityPolicy = FromHere;
        return next(context);
    }
}
