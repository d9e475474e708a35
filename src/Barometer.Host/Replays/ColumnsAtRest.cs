using System.Data;
using Barometer.Domain.Barometers;
using Barometer.Domain.Replays;
using Barometer.Host.Store;
using Marten.Services;
using Npgsql;

namespace Barometer.Host.Replays;

/// <summary>How far a relationship's stream has come, and its columns with it.</summary>
/// <param name="Relationship">Whose.</param>
/// <param name="Position">The last of its stream; 0 where there is no such stream.</param>
/// <param name="ColumnsPosition">The last that its columns know of; null where there are none.</param>
/// <param name="Check">What its rows must come to.</param>
internal sealed record Reached(string Relationship, long Position, long? ColumnsPosition, CheckAtRest Check);

/// <summary>One state of the columns at rest and of the record beside them, whatever is committed meanwhile.</summary>
internal sealed class ColumnsAtRest(NpgsqlConnection connection, NpgsqlTransaction transaction, string barometer) : IAsyncDisposable
{
    public static async Task<ColumnsAtRest> Open(IDocumentStore store, string barometer, CancellationToken cancellation)
    {
        var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        return new ColumnsAtRest(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation), barometer);
    }

    /// <summary>How far each relationship has come.</summary>
    public async Task<IReadOnlyList<Reached>> Relationships(CancellationToken cancellation)
    {
        await using var command = Ask($"""
            select coalesce(s.relationship, c.relationship), coalesce(s.version, 0), c.position, coalesce(c.rows, 0), coalesce(c.digest, 0), coalesce(c.titles, 0)
            from (select substr(id, {Declaring.Streams.Length + 1}) as relationship, version from {RecordStore.Schema}.mt_streams where tenant_id = $1 and starts_with(id, '{Declaring.Streams}')) s
            full join (select * from {RecordStore.Schema}.column_checks where barometer = $1) c using (relationship)
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var reached = new List<Reached>();
        while (await reader.ReadAsync(cancellation))
        {
            reached.Add(new Reached(
                reader.GetString(0), reader.GetInt64(1), await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetInt64(2),
                new CheckAtRest(reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5))));
        }

        return reached;
    }

    /// <summary>The classifications that are what their number says; one that was altered is not among them.</summary>
    public async Task<Dictionary<long, ClassAtRest>> Classes(CancellationToken cancellation)
    {
        await using var command = Ask($"select class, coalesce(classification, '') from {RecordStore.Schema}.column_classes where barometer = $1");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var classes = new Dictionary<long, ClassAtRest>();
        while (await reader.ReadAsync(cancellation))
        {
            if (ClassAtRest.Of(reader.GetString(1)) is var read && read.Number == reader.GetInt64(0))
                classes.Add(read.Number, read);
        }

        return classes;
    }

    /// <summary>Reads every row, in no order, and gives what was found of each relationship.</summary>
    public async Task<IReadOnlyDictionary<string, CheckAtRest>> Rows(bool titles, Func<Texts, RowTaken> take, CancellationToken cancellation)
    {
        await using var copied = await connection.BeginRawBinaryCopyAsync(RowsReading.Statement(barometer, titles), cancellation);
        var reading = new RowsReading();
        var taken = take(reading.Relationships);
        await Task.Run(() => reading.Read(copied, taken, cancellation), cancellation);
        return reading.Found.Select((check, place) => (Relationship: reading.Relationships[place], check)).ToDictionary(f => f.Relationship, f => f.check);
    }

    /// <summary>For reading events in the same state.</summary>
    public IQuerySession Session(IDocumentStore store)
    {
        var options = SessionOptions.ForTransaction(transaction);
        options.TenantId = barometer;
        return store.QuerySession(options);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private NpgsqlCommand Ask(string sql) => new(sql, connection, transaction) { Parameters = { new NpgsqlParameter<string> { TypedValue = barometer } } };
}
