using Barometer.Host.Store.Private;
using Npgsql;

namespace Barometer.Host.Store;

/// <summary>Which database the record is in: the one that the environment names, or a private one.</summary>
internal static class Database
{
    /// <summary>The environment variable that names a server; unset, a private PostgreSQL is started.</summary>
    public const string ConnectionVariable = "ConnectionStrings__barometer";

    /// <summary>The environment variable that names the connection of the tables' owner, for setting up.</summary>
    public const string OwnerVariable = "ConnectionStrings__owner";

    /// <summary>The environment variable that names the folder of the private database.</summary>
    public const string HomeVariable = "BAROMETER_HOME";

    /// <summary>True where no server is named, and the database is a private one.</summary>
    public static bool IsPrivate => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ConnectionVariable));

    /// <summary>The private database of this clone, whether it runs or not.</summary>
    public static PrivatePostgres Private() =>
        new(Path.GetFullPath(Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } home ? home : ".barometer"));

    /// <summary>A connection string, as the service, to a database that is set up for this build.</summary>
    /// <exception cref="DatabaseUnavailableException">A server is named that is not set up, or another login than the service's.</exception>
    public static async Task<string> Connection(CancellationToken cancellation)
    {
        if (IsPrivate)
        {
            var owner = await Private().Start(cancellation);
            await Schema.Ensure(owner, cancellation);
            return Schema.AsService(owner);
        }

        var named = Named(ConnectionVariable)!;
        await using var source = NpgsqlDataSource.Create(named);
        return await Schema.Objection(source, cancellation) is { } objection ? throw new DatabaseUnavailableException(objection) : named;
    }

    /// <summary>A connection string as the owner of the tables.</summary>
    /// <exception cref="DatabaseUnavailableException">A server is named, and its owner is not.</exception>
    public static async Task<string> Owner(CancellationToken cancellation) =>
        Named(OwnerVariable) is { } named ? named
        : IsPrivate ? await Private().Start(cancellation)
        : throw new DatabaseUnavailableException($"{ConnectionVariable} names the service's login, which sets nothing up: name the connection of the tables' owner in {OwnerVariable}.");

    /// <summary>True while another process has a session with the private database.</summary>
    public static async Task<bool> IsUsedByOthers(CancellationToken cancellation)
    {
        NpgsqlConnection.ClearAllPools();
        await using var source = NpgsqlDataSource.Create(await Private().Start(cancellation));
        await using var ask = source.CreateCommand("select exists (select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid())");
        return (bool)(await ask.ExecuteScalarAsync(cancellation))!;
    }

    private static string? Named(string variable)
    {
        try
        {
            return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named ? new NpgsqlConnectionStringBuilder(named).ConnectionString : null;
        }
        catch (ArgumentException wrong)
        {
            throw new DatabaseUnavailableException($"{variable} is no connection string ({wrong.Message.TrimEnd('.')}); one looks like Host=localhost;Username=me;Password=…;Database=barometer.", wrong);
        }
    }

    /// <summary>The store alone, for reading.</summary>
    public static async Task<IDocumentStore> OpenStore(CancellationToken cancellation)
    {
        var connection = await Connection(cancellation);
        return DocumentStore.For(store => RecordStore.Configure(store, connection));
    }
}
