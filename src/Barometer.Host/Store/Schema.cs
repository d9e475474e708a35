using JasperFx;
using Medallion.Threading.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Wolverine.Persistence.Durability;

namespace Barometer.Host.Store;

/// <summary>
/// The tables, and what keeps the record in them from being altered (protection.sql): set up by their owner, once for a build.
/// The schema's comment names the build that did it, so that every later start asks one question and not one for each table.
/// </summary>
internal static class Schema
{
    /// <summary>The role that verbs and the service work under: it reads the record and adds to it.</summary>
    public const string ServiceRole = "barometer_service";

    private const string SetUpAsOwner = $"run ./scripts/barometer resources setup, with their owner's connection in {Database.OwnerVariable}";

    private static readonly string Build = typeof(Schema).Assembly.ManifestModule.ModuleVersionId.ToString();

    /// <summary>Sets up what this build needs, or mends it where it is there.</summary>
    /// <param name="owner">A connection as the owner of the tables.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What was found wrong in the record and made again; null where nothing was.</returns>
    public static Task<string?> SetUp(string owner, CancellationToken cancellation) => SetUp(owner, mending: true, cancellation);

    /// <summary>Sets up what this build needs, where that was not done.</summary>
    /// <param name="owner">A connection as the owner of the tables.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task Ensure(string owner, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        if ((await Access.Ask(source, cancellation)).Build != Build)
            await SetUp(owner, mending: false, cancellation);
    }

    /// <summary>Says in a sentence why the login of a connection cannot work on the record; null where it can, and cannot alter it.</summary>
    public static async Task<string?> Objection(NpgsqlDataSource service, CancellationToken cancellation) => await Access.Ask(service, cancellation) switch
    {
        { Build: null } => $"The database has no tables of Barometer: {SetUpAsOwner}.",
        { Build: var build } when build != Build => $"The database's tables are those of another build of Barometer: {SetUpAsOwner}.",
        { MayAlter: true, User: var user } => $"'{user}' could alter the record, so Barometer does not work as that: log in as {ServiceRole} in {Database.ConnectionVariable}.",
        { MayUse: false, User: var user } => $"'{user}' may not use the record: log in as {ServiceRole} in {Database.ConnectionVariable}, or grant {ServiceRole} to '{user}'.",
        _ => null,
    };

    /// <summary>The same connection as the service, where nobody has to show a password.</summary>
    public static string AsService(string owner) => new NpgsqlConnectionStringBuilder(owner) { Username = ServiceRole }.ConnectionString;

    private static async Task<string?> SetUp(string owner, bool mending, CancellationToken cancellation)
    {
        // One at a time; whoever waited finds it done.
        await using var turn = await new PostgresDistributedLock(new PostgresAdvisoryLockKey(RecordStore.Schema, allowHashing: true), owner).AcquireAsync(cancellationToken: cancellation);
        await using var source = NpgsqlDataSource.Create(owner);
        if (!mending && (await Access.Ask(source, cancellation)).Build == Build)
            return null;
        // Not started, only asked for what it needs: an instance of the service needs all that a verb does, and more.
        using (var instance = new HostBuilder().UseWolverine(options => Application.ConfigureInstance(options, owner), ExtensionDiscovery.ManualOnly).Build())
        {
            await instance.Services.GetRequiredService<IDocumentStore>().Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
            await instance.Services.GetRequiredService<IMessageStore>().Admin.MigrateAsync(AutoCreate.CreateOrUpdate);
        }

        var mended = await Sums.Mend(owner, cancellation);
        // Several statements in one command are one transaction.
        await using var protect = source.CreateCommand($"{await Protection(cancellation)} comment on schema {RecordStore.Schema} is 'build {Build}'");
        await protect.ExecuteNonQueryAsync(cancellation);
        return mended ? "The sums of the indices were not those of their movements; they were made again from the events." : null;
    }

    private static async Task<string> Protection(CancellationToken cancellation)
    {
        using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream("Barometer.Host.Store.protection.sql")!);
        return await reader.ReadToEndAsync(cancellation);
    }

    /// <summary>What a login finds.</summary>
    /// <param name="User">Who it is.</param>
    /// <param name="Build">The build that the tables are of; null where there are none.</param>
    /// <param name="MayUse">Whether it may work on the tables.</param>
    /// <param name="MayAlter">Whether it might change what is recorded, but for the triggers.</param>
    private sealed record Access(string User, string? Build, bool MayUse, bool MayAlter)
    {
        private const string Question = """
            select current_user, obj_description(n.oid, 'pg_namespace'), has_schema_privilege(n.oid, 'usage'), has_table_privilege(e.oid, 'update, delete, truncate')
            from (select) one left join pg_namespace n on nspname = $1 left join pg_class e on relnamespace = n.oid and relname = 'mt_events'
            """;

        public static async Task<Access> Ask(NpgsqlDataSource source, CancellationToken cancellation)
        {
            await using var ask = source.CreateCommand(Question);
            ask.Parameters.AddWithValue(RecordStore.Schema);
            await using var reader = await ask.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            return new Access(
                reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1).Split(' ')[^1], !reader.IsDBNull(2) && reader.GetBoolean(2), !reader.IsDBNull(3) && reader.GetBoolean(3));
        }
    }
}
