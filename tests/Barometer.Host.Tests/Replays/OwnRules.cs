namespace Barometer.Host.Tests.Replays;

/// <summary>A rule set in a file, as somebody has it who has written one.</summary>
internal static class OwnRules
{
    /// <summary>Uses one of version 1, and leaves no file behind.</summary>
    public static async Task<T> InFile<T>(string rules, Func<string, Task<T>> use, string name = "own-rules")
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.yaml");
        await File.WriteAllTextAsync(file, $"name: {name}\nversion: 1\ntitle: Own rules\n{rules}\n", TestContext.Current.CancellationToken);
        try
        {
            return await use(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
