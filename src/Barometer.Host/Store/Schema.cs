using JasperFx;
using Medallion.Threading.Postgres;
using Npgsql;

namespace Barometer.Host.Store;

/// <summary>
/// Brings the tables up to this build, once: the schema's comment names the build that did it, so that every later start asks
/// one question and not one for each table.
/// </summary>
internal static class Schema
{
    private static readonly string Build = typeof(Schema).Assembly.ManifestModule.ModuleVersionId.ToString();

    public static async Task Ensure(string connection, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        if (await AppliedBy(source, cancellation) == Build)
            return;
        // One at a time; whoever waited finds it done.
        await using var turn = await new PostgresDistributedLock(new PostgresAdvisoryLockKey(RecordStore.Schema, allowHashing: true), connection).AcquireAsync(cancellationToken: cancellation);
        if (await AppliedBy(source, cancellation) == Build)
            return;
        await using (var store = DocumentStore.For(options => RecordStore.Configure(options, connection)))
            await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await using var mark = source.CreateCommand($"comment on schema {RecordStore.Schema} is 'build {Build}'");
        await mark.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<string?> AppliedBy(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var ask = source.CreateCommand("select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = $1");
        ask.Parameters.AddWithValue(RecordStore.Schema);
        return (await ask.ExecuteScalarAsync(cancellation) as string)?.Split(' ')[^1];
    }
}
