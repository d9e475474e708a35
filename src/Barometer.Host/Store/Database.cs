using Barometer.Host.Store.Private;

namespace Barometer.Host.Store;

/// <summary>Which database the record is in: the one that the environment names, or a private one.</summary>
internal static class Database
{
    /// <summary>The environment variable that names a server; unset, a private PostgreSQL is started.</summary>
    public const string ConnectionVariable = "ConnectionStrings__barometer";

    /// <summary>The environment variable that names the folder of the private database.</summary>
    public const string HomeVariable = "BAROMETER_HOME";

    /// <summary>The private database of this clone, whether it runs or not.</summary>
    public static PrivatePostgres Private() =>
        new(Path.GetFullPath(Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } home ? home : ".barometer"));

    /// <summary>A connection string to a database whose schema is that of this build.</summary>
    public static async Task<string> Connection(CancellationToken cancellation)
    {
        var connection = Environment.GetEnvironmentVariable(ConnectionVariable) is { Length: > 0 } named
            ? named
            : await Private().Start(cancellation);
        await Schema.Ensure(connection, cancellation);
        return connection;
    }

    /// <summary>The store alone, for reading.</summary>
    public static async Task<IDocumentStore> OpenStore(CancellationToken cancellation)
    {
        var connection = await Connection(cancellation);
        return DocumentStore.For(store => RecordStore.Configure(store, connection));
    }
}
