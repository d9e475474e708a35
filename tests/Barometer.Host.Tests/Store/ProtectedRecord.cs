using Barometer.Host.Record;
using Npgsql;

namespace Barometer.Host.Tests.Store;

/// <summary>A record with an event and its receipt in it, for trying what is undone afterwards.</summary>
public sealed class ProtectedRecord(Server server) : IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public EmptyRecord Record { get; private set; } = null!;

    public string Owner => server.AsOwner(Record.Connection);

    public string Service => Record.Connection;

    public async ValueTask InitializeAsync()
    {
        Record = await (await server.NewRecord()).Declared();
        (await Record.Send<Recorded>(EmptyRecord.Scored("russia", 2), key: "sent")).Expected();
    }

    public ValueTask DisposeAsync() => Record.DisposeAsync();

    /// <summary>What the database says to statements, and whatever they did is undone; null where it has nothing against them.</summary>
    public static async Task<PostgresException?> Try(string connection, string statements)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var opened = await source.OpenConnectionAsync(Cancel);
        await using var undone = await opened.BeginTransactionAsync(Cancel);
        await using var tried = new NpgsqlCommand(statements, opened, undone);
        try
        {
            await tried.ExecuteNonQueryAsync(Cancel);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused;
        }
    }
}
