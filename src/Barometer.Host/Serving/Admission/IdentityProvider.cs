using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;

namespace Barometer.Host.Serving.Admission;

/// <summary>Whether the provider of identity has told its keys: until it has, nobody knows of a token whether it is good.</summary>
internal static class IdentityProvider
{
    /// <summary>Asks, where a token was not found good.</summary>
    public static async Task Ask(AuthenticationFailedContext failed)
    {
        if (failed.Options.ConfigurationManager is not { } provider)
            return;
        try
        {
            await provider.GetConfigurationAsync(failed.HttpContext.RequestAborted);
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or HttpRequestException)
        {
            failed.HttpContext.Features.Set(new Silence());
        }
    }

    /// <summary>True where a token could not be looked at for that reason.</summary>
    public static bool WasSilent(HttpContext context) => context.Features.Get<Silence>() is not null;

    private sealed class Silence;
}
