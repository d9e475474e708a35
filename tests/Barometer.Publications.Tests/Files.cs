using Barometer.Domain.Tests;

namespace Barometer.Publications.Tests;

/// <summary>Where the samples are, and the published text, which is no part of the project.</summary>
internal static class Files
{
    /// <summary>A file of scripts/samples.</summary>
    public static Stream Sample(string name) => File.OpenRead(ProjectFolder.Of("scripts", "samples", name));

    /// <summary>The page that explains the language of rule sets.</summary>
    public static string Language() => File.ReadAllText(ProjectFolder.Of("src", "Barometer.Domain", "RuleSets", "language.md"));

    /// <summary>The text of issue 12 as published; the test is skipped where there is none.</summary>
    public static string PublishedIssue() => File.ReadAllText(SharedData.FindSeed("minsk-barometer-12.txt"));

    /// <summary>The invented issue, which comes with the tests.</summary>
    public static string InventedIssue()
    {
        using var reader = new StreamReader(typeof(Files).Assembly.GetManifestResourceStream("Barometer.Publications.Tests.OtherIssues.invented-issue.txt")!);
        return reader.ReadToEnd();
    }
}
