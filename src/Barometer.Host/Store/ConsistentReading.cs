using System.Data;
using Marten.Services;

namespace Barometer.Host.Store;

/// <summary>Reads one state of the record, however many questions are asked and whatever is committed meanwhile.</summary>
internal static class ConsistentReading
{
    public static async Task<T> Read<T>(IDocumentStore store, string barometer, Func<IQuerySession, Task<T>> read, CancellationToken cancellation)
    {
        var connection = store.Storage.Database.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellation);
            var options = SessionOptions.ForTransaction(await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation));
            options.TenantId = barometer;
            await using var session = store.QuerySession(options);
            return await read(session);
        }
        finally
        {
            // It wrote nothing: nobody waits until the database has let it go.
            _ = connection.DisposeAsync().AsTask();
        }
    }
}
