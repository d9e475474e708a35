using Barometer.Domain.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Barometer.Host.Serving.Admission;

/// <summary>Lets in who has the right that an endpoint needs, at the barometer of its path.</summary>
internal sealed class RightHandler(Appointed appointed) : AuthorizationHandler<NeedsAttribute>
{
    /// <inheritdoc />
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (context.User.Identity?.IsAuthenticated != true || context.Resource is not HttpContext http)
            return;
        var caller = await appointed.Caller(context.User, http.GetRouteValue("barometer") as string ?? Appointments.Everywhere, http.RequestAborted);
        http.Features.Set(caller);
        if (caller.Roles.Allow(requirement.Right))
            context.Succeed(requirement);
    }
}
