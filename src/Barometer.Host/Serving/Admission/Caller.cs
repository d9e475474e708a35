using System.Collections.Immutable;
using Barometer.Domain.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Barometer.Host.Serving.Admission;

/// <summary>Who asks, at the barometer that is asked.</summary>
/// <param name="Name">As the record names him, her or it.</param>
/// <param name="Roles">What he, she or it is there; none to whom it does not concern.</param>
public sealed record Caller(string Name, ImmutableArray<Role> Roles)
{
    /// <summary>The caller of a request that was let in.</summary>
    public static Caller Of(HttpContext context) => context.Features.GetRequiredFeature<Caller>();

    internal static Caller? Find(HttpContext context) => context.Features.Get<Caller>();
}
