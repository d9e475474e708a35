namespace Barometer.Host.Tests.Replays;

/// <summary>Published data, which is no part of the project; a test is skipped where there is none.</summary>
internal static class SharedData
{
    public static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Barometer.EventSourcing.sln")))
                return In(Environment.GetEnvironmentVariable("BAROMETER_SHARED") ?? Path.Combine(folder.FullName, "..", "shared"), name);
        }

        throw new DirectoryNotFoundException("No folder above the tests has Barometer.EventSourcing.sln.");
    }

    /// <summary>The rows of a table of two columns, its header left out.</summary>
    public static IReadOnlyDictionary<string, string> Table(string name) =>
        File.ReadLines(Find(name)).Skip(1).Select(l => l.Split('\t')).ToDictionary(l => l[0], l => l[1]);

    private static string In(string shared, string name)
    {
        var path = Path.Combine(shared, "data", name);
        if (!File.Exists(path))
            Assert.Skip($"Published data is not here: {path}. BAROMETER_SHARED names another folder.");
        return path;
    }
}
