using System.Data;
using Marten.Services;
using Npgsql;

namespace Barometer.Host.Store;

/// <summary>Reads one state of the record, however many questions are asked and whatever is committed meanwhile.</summary>
internal static class ConsistentReading
{
    public static async Task<T> Read<T>(IDocumentStore store, string barometer, Func<IQuerySession, Task<T>> read, CancellationToken cancellation)
    {
        var connection = store.Storage.Database.CreateConnection();
        var (transaction, done) = (default(NpgsqlTransaction), false);
        try
        {
            await connection.OpenAsync(cancellation);
            transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            var options = SessionOptions.ForTransaction(transaction);
            options.TenantId = barometer;
            await using var session = store.QuerySession(options);
            var answer = await read(session);
            done = true;
            return answer;
        }
        finally
        {
            // It wrote nothing: nobody waits until the database has let it go.
            _ = done ? connection.DisposeAsync().AsTask() : Interrupted.GiveBack(connection, transaction);
        }
    }
}
