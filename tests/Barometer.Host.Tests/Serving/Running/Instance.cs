using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Npgsql;

namespace Barometer.Host.Tests.Serving.Running;

/// <summary>An instance of the service in a process of its own, and what it says.</summary>
internal sealed class Instance : IDisposable
{
    private readonly Executable _executable;
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly TaskCompletionSource<string> _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;

    private Instance(Executable executable, Uri address)
    {
        _executable = executable;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        _reading = Read();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public HttpClient Client { get; }

    /// <summary>What other instances know it by.</summary>
    public string Id { get; private set; } = "";

    /// <summary>What it said so far, a line of JSON each.</summary>
    public IReadOnlyCollection<JsonElement> Log => [.. _lines.Select(line => JsonElement.Parse(line))];

    /// <summary>Starts one, and waits until it serves; the database knows it by its name.</summary>
    public static async Task<Instance> Start(string database, string name, params (string Variable, string? Value)[] environment)
    {
        var connection = new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = 12, ApplicationName = name }.ConnectionString;
        var port = FreePort();
        var executable = Executable.Start([("ConnectionStrings__barometer", connection), .. environment], "serve", "--development", "--port", $"{port}");
        var instance = new Instance(executable, new Uri($"http://127.0.0.1:{port}"));
        instance.Id = await instance._serving.Task.WaitAsync(TimeSpan.FromMinutes(2), Cancel);
        return instance;
    }

    /// <summary>Asks it to end.</summary>
    public void Terminate()
    {
        using var asked = Process.Start("kill", ["-TERM", $"{_executable.Id}"]);
        asked.WaitForExit();
    }

    /// <summary>Ends it as a crash would.</summary>
    public Task Kill() => _executable.Kill();

    /// <summary>Waits until it ended.</summary>
    public async Task<Ended> End()
    {
        await _reading;
        return await _executable.End();
    }

    public void Dispose()
    {
        Client.Dispose();
        _executable.Dispose();
    }

    private async Task Read()
    {
        while (await _executable.Error.ReadLineAsync(Cancel) is { } line)
        {
            _lines.Enqueue(line);
            if (line.Contains("Serving on", StringComparison.Ordinal))
                _serving.TrySetResult(JsonElement.Parse(line).GetProperty("State").GetProperty("Instance").GetString()!);
        }

        _serving.TrySetException(new InvalidOperationException($"It ended: {string.Join('\n', _lines)}"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Waiting for what comes about by itself.</summary>
internal static class Eventually
{
    /// <summary>Which instance follows the record with the columns; null where none does.</summary>
    public static async Task<string?> Following(this EmptyRecord record) =>
        await record.Ask<string>("select coalesce((select node_id::text from wolverine.wolverine_node_assignments where id like '%/columns/all%'), '')") is { Length: > 0 } node ? node : null;

    /// <summary>Asks again and again until something holds, and says how long that took.</summary>
    /// <exception cref="TimeoutException">It did not within a minute.</exception>
    public static async Task<TimeSpan> Holds(Func<Task<bool>> ask, string what)
    {
        var began = Stopwatch.GetTimestamp();
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await ask())
        {
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromMinutes(1))
                throw new TimeoutException($"It did not come about that {what}.");
            await again.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        return Stopwatch.GetElapsedTime(began);
    }
}
