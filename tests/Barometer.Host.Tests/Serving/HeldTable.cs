using Npgsql;

namespace Barometer.Host.Tests.Serving;

/// <summary>A table that nobody gets at until it is released, so that whatever needs it stays under way.</summary>
internal sealed class HeldTable : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private HeldTable(NpgsqlConnection connection) => _connection = connection;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Holds a table, from whoever would read it too unless another mode is said.</summary>
    public static async Task<HeldTable> Of(Server server, ServedRecord served, string table, string mode = "access exclusive")
    {
        var held = new HeldTable(new NpgsqlConnection(server.AsOwner(served.Record.Connection)));
        await held._connection.OpenAsync(Cancel);
        await held.Execute($"begin; lock table barometer.{table} in {mode} mode");
        return held;
    }

    public Task Release() => Execute("commit");

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task Execute(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
