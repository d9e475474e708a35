using System.Runtime.CompilerServices;
using Xunit;

namespace Barometer.Publications.Tests;

/// <summary>Where the samples are, and the published text, which is no part of the project.</summary>
internal static class Files
{
    /// <summary>A file of scripts/samples.</summary>
    public static Stream Sample(string name) => File.OpenRead(Path.Combine(Root, "scripts", "samples", name));

    /// <summary>The page that explains the language of rule sets.</summary>
    public static string Language() => File.ReadAllText(Path.Combine(Root, "src", "Barometer.Domain", "RuleSets", "language.md"));

    /// <summary>The text of issue 12 as published; the test is skipped where there is none.</summary>
    public static string PublishedIssue() => File.ReadAllText(Shared("seeds/minsk-barometer-12.txt"));

    /// <summary>A real file of coded data; the test is skipped where there is none.</summary>
    public static string Coded(string name) => Shared($"data/{name}");

    private static string Shared(string name)
    {
        var shared = Environment.GetEnvironmentVariable("BAROMETER_SHARED") ?? Path.Combine(Root, "..", "shared");
        var path = Path.Combine(shared, name);
        if (!File.Exists(path))
            Assert.Skip($"What is published elsewhere is not here: {path}. BAROMETER_SHARED names another folder.");
        return path;
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
