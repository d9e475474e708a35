using System.Net;
using Barometer.Host.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Barometer.Host.Serving;

/// <summary>The service: health and the log, on loopback only, since nobody has to say who he is yet.</summary>
internal static class Service
{
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
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.ConfigureHttpJsonOptions(json => RecordJson.Configure(json.SerializerOptions));
        builder.Host.UseWolverine(options => Application.Configure(options, connection), ExtensionDiscovery.ManualOnly);
        var app = builder.Build();
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
            return TypedResults.Ok(new { Status = "ready" });
        }
        catch (NpgsqlException)
        {
            return TypedResults.Json(new { Status = "the database cannot be reached" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> Entries(IDocumentStore store, string barometer, long? after, int? take, CancellationToken cancellation) =>
        (await ConsistentReading.Read(store, barometer, session => Log.Entries(session, after, take, cancellation), cancellation)).Accepted(out var entries, out var refusal)
            ? TypedResults.Ok(entries)
            : TypedResults.Problem(refusal.Sentence, statusCode: refusal.Kind == RefusalKind.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
}
