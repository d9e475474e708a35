using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Events.Projections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wolverine.Marten;

namespace Barometer.Host.Store;

/// <summary>The host behind every door: Wolverine takes a command to its handler, Marten keeps the record.</summary>
public static class Application
{
    /// <summary>The schema of the tables by which instances know each other.</summary>
    public const string InstancesSchema = "wolverine";

    // An instance that says nothing for that long is dead, and what it did is shared out among the others.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(1);

    /// <summary>Builds the host of a single verb: it sends commands to handlers in this process and runs nothing beside.</summary>
    /// <param name="connection">To the database of the record.</param>
    public static IHostBuilder Build(string connection) =>
        new HostBuilder().UseWolverine(options => Configure(options, connection), ExtensionDiscovery.ManualOnly);

    /// <summary>Sets Wolverine and Marten up for a verb.</summary>
    /// <param name="options">Of Wolverine.</param>
    /// <param name="connection">To the database of the record.</param>
    public static void Configure(WolverineOptions options, string connection)
    {
        Handle(options);
        options.Durability.Mode = DurabilityMode.MediatorOnly;
        options.Durability.DurabilityAgentEnabled = false;
        options.Services.AddMarten(store => RecordStore.Configure(store, connection)).UseLightweightSessions();
    }

    /// <summary>Sets them up for one of several instances of the service, which share out among them what follows behind the record.</summary>
    /// <param name="options">Of Wolverine.</param>
    /// <param name="connection">To the database of the record.</param>
    /// <param name="writing">True to write the handlers' code instead of running it.</param>
    public static void ConfigureInstance(WolverineOptions options, string connection, bool writing = false)
    {
        Handle(options);
        options.ServiceName = "barometer";
        var durability = options.Durability;
        durability.Mode = DurabilityMode.Balanced;
        (durability.FirstHealthCheckExecution, durability.HealthCheckPollingTime, durability.CheckAssignmentPeriod) = (SignOfLife, SignOfLife, SignOfLife);
        durability.StaleNodeTimeout = Silence;
        durability.NodeAssignmentHealthCheckTracingEnabled = false;
        options.Services.AddMarten(store => RecordStore.Configure(store, connection, ProjectionLifecycle.Async))
            .UseLightweightSessions()
            .IntegrateWithWolverine(integration =>
            {
                integration.UseWolverineManagedEventSubscriptionDistribution = true;
                integration.MessageStorageSchemaName = InstancesSchema;
                integration.AutoCreate = AutoCreate.None;
            });
        if (writing)
        {
            options.CodeGeneration.TypeLoadMode = TypeLoadMode.Dynamic;
            options.Services.AddWolverineRuntimeCompilation();
            options.CodeGeneration.GeneratedCodeOutputPath = Path.Combine(Environment.CurrentDirectory, "Internal", "Generated");
        }
    }

    private static void Handle(WolverineOptions options)
    {
        options.ApplicationAssembly = typeof(Application).Assembly;
        options.AutoBuildMessageStorageOnStartup = AutoCreate.None;
        options.EnableRelayOfUserName = true;
        // Handlers are compiled ahead (scripts/codegen), so that no compiler is loaded at start.
        options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
        options.Services.AddSingleton<Gathering>();
        options.Policies.AddMiddleware(typeof(SessionOfTenant), chain => chain.HandlerCalls().Any(h => h.Method.GetParameters().Any(p => p.ParameterType == typeof(IDocumentSession))));
    }
}
