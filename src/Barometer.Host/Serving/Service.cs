using System.Net;
using Barometer.Host.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Barometer.Host.Serving;

/// <summary>The service: health and the log, on loopback only, since nobody has to say who he is yet.</summary>
internal static class Service
{
    private const string Unreachable = "the database cannot be reached";

    private static readonly Option<int> Port = new("--port") { Description = "The port on 127.0.0.1.", DefaultValueFactory = _ => 5080 };

    public static Command Verb() => Terminal.Verb.Of<bool>(
        "serve",
        "Serve health and the log over HTTP, on 127.0.0.1 only.",
        [Port],
        async (door, cancellation) =>
        {
            if (door.Get(Port) is < 1 or > ushort.MaxValue)
                return Refusal.Usage($"--port is a number from 1 to {ushort.MaxValue}.");
            await using var app = Build(await Database.Connection(cancellation), door.Get(Port));
            await app.StartAsync(cancellation);
            await Console.Error.WriteLineAsync($"Serving on http://127.0.0.1:{door.Get(Port)}; Ctrl+C ends it.");
            await app.WaitForShutdownAsync(cancellation);
            return true;
        },
        (_, _) => { });

    /// <summary>The application, not started.</summary>
    public static WebApplication Build(string connection, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        // What goes wrong is told in a sentence to whoever asked.
        builder.Logging.ClearProviders();
        builder.Services.AddProblemDetails();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.ConfigureHttpJsonOptions(json => RecordJson.Configure(json.SerializerOptions));
        builder.Host.UseWolverine(options => Application.Configure(options, connection), ExtensionDiscovery.ManualOnly);
        var app = builder.Build();
        app.UseExceptionHandler(failed => failed.Run(context => Failed(context).ExecuteAsync(context)));
        app.UseStatusCodePages();
        app.MapGet("/health/live", () => TypedResults.Ok(new { Status = "live" }));
        app.MapGet("/health/ready", Ready);
        app.MapGet("/barometers/{barometer}/log", Entries);
        return app;
    }

    private static async Task<IResult> Ready(IDocumentStore store, CancellationToken cancellation)
    {
        try
        {
            await using var connection = store.Storage.Database.CreateConnection();
            await connection.OpenAsync(cancellation);
            // A pooled connection is open although its server is gone.
            await using var ask = connection.CreateCommand();
            ask.CommandText = "select 1";
            await ask.ExecuteScalarAsync(cancellation);
            return TypedResults.Ok(new { Status = "ready" });
        }
        catch (NpgsqlException)
        {
            return TypedResults.Json(new { Status = Unreachable }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static ProblemHttpResult Failed(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Error.GetBaseException() is NpgsqlException or System.Net.Sockets.SocketException
            ? TypedResults.Problem(Unreachable, statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Problem("Barometer has a fault; nothing was recorded.", statusCode: StatusCodes.Status500InternalServerError);

    private static async Task<IResult> Entries(IDocumentStore store, string barometer, long? after, int? take, CancellationToken cancellation) =>
        (await ConsistentReading.Read(store, barometer, session => Log.Entries(session, after, take, cancellation), cancellation)).Accepted(out var entries, out var refusal)
            ? TypedResults.Ok(entries)
            : TypedResults.Problem(refusal.Sentence, statusCode: refusal.Kind == RefusalKind.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
}
