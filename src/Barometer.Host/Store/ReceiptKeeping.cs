using Barometer.Projections;

namespace Barometer.Host.Store;

/// <summary>Keeps receipts, in one statement however many there are.</summary>
internal static class ReceiptKeeping
{
    private const string Insert =
        $"insert into {RecordStore.Schema}.{Receipt.Table} (tenant_id, mt_dotnet_type, mt_version, id, data) select ?, ?, gen_random_uuid(), id, data::jsonb from unnest(?::text[], ?::text[]) as r (id, data)";

    /// <summary>Keeps them in the session's transaction; in one order everywhere, so that two transactions with the same keys never wait for each other.</summary>
    public static void Keep(this IDocumentSession session, IEnumerable<Receipt> receipts)
    {
        var json = session.DocumentStore.Options.Serializer();
        Receipt[] ordered = [.. receipts.OrderBy(r => r.Id, StringComparer.Ordinal)];
        session.QueueOperation(new QueuedStatement(Insert, session.TenantId, typeof(Receipt).FullName!, ordered.Select(r => r.Id).ToArray(), ordered.Select(r => json.ToJson(r)).ToArray()));
    }
}
