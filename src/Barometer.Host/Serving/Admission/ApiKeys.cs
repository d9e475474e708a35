using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Barometer.Domain.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Barometer.Host.Serving.Admission;

/// <summary>
/// Keys of programs, written <c>bk.minsk.nightly-import.secret</c>. Of the secret, 256 random bits, the record keeps a digest: one that
/// cannot be guessed needs no slow one.
/// </summary>
internal sealed class ApiKeys(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, LatelyRead lately)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The header that carries a key.</summary>
    public const string Header = "X-Api-Key";

    /// <summary>The name of this way to say who one is.</summary>
    public const string Named = "ApiKey";

    private const string Prefix = "bk";

    /// <summary>A new secret, and its digest.</summary>
    public static (string Secret, string Hash) NewSecret()
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (secret, HashOf(secret));
    }

    /// <summary>A key as it is handed out, once.</summary>
    public static string Written(string barometer, string name, string secret) => $"{Prefix}.{barometer}.{name}.{secret}";

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString().Split('.') is not [Prefix, var barometer, var name, var secret])
            return AuthenticateResult.Fail("no key");
        var key = (await lately.Appointments(barometer, Context.RequestAborted)).FindKey(name);
        return key is not null && IsIts(secret, key) && !key.Revoked && key.Expires > TimeProvider.GetUtcNow()
            ? AuthenticateResult.Success(new AuthenticationTicket(Identity.OfKey(barometer, name, Named), Named))
            : AuthenticateResult.Fail("no valid key");
    }

    private static bool IsIts(string secret, Key key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(key.Hash));

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
