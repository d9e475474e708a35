using JasperFx;
using JasperFx.CodeGeneration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Barometer.Host.Store;

/// <summary>The host behind every door: Wolverine takes a command to its handler, Marten keeps the record.</summary>
public static class Application
{
    /// <summary>Builds the host of a single verb: it sends commands to handlers in this process and runs nothing beside.</summary>
    /// <param name="connection">To the database of the record.</param>
    public static IHostBuilder Build(string connection) =>
        new HostBuilder().UseWolverine(options => Configure(options, connection), ExtensionDiscovery.ManualOnly);

    /// <summary>Sets Wolverine and Marten up.</summary>
    /// <param name="options">Of Wolverine.</param>
    /// <param name="connection">To the database of the record.</param>
    /// <param name="writing">True to write the handlers' code instead of running it.</param>
    public static void Configure(WolverineOptions options, string connection, bool writing = false)
    {
        options.ApplicationAssembly = typeof(Application).Assembly;
        options.Durability.Mode = DurabilityMode.MediatorOnly;
        options.Durability.DurabilityAgentEnabled = false;
        options.AutoBuildMessageStorageOnStartup = AutoCreate.None;
        options.EnableRelayOfUserName = true;
        // Handlers are compiled ahead (scripts/codegen), so that no compiler is loaded at start.
        options.CodeGeneration.TypeLoadMode = writing ? TypeLoadMode.Dynamic : TypeLoadMode.Static;
        if (writing)
        {
            options.Services.AddWolverineRuntimeCompilation();
            options.CodeGeneration.GeneratedCodeOutputPath = Path.Combine(Environment.CurrentDirectory, "Internal", "Generated");
        }

        options.Services.AddMarten(store => RecordStore.Configure(store, connection)).UseLightweightSessions();
        options.Services.AddSingleton<Gathering>();
        options.Policies.AddMiddleware(typeof(SessionOfTenant), chain => chain.HandlerCalls().Any(h => h.Method.GetParameters().Any(p => p.ParameterType == typeof(IDocumentSession))));
    }
}
