using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Barometer.Host.Tests.Serving.Admission;

/// <summary>A provider of identity as a service finds it: it says where its keys are, and signs tokens with one of them (RS256).</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    private const string Audience = "barometer";

    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _provider;

    private OpenIdProvider(WebApplication provider) => _provider = provider;

    /// <summary>Where it is found, and whom its tokens are from.</summary>
    public string Authority => _provider.Urls.Single();

    private RsaSecurityKey Key => new(_key) { KeyId = "of-november" };

    /// <summary>Starts one on this machine.</summary>
    public static async Task<OpenIdProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        var provider = new OpenIdProvider(builder.Build());
        provider._provider.MapGet("/.well-known/openid-configuration", () => new { issuer = provider.Authority, jwks_uri = $"{provider.Authority}/keys" });
        provider._provider.MapGet("/keys", () => new { keys = new[] { provider.Published() } });
        await provider._provider.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>Is silent from now on.</summary>
    public Task Stop() => _provider.StopAsync(TestContext.Current.CancellationToken);

    /// <summary>A token for a subject, signed with the provider's key, or with one that it does not know.</summary>
    public string Token(string subject, RSA? key = null) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Authority,
        Audience = Audience,
        Expires = DateTime.UtcNow.AddHours(1),
        Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = subject },
        SigningCredentials = new SigningCredentials(key is null ? Key : new RsaSecurityKey(key) { KeyId = Key.KeyId }, SecurityAlgorithms.RsaSha256),
    });

    /// <summary>What a service is told of it in its environment; the tests' own provider is none of its.</summary>
    public (string Variable, string? Value)[] Environment =>
    [
        .. Tokens.Environment.Keys.Select(name => (name, (string?)null)),
        ("Authentication__Schemes__Bearer__Authority", Authority),
        ("Authentication__Schemes__Bearer__RequireHttpsMetadata", "false"),
        ("Authentication__Schemes__Bearer__ValidAudiences__0", Audience),
    ];

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _key.Dispose();
    }

    private object Published()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = Key.KeyId, n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) };
    }
}
