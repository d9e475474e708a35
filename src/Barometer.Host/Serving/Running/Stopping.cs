using Microsoft.AspNetCore.Builder;
using Microsoft.Net.Http.Headers;

namespace Barometer.Host.Serving.Running;

/// <summary>How the service ends: what it began it brings to its end and answers, and what comes after that is sent to another instance.</summary>
internal static class Stopping
{
    /// <summary>How long it waits for what it began.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Refuses what comes on connections that are open still.</summary>
    public static void UseStopping(this WebApplication app) => app.Use((context, next) =>
    {
        if (!app.Lifetime.ApplicationStopping.IsCancellationRequested)
            return next(context);
        context.Response.Headers[HeaderNames.RetryAfter] = "1";
        context.Response.Headers[HeaderNames.Connection] = "close";
        return Problems.Of(ProblemKind.Unavailable, "This instance is stopping; nothing was recorded. Ask another, or again in a second: with the same Idempotency-Key a command acts once.").ExecuteAsync(context);
    });
}
