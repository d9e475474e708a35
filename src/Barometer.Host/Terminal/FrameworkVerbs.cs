using System.Net;
using System.Runtime.CompilerServices;
using Barometer.Host.Serving;
using Barometer.Host.Store;
using JasperFx;

namespace Barometer.Host.Terminal;

/// <summary>The framework's own verbs: rebuilding projections, setting up the database, describing the application, writing handler code.</summary>
internal static class FrameworkVerbs
{
    private static readonly string[] Names = ["projections", "resources", "describe", "codegen", "openapi", "db-apply", "db-assert", "db-patch", "db-dump", "storage"];

    private static readonly string[] Help = ["--help", "-h", "-?"];

    // What one may do with resources; where nothing is said, it is setting up.
    private static readonly string[] Looking = ["check", "list", "statistics"];

    private static readonly string[] Destroying = ["clear", "teardown"];

    public static bool Are(string[] args) => args is [var verb, ..] && Names.Contains(verb);

    // A method of its own, so that no other verb loads the framework's command line.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<int> Run(string[] args)
    {
        // Writing code needs the compiler; neither that, nor a description, nor help needs a database.
        var (writing, helping) = (args[0] == "codegen", args.Any(Help.Contains));
        var needsRecord = !writing && !helping && args[0] != "openapi";
        try
        {
            if (args[0] == "resources" && !helping && SaysOneOf(Destroying, args))
                return await Refuse();
            if (args[0] == "resources" && !helping && !SaysOneOf(Looking, args))
                return await SetUp();
            var connection = needsRecord ? await Database.Connection(CancellationToken.None) : "Host=localhost";
            await using var service = Service.Build(new ServiceSettings(connection, new IPEndPoint(IPAddress.Loopback, 0), Writing: writing));
            return await service.RunJasperFxCommands(helping ? ["help", args[0]] : args);
        }
        catch (Exception failure)
        {
            await Console.Error.WriteLineAsync(Failure.Told(failure));
            return ExitCodes.Failed;
        }
    }

    private static bool SaysOneOf(string[] actions, string[] args) => args.Any(a => actions.Contains(a, StringComparer.OrdinalIgnoreCase));

    private static async Task<int> Refuse()
    {
        await Console.Error.WriteLineAsync("The record is never deleted, so nothing is cleared or torn down; a private database goes with its folder.");
        return ExitCodes.Refused;
    }

    // Barometer's own: the framework knows of tables, and of nothing that protects them.
    private static async Task<int> SetUp()
    {
        if (await Schema.SetUp(await Database.Owner(CancellationToken.None), CancellationToken.None) is { } mended)
            Console.WriteLine(mended);
        Console.WriteLine($"The tables are those of this build, the record in them is protected, and {Schema.ServiceRole} may work on them.");
        return ExitCodes.Done;
    }
}
