using System.Collections.Immutable;
using System.Text.Encodings.Web;
using Barometer.Domain.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Barometer.Host.Serving.Admission;

/// <summary>
/// For trying things on one's own machine: everybody is who he says he is (<c>Authorization: Development anna editor</c>), and by default
/// whoever started the service, in every role. It is loud about itself, and the service listens to no other machine meanwhile.
/// </summary>
internal sealed class DevelopmentMode(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of this way to say who one is, and the word in the header.</summary>
    public const string Named = "Development";

    /// <summary>What every answer says, and the screen at the start.</summary>
    public const string Warning = "development mode: anybody on this machine may do anything in anybody's name";

    /// <inheritdoc />
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Request.Headers.Authorization.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [] => Ticket(Environment.UserName, [.. Enum.GetValues<Role>()]),
            [Named, var name] => Ticket(name, [.. Enum.GetValues<Role>()]),
            [Named, var name, var roles] when Roles(roles) is { } read => Ticket(name, read),
            _ => AuthenticateResult.Fail("no such role"),
        });

    private static AuthenticateResult Ticket(string name, ImmutableArray<Role> roles) =>
        AuthenticateResult.Success(new AuthenticationTicket(Identity.OfAnybody(name, roles, Named), Named));

    private static ImmutableArray<Role>? Roles(string words)
    {
        var roles = words.Split(',').Select(Word.Read<Role>).ToArray();
        return roles.All(r => r is not null) ? [.. roles.Select(r => r!.Value)] : null;
    }
}
