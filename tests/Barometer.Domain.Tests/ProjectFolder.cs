using System.Runtime.CompilerServices;

namespace Barometer.Domain.Tests;

/// <summary>The project's own files, where they stand.</summary>
internal static class ProjectFolder
{
    private static readonly string Root = RootAbove(AppContext.BaseDirectory) ?? RootAbove(Path.GetDirectoryName(Here()))!;

    /// <summary>The path of a file or folder, said from the root of the project.</summary>
    public static string Of(params string[] path) => Path.Combine([Root, .. path]);

    private static string? RootAbove(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Barometer.EventSourcing.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
