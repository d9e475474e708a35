using Barometer.Domain.Barometers;
using Npgsql;

namespace Barometer.Host.Tests.Record;

/// <summary>Holds the stream of a relationship locked, so that commands gather behind the one that waits for it, until it is let go.</summary>
internal sealed class BusyBarometer : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private BusyBarometer(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    /// <summary>Locks a relationship, and has a command of somebody else wait for it.</summary>
    public static async Task<(BusyBarometer Busy, Task<T> First)> With<T>(EmptyRecord record, string relationship, Func<Task<T>> command)
    {
        var connection = new NpgsqlConnection(record.Connection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var busy = new BusyBarometer(connection, await connection.BeginTransactionAsync(TestContext.Current.CancellationToken));
        await using var ask = new NpgsqlCommand($"select 1 from barometer.mt_streams where id = '{Declaring.StreamOf(relationship)}' for update", connection);
        await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        var first = command();
        while (!await record.Ask<bool>("select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"))
            first.IsCompleted.ShouldBeFalse();
        return (busy, first);
    }

    /// <summary>Lets go.</summary>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
