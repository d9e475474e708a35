using Npgsql;

namespace Barometer.Host.Store;

/// <summary>
/// A connection on which something failed, or was stopped on the way. What was about to be prepared on it is not; Npgsql may take it for prepared
/// (npgsql#6391), and stumble over the first row that it gives to somebody else later.
/// </summary>
internal static class Interrupted
{
    /// <summary>Gives it back with nothing prepared on it; one that is lost is given up.</summary>
    public static async Task GiveBack(NpgsqlConnection connection, NpgsqlTransaction? transaction)
    {
        // What was ended in the same round trip needs no end, and is refused one.
        await Try(() => transaction?.RollbackAsync(CancellationToken.None) ?? Task.CompletedTask);
        await Try(() => Task.Run(connection.UnprepareAll));
        await connection.DisposeAsync();
    }

    private static async Task Try(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            // Npgsql keeps no connection that it lost.
        }
    }
}
