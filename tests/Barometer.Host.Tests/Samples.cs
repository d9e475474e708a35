namespace Barometer.Host.Tests;

/// <summary>Issue 12 as the project's own data, where the clone has it.</summary>
internal static class Samples
{
    public static string Developments { get; } = Find("minsk-12-developments.csv");

    public static string Printed { get; } = Find("minsk-12-printed.csv");

    private static string Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "scripts", "samples", file) is var path && File.Exists(path))
                return path;
        }

        throw new FileNotFoundException($"No folder above the tests has scripts/samples/{file}.");
    }
}
