namespace Barometer.Host.Tests.Store;

/// <summary>What the projections hold, and the same made again from the events.</summary>
internal static class Rebuilding
{
    private static readonly string[] Tables =
    [
        "mt_doc_development", "mt_doc_numbering", "mt_doc_period", "mt_doc_settings", "mt_doc_proposal",
        "movements", "indices", "revision_history", "origins", "period_snapshots",
        "columns", "column_classes", "column_checks",
    ];

    private static readonly string[] Projections =
        ["settings", "periods", "references", "developments", "proposals", "movements", "indices", "revision_history", "origins", "period_snapshots", "columns"];

    /// <summary>Makes every projection again.</summary>
    public static async Task Rebuild(this EmptyRecord record)
    {
        using var daemon = await record.Store.BuildProjectionDaemonAsync();
        foreach (var projection in Projections)
            await daemon.RebuildProjectionAsync(projection, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    /// <summary>What every projection holds, as text.</summary>
    public static async Task<string> Projected(this EmptyRecord record)
    {
        var contents = new List<string>();
        foreach (var table in Tables)
        {
            // When a document was last written is no part of what it says.
            var row = table.StartsWith("mt_doc_", StringComparison.Ordinal) ? "t.tenant_id || t.id || t.data::text" : "t::text";
            contents.Add($"{table}\n{await record.Ask<string>($"select coalesce(string_agg({row}, E'\\n' order by {row}), '') from barometer.{table} t")}");
        }

        return string.Join("\n\n", contents);
    }
}
