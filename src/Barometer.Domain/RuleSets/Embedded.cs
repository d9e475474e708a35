namespace Barometer.Domain.RuleSets;

/// <summary>Files that come with the domain.</summary>
internal static class Embedded
{
    public static string Text(string file)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream($"Barometer.Domain.RuleSets.{file}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
