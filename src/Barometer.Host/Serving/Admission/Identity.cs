using System.Collections.Immutable;
using System.Security.Claims;
using Barometer.Domain.People;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Barometer.Host.Serving.Admission;

/// <summary>What a credential says of whoever sent it, as claims. What he or she may do is in the record, and in no credential.</summary>
internal static class Identity
{
    /// <summary>The claim of the barometer that a key is for.</summary>
    private const string BarometerOfKey = "barometer:key-barometer";

    /// <summary>The claim of a key's name.</summary>
    private const string NameOfKey = "barometer:key-name";

    /// <summary>The claim of a person's subject, as OpenID Connect names it.</summary>
    private const string SubjectOfPerson = JwtRegisteredClaimNames.Sub;

    // A token that brings claims of these names brings them in vain: they count in an identity of their own scheme alone.
    private const string NameOfAnybody = "barometer:development-name";
    private const string RoleOfAnybody = "barometer:development-role";

    /// <summary>Who sent a key.</summary>
    public static ClaimsPrincipal OfKey(string barometer, string name, string scheme) =>
        new(new ClaimsIdentity([new Claim(BarometerOfKey, barometer), new Claim(NameOfKey, name)], scheme));

    /// <summary>Who says who he is, and what, in development mode.</summary>
    public static ClaimsPrincipal OfAnybody(string name, ImmutableArray<Role> roles, string scheme) =>
        new(new ClaimsIdentity(roles.Select(r => new Claim(RoleOfAnybody, Word.Of(r))).Prepend(new Claim(NameOfAnybody, name)), scheme));

    /// <summary>Who says who he is; null outside development mode.</summary>
    public static Caller? Anybody(this ClaimsPrincipal user) =>
        user.Identity?.AuthenticationType == DevelopmentMode.Named && user.FindFirst(NameOfAnybody) is { } name ? new Caller(name.Value, [.. user.FindAll(RoleOfAnybody).Select(r => Word.Read<Role>(r.Value)!.Value)]) : null;

    /// <summary>The key that was sent, and the barometer it is for; null for a person.</summary>
    public static (string Barometer, string Name)? Key(this ClaimsPrincipal user) =>
        user.Identity?.AuthenticationType == ApiKeys.Named && user.FindFirst(NameOfKey) is { } name ? (user.FindFirst(BarometerOfKey)!.Value, name.Value) : null;

    /// <summary>The subject of a person; null for a key.</summary>
    public static string? Subject(this ClaimsPrincipal user) => user.Key() is null ? user.FindFirst(SubjectOfPerson)?.Value : null;

    /// <summary>What tells callers apart whose requests are counted: a credential, else an address.</summary>
    public static string Counted(HttpContext context) =>
        context.User.Key() is { } key ? $"key {key.Barometer} {key.Name}" : context.User.Subject() is { } subject ? $"subject {subject}" : $"address {context.Connection.RemoteIpAddress}";
}
