using Barometer.Domain.People;
using Microsoft.AspNetCore.Authorization;

namespace Barometer.Host.Serving.Admission;

/// <summary>What right an endpoint needs at the barometer of its path. A service with an endpoint without a decision does not start.</summary>
/// <param name="right">Which.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsAttribute(Right right) : Attribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>Which.</summary>
    public Right Right => right;

    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}
