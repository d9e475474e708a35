using System.Diagnostics;
using System.Globalization;
using Barometer.Host.Store.Private;
using Npgsql;

namespace Barometer.Host.Tests.Store.Private;

/// <summary>A folder for a private server of a test's own; whatever is started in it is stopped with it.</summary>
public sealed class PrivateServer : IAsyncDisposable
{
    private readonly List<PrivatePostgres> _servers = [];

    public string Root { get; } = Directory.CreateTempSubdirectory("barometer-private-").FullName;

    public string Home => Path.Combine(Root, ".barometer");

    public string Data => Path.Combine(Home, "postgres", "data");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The process that all of the server's other processes come from.</summary>
    public Process Postmaster() =>
        Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture));

    /// <summary>The server of a home, as a verb in a process of its own names it.</summary>
    public PrivatePostgres At(string home)
    {
        var server = new PrivatePostgres(home);
        lock (_servers)
            _servers.Add(server);
        return server;
    }

    /// <summary>Starts the server of this folder, or finds it running.</summary>
    public Task<string> Start() => At(Home).Start(Cancel);

    public static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    public static async Task<object?> Ask(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.Stop(CancellationToken.None);
        Directory.Delete(Root, recursive: true);
    }
}
