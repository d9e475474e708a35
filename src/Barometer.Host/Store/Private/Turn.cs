namespace Barometer.Host.Store.Private;

/// <summary>The right to start or stop the server, held by one process at a time; the system takes it back from one that dies.</summary>
internal static class Turn
{
    // EWOULDBLOCK of Linux and of macOS: somebody else has it.
    private const int TakenOnLinux = 11;
    private const int TakenOnMac = 35;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<IDisposable> Take(string file, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e.HResult is TakenOnLinux or TakenOnMac)
            {
                await Task.Delay(Pause, cancellation);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new DatabaseUnavailableException($"The file {file} cannot be written ({e.Message}); run as its owner, or set BAROMETER_HOME to a folder you may write to.", e);
            }
        }
    }
}
