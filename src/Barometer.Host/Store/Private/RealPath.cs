namespace Barometer.Host.Store.Private;

/// <summary>The path without links, so that all who mean one folder call it by one name.</summary>
internal static class RealPath
{
    public static string Of(string path)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(path) is not { } parent)
            return path;

        var real = Path.Combine(Of(parent), Path.GetFileName(path));
        return Directory.Exists(real) && Directory.ResolveLinkTarget(real, returnFinalTarget: false) is { } target
            ? Of(target.FullName)
            : real;
    }
}
