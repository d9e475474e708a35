using System.Diagnostics;

namespace Barometer.Host.Store.Private;

/// <summary>
/// What a killed server leaves behind. PostgreSQL takes a lock file for good while a process has the number written
/// in it, whoever that is by now, and refuses to start beside an orphaned process. Here nobody answers at the socket
/// and nobody else may start the server, so both are remnants; PostgreSQL recovers the data by itself.
/// </summary>
internal static class Remnants
{
    public static void Clear(string data, string socket)
    {
        foreach (var orphan in Process.GetProcesses().Where(process => WorksIn(data, process)))
        {
            orphan.Kill();
            orphan.WaitForExit();
        }

        // Where it cannot be told whose a process is, PostgreSQL shall judge by its lock files.
        if (!OperatingSystem.IsLinux())
            return;

        File.Delete(Path.Combine(data, "postmaster.pid"));
        File.Delete(socket);
        File.Delete(socket + ".lock");
    }

    private static bool WorksIn(string data, Process process)
    {
        try
        {
            // A backend calls itself "postgres: " and what it does. A folder deleted below its server is marked so by
            // Linux; that server too must go, or it takes the new one's socket away when it notices.
            return OperatingSystem.IsLinux()
                && process.ProcessName.StartsWith("postgres", StringComparison.Ordinal)
                && new FileInfo($"/proc/{process.Id}/cwd").LinkTarget is { } folder
                && (folder == data || folder == data + " (deleted)");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // It has ended, or is another user's.
            return false;
        }
    }
}
