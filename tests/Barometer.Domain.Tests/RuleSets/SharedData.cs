using System.Runtime.CompilerServices;

namespace Barometer.Domain.Tests.RuleSets;

/// <summary>Published tables, which are no part of the project; a test is skipped where there are none.</summary>
internal static class SharedData
{
    public static string[] Lines(string name)
    {
        var shared = Environment.GetEnvironmentVariable("BAROMETER_SHARED") ?? Path.Combine(Root, "..", "shared");
        var path = Path.Combine(shared, "data", name);
        if (!File.Exists(path))
            Assert.Skip($"The published tables are not here: {path}. BAROMETER_SHARED names another folder.");
        return File.ReadAllLines(path);
    }

    private static string Root { get; } = RootAbove(AppContext.BaseDirectory) ?? RootAbove(Here())!;

    private static string? RootAbove(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Barometer.EventSourcing.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder;
    }

    private static string? Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path);
}
