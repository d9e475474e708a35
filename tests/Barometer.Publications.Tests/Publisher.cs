using System.Text;
using Barometer.Domain.Barometers;
using Barometer.Publications.Minsk;

namespace Barometer.Publications.Tests;

/// <summary>The barometer that tests read for, and where they find what they read.</summary>
public static class Publisher
{
    public static Settings Settings { get; } =
        Declaring.Decide(MinskBarometer.Declaration("test"), current: null).Accepted(out var declared, out var refusal)
            ? Declaring.Fold(declared)
            : throw new InvalidOperationException(refusal.Sentence);

    /// <summary>Reads text as a file of that name.</summary>
    public static Reading Read(string text, string name = "issue.txt") => Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), name);

    /// <summary>Reads a file.</summary>
    public static Reading Read(Stream file, string name) => PublicationReading.Read(file, name, Settings);

    /// <summary>Reads a file of the sample.</summary>
    public static Reading Sample(string name)
    {
        using var file = File.OpenRead(Path.Combine(Root, "scripts", "samples", name));
        return Read(file, name);
    }

    /// <summary>The text of issue 12, which is not part of the project; without it a test is skipped.</summary>
    public static string Issue12()
    {
        var shared = Environment.GetEnvironmentVariable("BAROMETER_SHARED") ?? Path.Combine(Root, "..", "shared");
        var path = Path.Combine(shared, "seeds", "minsk-barometer-12.txt");
        Assert.SkipUnless(File.Exists(path), "The text of issue 12 is not here; BAROMETER_SHARED names the folder that has it in seeds/.");
        return File.ReadAllText(path);
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Barometer.EventSourcing.sln")))
                folder = folder.Parent!;
            return folder.FullName;
        }
    }
}
