using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Barometer.Host.Store.Private;

/// <summary>What one hears at the server's socket.</summary>
internal enum Heard
{
    None,
    NotNow,
    NoDatabase,
    Ready,
}

/// <summary>The Unix socket by which the server is reached: nobody but its user (and root) can.</summary>
internal sealed class ServerSocket
{
    public const string User = "barometer";
    public const int Port = 5432;
    private const string Database = "barometer";

    // What macOS allows, the least of all systems.
    private const int LongestPath = 103;

    // Separators of host lists, in PostgreSQL's settings or in Npgsql's.
    private const string Unspeakable = ",:'\"\\";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public ServerSocket(string folder)
    {
        Folder = CanHold(folder) ? folder : Stead(folder);
        Path = In(Folder);
        ConnectionString = To(Database, pooled: true);
    }

    public string Folder { get; }

    public string Path { get; }

    public string ConnectionString { get; }

    /// <summary>Whether a server listens.</summary>
    public async Task<bool> IsHeard(CancellationToken cancellation)
    {
        PrivateFolder.Guard(Folder);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path), cancellation);
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionRefused or SocketError.AddressNotAvailable)
        {
            return false;
        }
        catch (SocketException e)
        {
            throw new DatabaseUnavailableException($"The database's socket {Path} cannot be used ({e.Message}); run as the user who started the server, or set BAROMETER_HOME to another folder.", e);
        }
    }

    /// <summary>How the server answers one who wants to work.</summary>
    public async Task<Heard> Ask(CancellationToken cancellation)
    {
        if (!await IsHeard(cancellation))
            return Heard.None;

        try
        {
            // A pool would hand out a connection of the past.
            await using var connection = new NpgsqlConnection(To(Database, pooled: false));
            await connection.OpenAsync(cancellation);
            return Heard.Ready;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidCatalogName)
        {
            return Heard.NoDatabase;
        }
        catch (NpgsqlException e) when (IsPassing(e))
        {
            return Heard.NotNow;
        }
    }

    /// <summary>Asks until the server has come up or gone down.</summary>
    public async Task<Heard> AskPatientlyAsync(CancellationToken cancellation)
    {
        Heard answer;
        while ((answer = await Ask(cancellation)) is Heard.NotNow)
            await Task.Delay(Pause, cancellation);

        return answer;
    }

    public async Task CreateDatabaseAsync(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(To("postgres", pooled: false));
        await connection.OpenAsync(cancellation);
        await using var create = new NpgsqlCommand($"CREATE DATABASE {Database}", connection);
        await create.ExecuteNonQueryAsync(cancellation);
    }

    // A server that starts or stops says so, or hangs up, or is gone since it was heard.
    private static bool IsPassing(NpgsqlException e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }
        || e.InnerException is IOException or SocketException;

    private static bool CanHold(string folder) =>
        Encoding.UTF8.GetByteCount(In(folder)) <= LongestPath && !folder.AsSpan().ContainsAny(Unspeakable);

    // Root's server runs as another user, so only /run, where root alone may make folders, keeps strangers from taking the name.
    private static string Stead(string folder) =>
        $"{(Environment.IsPrivilegedProcess ? "/run" : "/tmp")}/barometer-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16]}";

    private static string In(string folder) => System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".s.PGSQL.{Port}"));

    private string To(string database, bool pooled) => new NpgsqlConnectionStringBuilder
    {
        Host = Folder,
        Port = Port,
        Username = User,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        Pooling = pooled,
    }.ConnectionString;
}
