using System.Net;
using Barometer.Host.Serving.Running;
using Barometer.Host.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Barometer.Host.Serving;

/// <summary>The verb that serves until it is ended.</summary>
internal static class Serve
{
    /// <summary>As typed.</summary>
    public const string Name = "serve";

    private static readonly Option<int> Port = new("--port") { Description = "The port.", DefaultValueFactory = _ => 5080 };
    private static readonly Option<string> Address = new("--address") { Description = "The address to listen at; by default only this machine.", DefaultValueFactory = _ => IPAddress.Loopback.ToString() };
    private static readonly Option<bool> Development = new("--development") { Description = "Let everybody on this machine in, in anybody's name; never from another machine." };

    public static Command Verb() => Terminal.Verb.Of<bool>(
        Name,
        "Serve everything over HTTP, until it is ended.",
        [Port, Address, Development],
        async (door, cancellation) =>
        {
            if (!Listen(door).Accepted(out var listen, out var refusal))
                return refusal;
            await using var app = Service.Build(new ServiceSettings(await Database.Connection(cancellation), listen, door.Get(Development), Telling: true));
            await Start(app, cancellation);
            var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Logs.Category);
            if (door.Get(Development))
                log.Loud(Admission.DevelopmentMode.Warning);
            log.Serving(listen, app.Services.GetRequiredService<WolverineOptions>().UniqueNodeId);
            await app.WaitForShutdownAsync(cancellation);
            return true;
        },
        (_, _) => { });

    private static async Task Start(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch
        {
            // It has told other instances of itself, and they would wait for its signs of life.
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static Decision<IPEndPoint> Listen(Door door)
    {
        if (door.Get(Port) is < 1 or > ushort.MaxValue)
            return Refusal.Usage($"--port is a number from 1 to {ushort.MaxValue}.");
        if (!IPAddress.TryParse(door.Get(Address), out var address))
            return Refusal.Usage($"'{door.Get(Address)}' is no address; one looks like 127.0.0.1, or 0.0.0.0 for every network of this machine.");
        return door.Get(Development) && !IPAddress.IsLoopback(address)
            ? Refusal.Rule($"In development mode anybody may do anything, so it listens on this machine only, not on {address}. Leave out --development, and say who people are (Authentication__Schemes__Bearer__Authority).")
            : new IPEndPoint(address, door.Get(Port));
    }
}
