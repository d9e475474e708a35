using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Barometer.Host.Serving.Running;

/// <summary>Traces, metrics and logs for whoever collects them by OpenTelemetry's protocol; nothing where nobody is named.</summary>
internal static class Telemetry
{
    /// <summary>OpenTelemetry's own environment variable for where they are sent; its others (<c>OTEL_SERVICE_NAME</c> …) hold too.</summary>
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[EndpointVariable]))
            return;
        builder.Services.AddOpenTelemetry()
            // What the environment says comes last, and counts.
            .ConfigureResource(resource => resource.AddService("barometer").AddEnvironmentVariableDetector())
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !IsHealth(context))
                .AddSource("Wolverine")
                .AddNpgsql())
            .WithMetrics(metrics => metrics.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Wolverine*", "Marten", "Npgsql"))
            .WithLogging(configureBuilder: null, logs => (logs.IncludeFormattedMessage, logs.IncludeScopes) = (true, true))
            .UseOtlpExporter();
    }

    private static bool IsHealth(HttpContext context) => context.Request.Path.StartsWithSegments(Health.Root, StringComparison.Ordinal);
}
