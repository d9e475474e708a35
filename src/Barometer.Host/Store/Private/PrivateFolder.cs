namespace Barometer.Host.Store.Private;

/// <summary>A folder that only its owner may enter.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
            throw new DatabaseUnavailableException("Barometer runs no database of its own on Windows; set ConnectionStrings__barometer to a PostgreSQL server.");

        if (File.Exists(folder))
            throw new DatabaseUnavailableException($"{folder} is a file; BAROMETER_HOME names a folder.");
        try
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException($"The folder {folder} cannot be made ({e.Message}); set BAROMETER_HOME to a folder you may write to.", e);
        }

        Guard(folder);
    }

    /// <summary>Refuses a folder that somebody else laid under this name: only a folder's owner (or root) may set its mode.</summary>
    public static void Guard(string folder)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(folder))
            return;

        try
        {
            if (new DirectoryInfo(folder).LinkTarget is not null)
                throw new UnauthorizedAccessException("it is a link");

            if (File.GetUnixFileMode(folder) != OwnerOnly || !Environment.IsPrivilegedProcess)
                File.SetUnixFileMode(folder, OwnerOnly);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new DatabaseUnavailableException($"The database's folder {folder} is not yours ({e.Message}); run as its owner, or set BAROMETER_HOME to another folder.", e);
        }
    }
}
