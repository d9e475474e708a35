using Barometer.Host.Store.Private;
using Npgsql;

namespace Barometer.Host.Store;

/// <summary>Which database the record is in: the one that the environment names, or a private one.</summary>
internal static class Database
{
    /// <summary>The environment variable that names a server; unset, a private PostgreSQL is started.</summary>
    public const string ConnectionVariable = "ConnectionStrings__barometer";

    /// <summary>The environment variable that names the folder of the private database.</summary>
    public const string HomeVariable = "BAROMETER_HOME";

    /// <summary>True where no server is named, and the database is a private one.</summary>
    public static bool IsPrivate => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ConnectionVariable));

    /// <summary>The private database of this clone, whether it runs or not.</summary>
    public static PrivatePostgres Private() =>
        new(Path.GetFullPath(Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } home ? home : ".barometer"));

    /// <summary>A connection string to a database whose schema is that of this build.</summary>
    public static async Task<string> Connection(CancellationToken cancellation)
    {
        var connection = IsPrivate ? await Private().Start(cancellation) : Checked(Environment.GetEnvironmentVariable(ConnectionVariable)!);
        await Schema.Ensure(connection, cancellation);
        return connection;
    }

    /// <summary>True while another process has a session with the private database.</summary>
    public static async Task<bool> IsUsedByOthers(CancellationToken cancellation)
    {
        NpgsqlConnection.ClearAllPools();
        await using var source = NpgsqlDataSource.Create(await Private().Start(cancellation));
        await using var ask = source.CreateCommand("select exists (select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid())");
        return (bool)(await ask.ExecuteScalarAsync(cancellation))!;
    }

    private static string Checked(string named)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(named).ConnectionString;
        }
        catch (ArgumentException wrong)
        {
            throw new DatabaseUnavailableException($"{ConnectionVariable} is no connection string ({wrong.Message.TrimEnd('.')}); one looks like Host=localhost;Username=me;Password=…;Database=barometer.", wrong);
        }
    }

    /// <summary>The store alone, for reading.</summary>
    public static async Task<IDocumentStore> OpenStore(CancellationToken cancellation)
    {
        var connection = await Connection(cancellation);
        return DocumentStore.For(store => RecordStore.Configure(store, connection));
    }
}
