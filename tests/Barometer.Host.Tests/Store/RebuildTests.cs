using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Host.Imports;
using Barometer.Host.Tests.Record.Histories;

namespace Barometer.Host.Tests.Store;

public sealed class RebuildTests(Server server)
{
    private static readonly string[] Tables =
    [
        "mt_doc_development", "mt_doc_numbering", "mt_doc_period", "mt_doc_settings", "mt_doc_proposal",
        "movements", "running_indices", "revision_history", "origins", "period_snapshots",
        "columns", "column_classes", "column_checks",
    ];

    private static readonly string[] Projections =
        ["settings", "periods", "references", "developments", "proposals", "movements", "running_indices", "revision_history", "origins", "period_snapshots", "columns"];

    [Fact]
    public async Task Projections_rebuilt_from_the_events_are_what_was_kept_up_as_they_came()
    {
        await using var record = await server.NewRecord();
        (await record.Send<Imported>(Samples.Issue12())).Expected();
        var reference = Reference.Parse("RU-12-016", provider: null);
        (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [new Answer("date:SEC-12-029", "kept")], "boris"))).Expected();
        (await record.SendBoth(new AmendPoints { Reference = reference, Points = Points.Of("development", 1), Actor = "anna", Reason = "misread", ReasonKind = ReasonKind.Error })).Expected();
        await new History(record, "other").Play([(0, 0, 3), (1, 2, -2), (6, 1, 0), (7, 1, 0), (8, 1, 1), (9, 1, 3), (12, 0, 0), (4, 1, 2)]);
        var kept = await Contents(record);
        await record.Ask<long>("with dirt as (update barometer.running_indices set positive = positive + 1 returning 1) select count(*) from dirt");

        using var daemon = await record.Store.BuildProjectionDaemonAsync();
        foreach (var projection in Projections)
            await daemon.RebuildProjectionAsync(projection, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        (await Contents(record)).ShouldBe(kept);
    }

    private static async Task<string> Contents(EmptyRecord record)
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
