using Barometer.Host.Store;
using Barometer.Host.Store.Private;
using Barometer.Host.Tests;
using Npgsql;

[assembly: AssemblyFixture(typeof(Server))]

namespace Barometer.Host.Tests;

/// <summary>A PostgreSQL of the tests' own, set up once by its owner; every test gets a database made from that,
/// and works on it as the service does.</summary>
public sealed class Server : IAsyncLifetime
{
    private const string Template = "barometer_template";

    private readonly string _home = Directory.CreateTempSubdirectory("barometer-tests-").FullName;
    private readonly SemaphoreSlim _turn = new(1);
    private PrivatePostgres? _postgres;
    private string _connection = "";
    private int _databases;

    public async ValueTask InitializeAsync()
    {
        _postgres = new PrivatePostgres(_home);
        _connection = await _postgres.Start();
        await Execute($"create database {Template}");
        await Schema.SetUp(To(Template), CancellationToken.None);
        // A database that somebody is connected to cannot be copied.
        NpgsqlConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _postgres!.Stop();
        Directory.Delete(_home, recursive: true);
        _turn.Dispose();
    }

    /// <summary>An empty record, with the host that commands are sent to.</summary>
    public async Task<EmptyRecord> NewRecord() => await EmptyRecord.Open(await NewDatabase());

    /// <summary>A connection string to an empty record, as the service.</summary>
    public async Task<string> NewDatabase() => Schema.AsService(await Create($"template {Template}"));

    /// <summary>The same connection as the owner, for what the service may not do.</summary>
    public string AsOwner(string connection) => new NpgsqlConnectionStringBuilder(connection) { Username = new NpgsqlConnectionStringBuilder(_connection).Username }.ConnectionString;

    /// <summary>A connection string to a database that has not even a schema, as its owner.</summary>
    public Task<string> NewEmptyDatabase() => Create("");

    private async Task<string> Create(string from)
    {
        var name = $"record_{Interlocked.Increment(ref _databases)}";
        await _turn.WaitAsync();
        try
        {
            await Execute($"create database {name} {from}");
        }
        finally
        {
            _turn.Release();
        }

        return To(name);
    }

    private string To(string database) => new NpgsqlConnectionStringBuilder(_connection) { Database = database, MaxPoolSize = 20, ConnectionIdleLifetime = 10, ConnectionPruningInterval = 5 }.ConnectionString;

    private async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
