using System.Data;
using Marten.Services;

namespace Barometer.Host.Store;

/// <summary>Reads one state of the record, however many questions are asked and whatever is committed meanwhile.</summary>
internal static class ConsistentReading
{
    public static async Task<T> Read<T>(IDocumentStore store, string barometer, Func<IQuerySession, Task<T>> read, CancellationToken cancellation)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var options = SessionOptions.ForTransaction(transaction);
        options.TenantId = barometer;
        await using var session = store.QuerySession(options);
        return await read(session);
    }
}
