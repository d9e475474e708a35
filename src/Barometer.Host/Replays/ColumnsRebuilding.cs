using Barometer.Domain.Barometers;
using Barometer.Host.Store;
using Barometer.Projections;
using JasperFx.Events;
using Marten.Services;
using Npgsql;

namespace Barometer.Host.Replays;

/// <summary>Brings the columns at rest of relationships the events they do not know of, or replaces them by what their events tell. The record itself is only read.</summary>
internal static class ColumnsRebuilding
{
    private const int Batch = 5_000;

    // A classification that is not what its number says.
    private const string Altered = "class is distinct from ('x' || left(encode(sha256(convert_to(classification, 'UTF8')), 'hex'), 16))::bit(64)::bigint";

    /// <summary>Brings the columns of relationships the events that come after those they know of.</summary>
    /// <param name="store">Where.</param>
    /// <param name="barometer">Whose.</param>
    /// <param name="relationships">Which.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task CatchUp(IDocumentStore store, string barometer, IEnumerable<Reached> relationships, CancellationToken cancellation)
    {
        var columns = new FollowingColumns().In(RecordStore.Schema);
        await using var session = store.LightweightSession(barometer);
        foreach (var behind in relationships)
        {
            await foreach (var events in Events(session, behind.Relationship, cancellation, after: behind.Events ?? 0))
            {
                await columns.ApplyAsync(session, events, cancellation);
                await session.SaveChangesAsync(cancellation);
            }
        }
    }

    /// <summary>Rebuilds each relationship in a transaction of its own, under the lock of its stream.</summary>
    /// <param name="store">Where.</param>
    /// <param name="barometer">Whose.</param>
    /// <param name="relationships">Which; one that has no stream loses its columns.</param>
    /// <param name="progress">Told how many events were read.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task Rebuild(IDocumentStore store, string barometer, IEnumerable<string> relationships, IProgress<int>? progress, CancellationToken cancellation)
    {
        foreach (var relationship in relationships)
        {
            await using var connection = store.Storage.Database.CreateConnection();
            await connection.OpenAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await Rebuild(store, transaction, barometer, relationship, progress, cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }

    /// <summary>The events of a relationship's stream, in batches.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<IEvent>> Events(IQuerySession session, string relationship, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation, long after = 0)
    {
        for (var from = after + 1; ; from += Batch)
        {
            var events = await session.Events.FetchStreamAsync(Declaring.StreamOf(relationship), from + Batch - 1, fromVersion: from, token: cancellation);
            if (events.Count == 0)
                yield break;
            yield return events;
        }
    }

    private static async Task Rebuild(IDocumentStore store, NpgsqlTransaction transaction, string barometer, string relationship, IProgress<int>? progress, CancellationToken cancellation)
    {
        // One rebuild of a barometer at a time, since all of them write classifications.
        await Execute(transaction, $"select pg_advisory_xact_lock(hashtextextended('columns/' || $1, 0))", cancellation, barometer);
        await Execute(transaction, $"select from {RecordStore.Schema}.mt_streams where tenant_id = $1 and id = $2 for update", cancellation, barometer, Declaring.StreamOf(relationship));
        await Execute(transaction, $"delete from {RecordStore.Schema}.columns where barometer = $1 and relationship = $2", cancellation, barometer, relationship);
        await Execute(transaction, $"delete from {RecordStore.Schema}.column_checks where barometer = $1 and relationship = $2", cancellation, barometer, relationship);
        await Execute(transaction, $"delete from {RecordStore.Schema}.column_classes where barometer = $1 and {Altered}", cancellation, barometer);
        var columns = new FollowingColumns().In(RecordStore.Schema);
        var options = SessionOptions.ForTransaction(transaction);
        options.TenantId = barometer;
        await using var session = store.LightweightSession(options);
        await foreach (var events in Events(session, relationship, cancellation))
        {
            await columns.ApplyAsync(session, events, cancellation);
            await session.SaveChangesAsync(cancellation);
            progress?.Report(events.Count);
        }
    }

    private static async Task Execute(NpgsqlTransaction transaction, string sql, CancellationToken cancellation, params string[] values)
    {
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
