using JasperFx.Events;
using Marten;

namespace Barometer.Projections;

/// <summary>
/// Documents folded from events, written in one statement for however many are recorded at once, in the transaction of the
/// events. The store's own way is a statement a document, which costs an import of thousands more than the events themselves.
/// </summary>
/// <typeparam name="T">The document.</typeparam>
/// <param name="identity">Which document an event is of; null where it is of none.</param>
/// <param name="begins">True for an event before which there is no document, so that none is looked for.</param>
/// <param name="evolve">The document after one more event.</param>
internal sealed class FoldedDocuments<T>(Func<IEvent, string?> identity, Func<IEvent, bool> begins, Func<T?, string, IEvent, T?> evolve)
    where T : notnull
{
    /// <summary>Looks up what is there of the documents and was not read already, folds the events and queues the writing.</summary>
    public async Task Follow(IDocumentOperations operations, IEnumerable<StreamAction> streams, IReadOnlyDictionary<string, object> read, CancellationToken cancellation)
    {
        var options = operations.DocumentStore.Options;
        foreach (var barometer in streams.SelectMany(s => s.Events).GroupBy(e => e.TenantId))
        {
            var changes = (from e in barometer let id = identity(e) where id is not null group e by id).ToList();
            if (changes.Count == 0)
                continue;
            var there = await Load(operations, barometer.Key, [.. changes.Where(c => !begins(c.First()) && !read.ContainsKey(c.Key)).Select(c => c.Key)], cancellation);
            var documents = changes.Select(c => c.Aggregate((T?)read.GetValueOrDefault(c.Key) ?? there.GetValueOrDefault(c.Key), (document, e) => evolve(document, c.Key, e)));
            operations.QueueOperation(new QueuedStatement(
                Statement(options.FindOrResolveDocumentType(typeof(T)).TableName.QualifiedName),
                barometer.Key,
                typeof(T).FullName!,
                changes.Select(c => c.Key).ToArray(),
                documents.Select(d => options.Serializer().ToJson(d)).ToArray(),
                changes.Select(c => c.Last().Version).ToArray()));
        }
    }

    private static async Task<IReadOnlyDictionary<string, T>> Load(IDocumentOperations operations, string barometer, string[] ids, CancellationToken cancellation)
    {
        if (ids.Length == 0)
            return new Dictionary<string, T>(StringComparer.Ordinal);
        var storage = await operations.FetchProjectionStorageAsync<T, string>(barometer, cancellation);
        return await storage.LoadManyAsync(ids, cancellation);
    }

    private static string Statement(string table) =>
        $"""
        insert into {table} (tenant_id, mt_dotnet_type, id, data, mt_version)
        select ?, ?, id, data::jsonb, version from unnest(?::text[], ?::text[], ?::bigint[]) as r (id, data, version)
        on conflict (tenant_id, id) do update set
            data = excluded.data, mt_version = excluded.mt_version, mt_dotnet_type = excluded.mt_dotnet_type, mt_last_modified = transaction_timestamp()
        """;
}
