using Barometer.Benchmarks.Measuring;

namespace Barometer.Benchmarks.Projections;

/// <summary>What a projection's table holds: how many rows, and a sum over what they say, in whatever order they lie.</summary>
internal sealed record Contents(string Table, long Rows, decimal Sum)
{
    private static readonly string[] Documents = ["mt_doc_settings", "mt_doc_period", "mt_doc_numbering", "mt_doc_development"];
    private static readonly string[] Flat = ["movements", "indices", "revision_history", "origins", "period_snapshots", "columns", "column_classes", "column_checks"];

    public static async Task<IReadOnlyList<Contents>> Of(TemporaryRecord record, CancellationToken cancellation)
    {
        var contents = new List<Contents>();
        // Of a document its id and what it says: the store keeps when it was written too, which a rebuild changes.
        foreach (var table in Documents)
            contents.Add(await Of(record, table, "(t.tenant_id, t.id, t.data)::text", cancellation));
        foreach (var table in Flat)
            contents.Add(await Of(record, table, "t::text", cancellation));
        return contents;
    }

    private static async Task<Contents> Of(TemporaryRecord record, string table, string row, CancellationToken cancellation) => new(
        table,
        await record.Ask<long>($"select count(*) from barometer.{table}", cancellation),
        await record.Ask<decimal>($"select coalesce(sum(hashtextextended({row}, 0)), 0) from barometer.{table} t", cancellation));
}
