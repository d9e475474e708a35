using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Barometer.Host.Serving.Admission;

/// <summary>Sets up who is let in: tokens of an identity provider for people, keys for programs.</summary>
internal static class Admitting
{
    private const string ByCredential = "Credential";

    /// <summary>
    /// Adds it. Tokens are checked as <c>Authentication:Schemes:Bearer</c> of the configuration says (Authority, ValidAudiences …); while that
    /// names no provider, none is valid.
    /// </summary>
    public static IServiceCollection AddAdmission(this IServiceCollection services, bool development)
    {
        services.AddMemoryCache();
        services.AddSingleton<Appointed>();
        services.AddSingleton<IAuthorizationHandler, RightHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusing>();
        var ways = services.AddAuthentication(ByCredential)
            .AddPolicyScheme(ByCredential, displayName: null, options => options.ForwardDefaultSelector = context => Way(context.Request, development))
            .AddJwtBearer(options =>
            {
                // Claims keep the names that the token gives them.
                options.MapInboundClaims = false;
                // Whoever sends a token waits for the provider's keys, until they are known.
                options.BackchannelTimeout = TimeSpan.FromSeconds(5);
                options.Events = new JwtBearerEvents { OnAuthenticationFailed = IdentityProvider.Ask };
            })
            .AddScheme<AuthenticationSchemeOptions, ApiKeys>(ApiKeys.Named, configureOptions: null);
        if (development)
            ways.AddScheme<AuthenticationSchemeOptions, DevelopmentMode>(DevelopmentMode.Named, configureOptions: null);
        services.AddAuthorization();
        return services;
    }

    /// <summary>Keeps a service from starting that has an endpoint about which nobody decided who may use it.</summary>
    /// <exception cref="InvalidOperationException">There is one.</exception>
    public static void CheckAdmission(this IEndpointRouteBuilder app)
    {
        var undecided = app.DataSources.SelectMany(source => source.Endpoints)
            .Where(e => e.Metadata.GetMetadata<NeedsAttribute>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(e => e.DisplayName).ToArray();
        if (undecided is not [])
            throw new InvalidOperationException($"Nobody decided who may use {string.Join(", ", undecided)}: say [Needs(…)].");
    }

    private static string Way(HttpRequest request, bool development)
    {
        if (request.Headers.ContainsKey(ApiKeys.Header))
            return ApiKeys.Named;
        var said = request.Headers.Authorization.ToString();
        return development && (said.Length == 0 || said.StartsWith(DevelopmentMode.Named, StringComparison.Ordinal)) ? DevelopmentMode.Named : JwtBearerDefaults.AuthenticationScheme;
    }
}
