using Barometer.Host.Store;
using Barometer.Host.Store.Private;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Barometer.Benchmarks.Measuring;

/// <summary>An empty record and the real host over it, on a PostgreSQL of its own that is deleted afterwards.</summary>
internal sealed class TemporaryRecord : IAsyncDisposable
{
    private readonly PrivatePostgres _server;

    private TemporaryRecord(PrivatePostgres server, string folder, string connection, IHost host)
    {
        (_server, Folder, Connection, Host) = (server, folder, connection, host);
        Database = NpgsqlDataSource.Create(connection);
    }

    /// <summary>Where the server's files lie.</summary>
    public string Folder { get; }

    /// <summary>To the database, as its owner.</summary>
    public string Connection { get; }

    /// <summary>Takes commands to their handlers, and works as the service.</summary>
    public IHost Host { get; }

    /// <summary>To the same database, past the host.</summary>
    public NpgsqlDataSource Database { get; }

    public static async Task<TemporaryRecord> Start(CancellationToken cancellation)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"barometer-bench-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        var server = new PrivatePostgres(folder);
        var connection = await server.Start(cancellation);
        await Schema.SetUp(connection, cancellation);
        var host = Application.Build(Schema.AsService(connection)).Build();
        await host.StartAsync(cancellation);
        return new TemporaryRecord(server, folder, connection, host);
    }

    /// <summary>Does something in the database, past the host.</summary>
    public async Task Execute(string sql, CancellationToken cancellation)
    {
        await using var command = Database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Asks the database for one value, past the host.</summary>
    public async Task<T> Ask<T>(string sql, CancellationToken cancellation)
    {
        await using var command = Database.CreateCommand(sql);
        command.CommandTimeout = 0;
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync();
        Host.Dispose();
        await Database.DisposeAsync();
        await _server.Stop();
        Directory.Delete(Folder, recursive: true);
    }
}
