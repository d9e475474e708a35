using System.Runtime.CompilerServices;
using Xunit;

namespace Barometer.Publications.Tests;

/// <summary>Where the samples are, and the published text, which is no part of the project.</summary>
internal static class Files
{
    /// <summary>A file of scripts/samples.</summary>
    public static Stream Sample(string name) => File.OpenRead(Path.Combine(Root, "scripts", "samples", name));

    /// <summary>The text of issue 12 as published; the test is skipped where there is none.</summary>
    public static string PublishedIssue()
    {
        const string name = "seeds/minsk-barometer-12.txt";
        var shared = Environment.GetEnvironmentVariable("BAROMETER_SHARED") ?? Path.Combine(Root, "..", "shared");
        var path = Path.Combine(shared, name);
        if (!File.Exists(path))
            Assert.Skip($"The published text of issue 12 is not here: {path}. BAROMETER_SHARED names another folder.");
        return File.ReadAllText(path);
    }

    /// <summary>The invented issue, which comes with the tests.</summary>
    public static string InventedIssue()
    {
        using var reader = new StreamReader(typeof(Files).Assembly.GetManifestResourceStream("Barometer.Publications.Tests.OtherIssues.invented-issue.txt")!);
        return reader.ReadToEnd();
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
