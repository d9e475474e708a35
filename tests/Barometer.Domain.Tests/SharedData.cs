namespace Barometer.Domain.Tests;

/// <summary>What is published elsewhere, and is no part of the project; a test is skipped where it is not there.</summary>
internal static class SharedData
{
    /// <summary>The path of a published table or file of coded data.</summary>
    public static string Find(string name) => In("data", name);

    /// <summary>The path of a published text.</summary>
    public static string FindSeed(string name) => In("seeds", name);

    /// <summary>The lines of a published table.</summary>
    public static string[] Lines(string name) => File.ReadAllLines(Find(name));

    /// <summary>The rows of a table of two columns, its header left out.</summary>
    public static IReadOnlyDictionary<string, string> Table(string name) =>
        Lines(name).Skip(1).Select(l => l.Split('\t')).ToDictionary(l => l[0], l => l[1]);

    private static string In(string folder, string name)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("BAROMETER_SHARED") ?? ProjectFolder.Of("..", "shared"), folder, name);
        if (!File.Exists(path))
            Xunit.Assert.Skip($"What is published elsewhere is not here: {path}. BAROMETER_SHARED names another folder.");
        return path;
    }
}
