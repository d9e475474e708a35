using System.Net;
using Barometer.Host.Imports;
using Barometer.Host.Serving.Admission;
using Barometer.Host.Serving.Description;
using Barometer.Host.Serving.Running;
using Barometer.Host.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Net.Http.Headers;
using Wolverine.Http;

namespace Barometer.Host.Serving;

/// <summary>How the service is to run.</summary>
/// <param name="Connection">To the database of the record.</param>
/// <param name="Listen">Where it listens.</param>
/// <param name="Development">True to let everybody on this machine in, in anybody's name.</param>
/// <param name="Writing">True to write the endpoints' code instead of running it.</param>
/// <param name="Telling">True to tell on standard error what it does.</param>
internal sealed record ServiceSettings(string Connection, IPEndPoint Listen, bool Development = false, bool Writing = false, bool Telling = false);

/// <summary>The service: what the command line can do, over HTTP.</summary>
internal static class Service
{
    /// <summary>The application, not started.</summary>
    public static WebApplication Build(ServiceSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddLogs(settings.Telling);
        builder.AddTelemetry();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Stopping.Patience);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.LargestBody;
            kestrel.Limits.MaxRequestLineSize = Limits.LongestAddress;
            kestrel.Listen(settings.Listen);
        });
        // Before the framework's, which keeps a problem from whoever does not name its form in Accept.
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = FrameworkProblems.Complete);
        builder.Services.ConfigureHttpJsonOptions(json => SaidJson.Configure(json.SerializerOptions));
        builder.Services.AddSingleton<LatelyRead>();
        builder.Services.AddAdmission(settings.Development);
        builder.Services.AddSingleton<Rates>();
        builder.Services.AddLimits();
        builder.Services.AddCompression();
        builder.Services.AddDescription();
        builder.Services.AddSingleton<Settled>();
        builder.Services.AddSingleton<RunningImports>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RunningImports>());
        builder.Services.AddWolverineHttp();
        builder.Host.UseWolverine(options => Application.ConfigureInstance(options, settings.Connection, settings.Writing), ExtensionDiscovery.ManualOnly);
        var app = builder.Build();
        Use(app, settings.Development);
        Health.Map(app);
        ProblemTypes.Map(app);
        app.MapDescription();
        app.MapWolverineEndpoints(endpoints =>
        {
            endpoints.RejectUnparseableQueryValues = true;
            endpoints.AddParameterHandlingStrategy<BindingOfDoor>();
            endpoints.AddPolicy<BindingOfBody>();
        });
        app.CheckAdmission();
        return app;
    }

    // In the order in which a request comes past.
    private static void Use(WebApplication app, bool development)
    {
        app.UseCorrelation();
        app.UseLogs();
        app.UseResponseCompression();
        app.Use(Privately);
        app.UseStopping();
        app.UseExceptionHandler(failed => failed.Run(context => FrameworkProblems.OfFailure(context).ExecuteAsync(context)));
        app.UseStatusCodePages();
        if (development)
            app.Use(Loudly);
        app.UseAuthentication();
        app.Use(app.Services.GetRequiredService<Rates>().Pass);
        app.UseAuthorization();
        // After whoever is not let in: strangers take no place in a queue.
        app.UseRateLimiter();
        app.Use(SaidQuery.Understood);
    }

    // A page of elsewhere may send a browser here under a name of its own, and a proxy may bring anybody.
    private static Task Loudly(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers["X-Barometer-Mode"] = Admission.DevelopmentMode.Warning;
        return context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
            ? next(context)
            : Problems.Of(ProblemKind.Forbidden, "In development mode only this machine is answered, as localhost, 127.0.0.1 or [::1].").ExecuteAsync(context);
    }

    private static Task Privately(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = $"{HeaderNames.Authorization}, {ApiKeys.Header}";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}
