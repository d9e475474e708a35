using System.Runtime.InteropServices;

namespace Barometer.Benchmarks.Measuring;

/// <summary>What was measured on, for a figure says nothing without it.</summary>
internal sealed record Machine(
    string System,
    string Runtime,
    int Cores,
    double MemoryGigabytes,
    string? LoadAtStart,
    string PostgreSql,
    string FileSystem,
    IReadOnlyDictionary<string, string> Settings)
{
    private static readonly string[] Asked = ["fsync", "synchronous_commit", "full_page_writes", "wal_sync_method", "shared_buffers", "max_wal_size"];

    public static async Task<Machine> Describe(TemporaryRecord record, CancellationToken cancellation)
    {
        var settings = new Dictionary<string, string>();
        foreach (var name in Asked)
            settings.Add(name, await record.Ask<string>($"select current_setting('{name}')", cancellation));
        return new Machine(
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            Environment.ProcessorCount,
            Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Math.Pow(1024, 3), 1),
            File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg", cancellation)).Split(' ')[0] : null,
            await record.Ask<string>("select current_setting('server_version')", cancellation),
            new DriveInfo(record.Folder).DriveFormat,
            settings);
    }
}
