using System.Diagnostics;
using Barometer.Benchmarks.Measuring;
using Npgsql;

namespace Barometer.Benchmarks.Developments;

/// <summary>The limit of scoring: an event's row inserted into a table like that of the events, nothing else, one commit each.</summary>
internal sealed class InsertRate
{
    private const string Insert = $"insert into public.bare_events ({EventRow.Columns}, is_archived) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, false)";

    private readonly NpgsqlDataSource _database;
    private readonly EventRow _row;
    private long _inserted;

    private InsertRate(NpgsqlDataSource database, EventRow row) => (_database, _row) = (database, row);

    /// <summary>Inserts what a barometer has recorded.</summary>
    public static async Task<InsertRate> Of(TemporaryRecord record, string barometer, CancellationToken cancellation)
    {
        await record.Execute("drop table if exists public.bare_events; create table public.bare_events (like barometer.mt_events)", cancellation);
        return new InsertRate(record.Database, (await EventRow.Scored(record, barometer, limit: 1, cancellation))[0]);
    }

    /// <summary>Inserted in a second over so many connections at once.</summary>
    public async Task<double> Measure(int connections, TimeSpan duration, CancellationToken cancellation)
    {
        var before = _inserted;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Write(clock, duration, cancellation), cancellation)));
        return (_inserted - before) / clock.Elapsed.TotalSeconds;
    }

    private async Task Write(Stopwatch clock, TimeSpan duration, CancellationToken cancellation)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellation);
        await using var insert = new NpgsqlCommand(Insert, connection);
        insert.Parameters.AddRange(_row.Parameters());
        await insert.PrepareAsync(cancellation);
        while (clock.Elapsed < duration)
        {
            ((NpgsqlParameter<long>)insert.Parameters[0]).TypedValue = Interlocked.Increment(ref _inserted);
            ((NpgsqlParameter<Guid>)insert.Parameters[1]).TypedValue = Guid.NewGuid();
            await insert.ExecuteNonQueryAsync(cancellation);
        }
    }
}
