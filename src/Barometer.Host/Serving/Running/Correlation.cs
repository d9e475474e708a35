using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Barometer.Host.Serving.Running;

/// <summary>
/// What a request is known by everywhere: in its answer, in problems, in logs, in traces, and in the metadata of the events that it recorded. It is the
/// trace of the W3C's <c>traceparent</c>, where one was sent.
/// </summary>
internal static class Correlation
{
    /// <summary>The header of every answer that carries it.</summary>
    public const string Header = "X-Correlation-Id";

    // The framework gives a request its place in a trace only where somebody listens.
    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
        Sample = (ref _) => ActivitySamplingResult.PropagationData,
    };

    static Correlation() => ActivitySource.AddActivityListener(Listener);

    /// <summary>The id of a request.</summary>
    public static string Of(HttpContext context) => context.Features.Get<IHttpActivityFeature>()?.Activity.TraceId.ToString() ?? context.TraceIdentifier;

    /// <summary>Has every answer carry it.</summary>
    public static void UseCorrelation(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(
            static said =>
            {
                var answered = (HttpContext)said;
                answered.Response.Headers[Header] = Of(answered);
                return Task.CompletedTask;
            },
            context);
        return next(context);
    });
}
