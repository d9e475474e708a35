using Barometer.Domain.Barometers;
using Barometer.Domain.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Barometer.Host.Serving.Admission;

/// <summary>
/// Tells who is not let in why. For those whom a barometer does not concern it is as if there were none: nothing tells whether one of that
/// name exists.
/// </summary>
internal sealed class Refusing : IAuthorizationMiddlewareResultHandler
{
    /// <inheritdoc />
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);
        if (authorizeResult.Challenged && IdentityProvider.WasSilent(context))
            return Problems.Of(ProblemKind.Unavailable, "The provider of identity cannot be reached, and without it no token can be checked; come again. Keys of programs are checked without it.").ExecuteAsync(context);
        if (authorizeResult.Challenged)
        {
            context.Response.Headers.Append(HeaderNames.WWWAuthenticate, "Bearer");
            return Problems.Of(ProblemKind.Unauthenticated, $"Send a token (Authorization: Bearer …) or a key ({ApiKeys.Header}); if you did, it is not valid, has expired, or was revoked.").ExecuteAsync(context);
        }

        var caller = Caller.Find(context);
        if (caller is null or { Roles.IsEmpty: true } && context.GetRouteValue("barometer") is string barometer)
            return Problems.Of(Declaring.NotDeclared(barometer)).ExecuteAsync(context);
        var right = context.GetEndpoint()?.Metadata.GetMetadata<NeedsAttribute>()?.Right;
        return Problems.Of(ProblemKind.Forbidden, Sentence(caller, right)).ExecuteAsync(context);
    }

    private static string Sentence(Caller? caller, Right? right)
    {
        var roles = string.Join(" or ", Enum.GetValues<Role>().Where(r => right is null || Rights.Of(r).Contains(right.Value)).Select(r => Word.Of(r)));
        return caller is { Roles.IsEmpty: false }
            ? $"{caller.Name} is {string.Join(" and ", caller.Roles.Select(r => Word.Of(r)))} here; this needs {roles}."
            : $"This needs {roles}, of all barometers.";
    }
}
