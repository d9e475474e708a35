using System.Text.Json;
using Npgsql;

namespace Barometer.Host.Store;

/// <summary>Keeps receipts, in one statement however many there are.</summary>
internal static class ReceiptKeeping
{
    private const string Insert =
        $"insert into {RecordStore.Schema}.{Receipt.Table} (tenant_id, mt_dotnet_type, mt_version, id, data) select $1, $2, gen_random_uuid(), id, data::jsonb from unnest($3, $4) as r (id, data)";

    /// <summary>What keeps them; in one order everywhere, so that two transactions with the same keys never wait for each other.</summary>
    public static NpgsqlBatchCommand Keeping(this IEnumerable<Receipt> receipts, string barometer)
    {
        Receipt[] ordered = [.. receipts.OrderBy(r => r.Id, StringComparer.Ordinal)];
        return new NpgsqlBatchCommand(Insert)
        {
            Parameters =
            {
                OneTrip.Of(barometer),
                OneTrip.Of(typeof(Receipt).FullName!),
                OneTrip.Of(ordered.Select(r => r.Id).ToArray()),
                OneTrip.Of(ordered.Select(r => JsonSerializer.Serialize(r, RecordJson.Options)).ToArray()),
            },
        };
    }
}
