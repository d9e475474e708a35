using System.Data;
using Barometer.Domain.Barometers;
using Barometer.Domain.Replays.Rows;
using Barometer.Host.Store;
using Marten.Services;
using Npgsql;

namespace Barometer.Host.Replays;

/// <summary>How far a relationship's stream has come, and its columns with it.</summary>
/// <param name="Relationship">Whose.</param>
/// <param name="Position">The last of its stream; 0 where there is no such stream.</param>
/// <param name="Events">How many events its columns know of; null where there are none.</param>
/// <param name="Check">What its rows must come to.</param>
internal sealed record Reached(string Relationship, long Position, long? Events, CheckAtRest Check);

/// <summary>
/// One state of the columns at rest and of the record beside them, whatever is committed meanwhile. It holds the thread that reads, on a
/// connection of its own: on one that was ever awaited, every few rows would wake three threads instead of one.
/// </summary>
internal sealed class ColumnsAtRest : IDisposable
{
    private readonly string _barometer;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private ColumnsAtRest(NpgsqlConnection connection, string barometer)
    {
        (_connection, _barometer) = (connection, barometer);
        connection.Open();
        _transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
    }

    public static ColumnsAtRest Open(IDocumentStore store, string barometer)
    {
        using var pooled = store.Storage.Database.CreateConnection();
        return new ColumnsAtRest(Unpooled(pooled), barometer);
    }

    /// <summary>A connection to the same database that nobody had before.</summary>
    public static NpgsqlConnection Unpooled(NpgsqlConnection like) =>
        like.CloneWith(new NpgsqlConnectionStringBuilder(like.ConnectionString) { Pooling = false, ReadBufferSize = RowsReading.BufferSize }.ConnectionString);

    /// <summary>How far each relationship has come.</summary>
    public IReadOnlyList<Reached> Relationships()
    {
        using var command = Ask($"""
            select coalesce(s.relationship, c.relationship), coalesce(s.version, 0), c.events, coalesce(c.rows, 0), coalesce(c.digest, 0), coalesce(c.titles, 0)
            from (select substr(id, {Declaring.Streams.Length + 1}) as relationship, version from {RecordStore.Schema}.mt_streams where tenant_id = $1 and starts_with(id, '{Declaring.Streams}')) s
            full join (select * from {RecordStore.Schema}.column_checks where barometer = $1) c using (relationship)
            """);
        using var reader = command.ExecuteReader();
        var reached = new List<Reached>();
        while (reader.Read())
        {
            reached.Add(new Reached(
                reader.GetString(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetInt64(2), new CheckAtRest(reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5))));
        }

        return reached;
    }

    /// <summary>The classifications that are what their number says; one that was altered is not among them.</summary>
    public Dictionary<long, ClassAtRest> Classes()
    {
        using var command = Ask($"select class, coalesce(classification, '') from {RecordStore.Schema}.column_classes where barometer = $1");
        using var reader = command.ExecuteReader();
        var classes = new Dictionary<long, ClassAtRest>();
        while (reader.Read())
        {
            if (ClassAtRest.Of(reader.GetString(1)) is var read && read.Number == reader.GetInt64(0))
                classes.Add(read.Number, read);
        }

        return classes;
    }

    /// <summary>Reads every row, in no order, and gives what was found of each relationship.</summary>
    /// <param name="titles">True to read titles too.</param>
    /// <param name="take">What takes the rows, given the names of the relationships that rows have the places of.</param>
    /// <param name="cancellation">Stops it.</param>
    public IReadOnlyDictionary<string, CheckAtRest> Rows(bool titles, Func<Texts, RowTaken> take, CancellationToken cancellation)
    {
        using var copied = _connection.BeginRawBinaryCopy(RowsReading.Statement(_barometer, titles));
        var reading = new RowsReading();
        reading.Read(copied, take(reading.Relationships), cancellation);
        return reading.Found.Select((check, place) => (Relationship: reading.Relationships[place], check)).ToDictionary(f => f.Relationship, f => f.check);
    }

    /// <summary>For reading events in the same state.</summary>
    public IQuerySession Session(IDocumentStore store)
    {
        var options = SessionOptions.ForTransaction(_transaction);
        options.TenantId = _barometer;
        return store.QuerySession(options);
    }

    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }

    private NpgsqlCommand Ask(string sql) => new(sql, _connection, _transaction) { Parameters = { new NpgsqlParameter<string> { TypedValue = _barometer } } };
}
