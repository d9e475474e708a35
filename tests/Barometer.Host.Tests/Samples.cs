using Barometer.Domain.Barometers;
using Barometer.Domain.Tests;
using Barometer.Host.Imports;
using Barometer.Publications;
using Barometer.Publications.Minsk;

namespace Barometer.Host.Tests;

/// <summary>Issue 12 as the project's own data, out of scripts/samples.</summary>
internal static class Samples
{
    public static string Developments { get; } = ProjectFolder.Of("scripts", "samples", "minsk-12-developments.csv");

    public static string Printed { get; } = ProjectFolder.Of("scripts", "samples", "minsk-12-printed.csv");

    /// <summary>The command that imports both files.</summary>
    public static ImportPublication Issue12(string actor = "anna") => new([Read(Developments), Read(Printed)], SkipNotUnderstood: false, DryRun: false, actor);

    private static Reading Read(string path)
    {
        var settings = Declaring.Fold(Declaring.Decide(MinskBarometer.Declaration("test"), current: null).Expected());
        using var stream = File.OpenRead(path);
        return PublicationReading.Read(stream, Path.GetFileName(path), settings);
    }
}
