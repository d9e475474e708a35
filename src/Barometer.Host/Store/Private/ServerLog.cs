using System.Text;

namespace Barometer.Host.Store.Private;

/// <summary>The server's log: one file, cut back to its end at a start when it has grown long.</summary>
internal sealed class ServerLog(string folder)
{
    public const string Name = "log";
    private const int Longest = 1 << 20;
    private const int Kept = 1 << 16;
    private const int Shown = 8;

    private readonly string _path = Path.Combine(folder, Name);

    public void Trim()
    {
        if (new FileInfo(_path) is { Exists: true, Length: > Longest })
            File.WriteAllText(_path, End());
    }

    public IEnumerable<string> LastLines() =>
        File.Exists(_path) ? End().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(Shown) : [];

    private string End()
    {
        using var log = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Seek(-Math.Min(Kept, log.Length), SeekOrigin.End);
        using var reader = new StreamReader(log, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
