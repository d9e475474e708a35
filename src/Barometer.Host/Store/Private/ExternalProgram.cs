using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Barometer.Host.Store.Private;

/// <summary>How a program ended, and all it said.</summary>
internal sealed record Ended(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}

/// <summary>Runs a program to its end; what it leaves running keeps nothing of the caller open.</summary>
internal static class ExternalProgram
{
    private const int NotFound = 127;
    private const int SetDescriptorFlags = 2;
    private const int CloseOnExecute = 1;

    public static async Task<Ended> Run(IReadOnlyList<string> command, string folder, CancellationToken cancellation)
    {
        KeepInheritedFiles();
        Process? process = null;
        try
        {
            process = Process.Start(Describe(command, folder))!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new Ended(process.ExitCode, $"{await errors}{await output}".Trim());
        }
        catch (Win32Exception e)
        {
            return new Ended(NotFound, e.Message);
        }
        catch (OperationCanceledException)
        {
            process?.Kill(entireProcessTree: true);
            throw;
        }
        finally
        {
            process?.Dispose();
        }
    }

    private static ProcessStartInfo Describe(IReadOnlyList<string> command, string folder)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A server outlives its caller, whose secrets and PG* settings are none of its business.
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    // A caller's caller may wait for the end of a pipe that it left open to all below it (make, bats, some CI runners).
    private static void KeepInheritedFiles()
    {
        if (!OperatingSystem.IsLinux())
            return;

        foreach (var file in Directory.GetFileSystemEntries("/proc/self/fd"))
        {
            if (int.Parse(Path.GetFileName(file)) is var descriptor and > 2)
                _ = SetFlags(descriptor, SetDescriptorFlags, CloseOnExecute);
        }
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFlags(int descriptor, int command, int flags);
}
