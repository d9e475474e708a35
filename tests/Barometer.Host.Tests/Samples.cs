using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Host.Imports;
using Barometer.Publications;
using Barometer.Publications.Minsk;

namespace Barometer.Host.Tests;

/// <summary>Issue 12 as the project's own data, out of scripts/samples.</summary>
public static class Samples
{
    /// <summary>The command that imports both files of the sample.</summary>
    public static ImportPublication Issue12(string actor = "anna") =>
        new([Read("minsk-12-developments.csv"), Read("minsk-12-printed.csv")], SkipNotUnderstood: false, DryRun: false, actor);

    /// <summary>The path of a file of the sample.</summary>
    public static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Barometer.EventSourcing.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "scripts", "samples", file);
    }

    private static Reading Read(string file)
    {
        var settings = Declaring.Fold(Declaring.Decide(MinskBarometer.Declaration("test"), current: null).Expected());
        using var stream = File.OpenRead(PathOf(file));
        return PublicationReading.Read(stream, file, settings);
    }
}
