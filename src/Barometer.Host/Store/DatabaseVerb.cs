using Spectre.Console;

namespace Barometer.Host.Store;

/// <summary>What became of the private database.</summary>
/// <param name="Running">Whether it runs now.</param>
/// <param name="Connection">How to connect to it with other programs; absent while it does not run.</param>
internal sealed record AnsweredDatabase(bool Running, string? Connection);

/// <summary>The private database, started by the first verb that needs it and ended here.</summary>
internal static class DatabaseVerb
{
    public static Command Verb() => new("db", "The private database.")
    {
        Terminal.Verb.Of<AnsweredDatabase>(
            "start", "Start it, if it does not run.", [],
            async (_, cancellation) => new AnsweredDatabase(Running: true, await Database.Private().Start(cancellation)), Show),
        Terminal.Verb.Of<AnsweredDatabase>("stop", "End it.", [], Stop, Show),
        Terminal.Verb.Of<AnsweredDatabase>(
            "status", "Say whether it runs.", [],
            async (_, cancellation) => new AnsweredDatabase(await Database.Private().IsRunning(cancellation), Connection: null), Show),
    };

    private static async Task<Decision<AnsweredDatabase>> Stop(Door door, CancellationToken cancellation)
    {
        await Database.Private().Stop(cancellation);
        return new AnsweredDatabase(Running: false, Connection: null);
    }

    private static void Show(Door door, AnsweredDatabase database)
    {
        door.Out.WriteLine(database.Running ? "The private database runs." : "The private database does not run.");
        if (database.Connection is { } connection)
            door.Out.WriteLine(connection);
        if (!Database.IsPrivate)
            door.Out.WriteLine($"It is not used: {Database.ConnectionVariable} names another server.");
    }
}
