namespace Barometer.Host.Tests.Imports;

/// <summary>Files that a test writes to have them imported, and that are gone when it is over.</summary>
internal sealed class WrittenFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("importing");

    /// <summary>The path of a file of these lines.</summary>
    public string Write(params string[] lines)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid()}.csv");
        File.WriteAllLines(file, lines);
        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
