using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Barometer.Host.Tests.Serving;

/// <summary>An identity provider of the tests' own, as far as a service sees it: it signs tokens with a key that the service is told.</summary>
internal static class Tokens
{
    private const string Issuer = "https://people.test";
    private const string Audience = "barometer";

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    /// <summary>What a service is told of the provider, as it is told everything: by its environment.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Authentication__Schemes__Bearer__ValidIssuer"] = Issuer,
        ["Authentication__Schemes__Bearer__ValidAudiences__0"] = Audience,
        ["Authentication__Schemes__Bearer__SigningKeys__0__Issuer"] = Issuer,
        ["Authentication__Schemes__Bearer__SigningKeys__0__Value"] = Convert.ToBase64String(Key),
    };

    /// <summary>A token for a subject.</summary>
    public static string Of(string subject, string audience = Audience, TimeSpan? valid = null, byte[]? key = null, params (string Name, string Value)[] claims) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = audience,
        NotBefore = DateTime.UtcNow.AddHours(-2),
        Expires = DateTime.UtcNow + (valid ?? TimeSpan.FromHours(1)),
        Claims = claims.Append(("sub", subject)).ToDictionary(c => c.Item1, c => (object)c.Item2, StringComparer.Ordinal),
        SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key ?? Key), SecurityAlgorithms.HmacSha256),
    });

    // Services in the tests' own process have the same environment.
    [ModuleInitializer]
    internal static void Tell()
    {
        foreach (var (name, value) in Environment)
            System.Environment.SetEnvironmentVariable(name, value);
    }
}
