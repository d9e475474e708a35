using System.Diagnostics;
using Barometer.Domain.Tests;

namespace Barometer.Host.Tests;

/// <summary>What a process said, and how it ended.</summary>
internal sealed record Ended(int ExitCode, string Out, string Error);

/// <summary>The built executable in a process of its own.</summary>
internal sealed class Executable : IDisposable
{
    // As it was built: the framework's verbs look through all that lies beside it, and cannot load what lies beside the tests.
    private static readonly string Built = ProjectFolder.Of("src", "Barometer.Host", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "barometer.dll");

    private readonly Process _process;
    private readonly Task<string> _out;

    private Executable(Process process)
    {
        _process = process;
        _out = process.StandardOutput.ReadToEndAsync(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What it says to people, as it comes.</summary>
    public StreamReader Error => _process.StandardError;

    public int Id => _process.Id;

    /// <summary>Starts it on a database.</summary>
    public static Executable Start(string connection, params string[] args) => Start([("ConnectionStrings__barometer", connection)], args);

    /// <summary>Starts it in an environment.</summary>
    public static Executable Start((string Variable, string? Value)[] environment, params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [Built, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;
        return new Executable(Process.Start(start)!);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<Ended> Run(string connection, params string[] args)
    {
        using var executable = Start(connection, args);
        return await executable.End();
    }

    /// <summary>Runs it to its end in an environment.</summary>
    public static async Task<Ended> Run((string Variable, string? Value)[] environment, params string[] args)
    {
        using var executable = Start(environment, args);
        return await executable.End();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<Ended> End()
    {
        var error = await Error.ReadToEndAsync(Cancel);
        await _process.WaitForExitAsync(Cancel);
        return new Ended(_process.ExitCode, await _out, error);
    }

    /// <summary>Ends it as a crash would.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(Cancel);
    }

    public void Dispose()
    {
        // Where a test failed on its way, nothing is left behind.
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
