using Barometer.Domain.Periods;
using Barometer.Host.Exports;
using Barometer.Host.Exports.Tables;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Exports;

/// <summary>An export of the same moment is the same, whatever is recorded later, or meanwhile.</summary>
public sealed class Exporting_again(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("indices")]
    [InlineData("movements")]
    [InlineData("catalogue")]
    [InlineData("replay", "--rules", "deeds-not-words")]
    public async Task As_of_the_positions_of_an_export_the_same_comes_again_whatever_was_recorded_since(string table, params string[] options)
    {
        using var exported = new Exported();
        var typist = await Typist.Before(server);
        await typist.Ask("import", Samples.Developments);
        var first = await exported.Ask(typist, table, "first.csv", options);
        await exported.Ask(typist, table, "first.parquet", options);
        await exported.Ask(typist, table, "first.xlsx", options);

        await typist.Ask("amend", "RU-12-014", "--points", "+1", "--reason", "=1+1");
        await typist.Ask("withdraw", "US-12-001", "--reason", "rumour");
        await typist.Ask("classify", "EU-12-001", "--theme", "Another");
        string[] asOf = [.. options, "--as-of", first.GetProperty("asOf").GetString()!];
        foreach (var format in (string[])["csv", "parquet", "xlsx"])
        {
            await exported.Ask(typist, table, $"again.{format}", asOf);
            await exported.Ask(typist, table, $"now.{format}", options);
        }

        exported.Bytes("again.csv").ShouldBe(exported.Bytes("first.csv"));
        exported.Bytes("again.parquet").ShouldBe(exported.Bytes("first.parquet"));
        // The archive's directory has the time at which it was made; its parts have none.
        new OpenedWorkbook(exported.Bytes("again.xlsx")).Parts.ShouldBe(new OpenedWorkbook(exported.Bytes("first.xlsx")).Parts);
        exported.Bytes("now.csv").ShouldNotBe(exported.Bytes("first.csv"));
        exported.Bytes("now.parquet").ShouldNotBe(exported.Bytes("first.parquet"));
    }

    [Fact]
    public async Task Withdrawn_and_unscored_developments_stay_visible_and_an_amendment_after_a_closing_tells_its_reason_and_who_approved_it()
    {
        var typist = await Typist.WithOpenPeriod(server);
        string[] talk = ["-r", "russia", "--date", "2019-12-05", "--period", "2019-11/2019-12"];
        await typist.Ask(["score", .. talk, "--title", "=A talk", "--points", "+2"]);
        await typist.Ask(["score", .. talk, "--title", "A rumour", "--points", "-1/+1"]);
        await typist.Ask(["record", .. talk, "--title", "A visit"]);
        await typist.Ask(["consider", .. talk, "--title", "A wish", "--reason", "only words"]);
        await typist.Ask("withdraw", "RU-12-002", "--reason", "rumour");
        await typist.Ask("close", "2019-11/2019-12");
        await typist.AskBoth("amend", "RU-12-001", "--points", "+3", "--reason", "=later", "--reason-kind", "new-information");

        (await Exported.Rows(typist, "catalogue", "csv")).Select(r => $"{r["reference"]} {r["title"]} {r["stands"]} {r["withdrawn"]} {r["development_positive"]}/{r["development_negative"]} {r["revision"]} {r["not_scored_because"]}").ShouldBe(
            ["RU-12-001 =A talk true false 3/0 2 ", "RU-12-002 A rumour false true 1/-1 2 ", "RU-12-003 A visit false false / 1 ", "RU-12-004 A wish false false / 1 only words"]);
        (await Exported.Rows(typist, "catalogue", "parquet", "--as-of", "closing:2019-11/2019-12")).Single(r => r["reference"] == "RU-12-001")["development_positive"].ShouldBe("2");
        (await Exported.Rows(typist, "movements", "csv", "--period", "2019-11/2019-12")).Select(m => $"{m["reference"]} {m["cause"]} {m["positive"]} {m["negative"]} {m["developments"]} {m["reason"]} {m["reason_kind"]} {m["approved_by"]}").ShouldBe(
            ["RU-12-001 new 2 0 1   ", "RU-12-002 new 1 -1 1   ", "RU-12-002 withdrawn -1 1 -1 rumour  ", "RU-12-001 amended 1 0 0 =later new-information approver"]);
    }

    [Fact]
    public async Task What_is_committed_while_an_export_is_read_is_not_in_it()
    {
        await using var record = await (await server.NewRecord()).Declared();
        for (var i = 0; i < 3; i++)
            await record.Score("russia", i);

        foreach (var table in (Func<Marten.IQuerySession, ExportQuestion, CancellationToken, Task<Domain.Record.Decision<Export>>>[])[MovementsTable.Of, CatalogueTable.Of])
        {
            var (export, rows) = await record.Read(async session =>
            {
                var export = (await table(session, new ExportQuestion(Period: null, Moment: null), Cancel)).Expected();
                await record.Score("russia", 3);
                return (export, await export.Rows.CountAsync(Cancel));
            });
            ((long)rows).ShouldBe(export.Citation.AsOf["russia"] - 1);
        }

        (await record.Now())["russia"].ShouldBe(6);
    }

    [Fact]
    public async Task An_export_names_the_closing_that_it_was_asked_for()
    {
        await using var record = await (await server.NewRecord()).Declared();
        await record.Score("russia", 1);
        await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "anna"));

        foreach (var moment in (string[])["closing", $"closing:{EmptyRecord.Period}"])
        {
            var citation = (await record.Read(session => MovementsTable.Of(session, new ExportQuestion(EmptyRecord.Period, moment), Cancel))).Expected().Citation;
            citation.Release.ShouldBe($"closing:{EmptyRecord.Period}");
            citation.Sentence.ShouldStartWith("Minsk Barometer (minsk): movements, 2019-11/2019-12, as of closing:2019-11/2019-12, that is china:1,");
            citation.AsOf["russia"].ShouldBe(2);
        }
    }
}
