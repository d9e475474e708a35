using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Barometer.Host.Serving.Running;

/// <summary>
/// What the service says of itself on standard error: a line of JSON each, or text in a terminal. Requests are named by method and path, never by
/// what was sent, so that no credential, key or body comes into it.
/// </summary>
internal static partial class Logs
{
    /// <summary>The name that a level is set for, as <c>Logging__LogLevel__Barometer=Warning</c>.</summary>
    public const string Category = "Barometer";

    public static void AddLogs(this WebApplicationBuilder builder, bool told)
    {
        builder.Logging.ClearProviders();
        // What the libraries say in passing is for whoever looks for it, and asks for it in the environment.
        if (builder.Configuration["Logging:LogLevel:Default"] is null)
            builder.Logging.AddFilter((category, level) => level >= (category == Category ? LogLevel.Information : LogLevel.Warning));
        // Why it does not start, the verb tells in a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        if (!told)
            return;
        builder.Logging.AddJsonConsole(json => (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (true, true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        builder.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            if (!Console.IsErrorRedirected)
                console.FormatterName = ConsoleFormatterNames.Simple;
        });
    }

    /// <summary>Has every request told, once it is answered.</summary>
    public static void UseLogs(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
        app.Use(async (context, next) =>
        {
            var began = Stopwatch.GetTimestamp();
            await next(context);
            var (request, status, correlation) = (context.Request, context.Response.StatusCode, Correlation.Of(context));
            var milliseconds = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            var level = LevelOf(request.Path, status);
            Answered(log, level, request.Method, request.Path, status, milliseconds, correlation);
        });
    }

    // Somebody must look at a failure; what an instance cannot do now, another can, or it can later; what was refused is no fault of the service.
    private static LogLevel LevelOf(PathString path, int status) => status switch
    {
        StatusCodes.Status503ServiceUnavailable => LogLevel.Warning,
        >= StatusCodes.Status500InternalServerError => LogLevel.Error,
        _ => path.StartsWithSegments(Health.Root, StringComparison.Ordinal) ? LogLevel.Debug : LogLevel.Information,
    };

    [LoggerMessage(Message = "{Method} {Path} answered {Status} in {Milliseconds} ms ({Correlation})")]
    private static partial void Answered(ILogger log, LogLevel level, string method, PathString path, int status, long milliseconds, string correlation);

    [LoggerMessage(LogLevel.Warning, "*** {Warning} ***")]
    public static partial void Loud(this ILogger log, string warning);

    [LoggerMessage(LogLevel.Information, "Serving on http://{Listen} as instance {Instance}; Ctrl+C ends it.")]
    public static partial void Serving(this ILogger log, System.Net.IPEndPoint listen, Guid instance);

    [LoggerMessage(LogLevel.Error, "{Objection}")]
    public static partial void Unready(this ILogger log, string objection);
}
