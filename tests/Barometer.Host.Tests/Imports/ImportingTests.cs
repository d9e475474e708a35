using System.Text.Json;
using Barometer.Host.Tests.Terminal;
using static Barometer.Host.Tests.Imports.ToldByAnImport;

namespace Barometer.Host.Tests.Imports;

public sealed class ImportingTests(Server server) : IDisposable
{
    private const string Period = "2019-11/2019-12";

    private readonly WrittenFiles _files = new();

    [Fact]
    public async Task A_file_named_twice_in_one_import_counts_once()
    {
        var typist = await Typist.Before(server);

        var imported = await typist.Ask("import", Samples.Developments, Samples.Printed, Samples.Developments, Samples.Printed);

        (Number(imported, "recorded"), Number(imported, "alreadyRecorded"), Number(imported, "figures")).ShouldBe((143, 143, 30));
    }

    [Fact]
    public async Task Figures_of_two_publications_in_one_file_are_recorded_each_as_its_own()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("import", _files.Write(
            "publication,period,relationship,dimension,figure,printed,place",
            $"Issue 12,{Period},russia,development,positive,+24,headline",
            $"Errata,{Period},russia,development,aggregate,+13,page 2"));

        var printed = (await typist.Ask("log")).EnumerateArray().Where(e => Text(e, "event") == "figures_printed");

        printed.Select(e => Text(e.GetProperty("data"), "publication")).ShouldBe(["Issue 12", "Errata"]);
    }

    [Fact]
    public async Task A_dry_run_shows_every_row_and_figure_with_its_lines_and_records_nothing()
    {
        var typist = await Typist.Before(server);

        var shown = await typist.Ask("import", Samples.Developments, Samples.Printed, "--dry-run");

        var rows = shown.GetProperty("rows").EnumerateArray().ToArray();
        rows.Length.ShouldBe(143);
        (Text(rows[0], "reference"), Number(rows[0], "firstLine"), Text(rows[^1], "reference"), Number(rows[^1], "lastLine")).ShouldBe(("RU-12-001", 2, "SEC-12-031", 144));
        shown.GetProperty("printed").EnumerateArray().Select(p => Number(p.GetProperty("figure"), "line")).ShouldBe(Enumerable.Range(2, 30));
        (await typist.Type("log", "--json")).Failed(4, $"There is no barometer '{typist.Barometer}'");
    }

    [Fact]
    public async Task A_dry_run_says_which_indices_would_move_and_the_import_moves_them_so()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("score", "-r", "eu", "--date", "2019-11-02", "--title", "A visit", "--points", "+2");
        var before = await typist.Ask("index");

        var would = (await typist.Ask("import", Samples.Developments, "--dry-run")).GetProperty("indices").EnumerateArray().ToArray();

        JsonElement.DeepEquals(await typist.Ask("index"), before).ShouldBeTrue();
        await typist.Ask("import", Samples.Developments);
        var indices = (await typist.Ask("index")).EnumerateArray().Where(i => Number(i, "developments") > 0).ToDictionary(i => (Text(i, "relationship"), Text(i, "dimension")));
        would.Length.ShouldBe(indices.Count);
        foreach (var moved in would)
        {
            var (from, to) = (moved.GetProperty("before"), moved.GetProperty("after"));
            var index = indices[(Text(to, "relationship"), Text(to, "dimension"))];
            (Number(to, "positive"), Number(to, "negative"), Number(to, "developments")).ShouldBe((Number(index, "positive"), Number(index, "negative"), Number(index, "developments")));
            Number(from, "positive").ShouldBe(Text(from, "relationship") == "eu" ? 2 : 0);
        }
    }

    [Fact]
    public async Task What_a_barometer_imports_no_other_one_sees()
    {
        var one = await Typist.Before(server);
        var other = await Typist.WithOpenPeriod(server);
        await one.Ask("import", Samples.Developments, Samples.Printed);

        (await Index(other)).ShouldBe((0, 0, 0));
        (await other.Ask("reconcile")).GetArrayLength().ShouldBe(0);
        (await other.Ask("log")).EnumerateArray().Select(e => Text(e, "event")).Distinct().ShouldBe(["barometer_declared", "relationship_declared", "rule_set_published", "period_opened"], ignoreOrder: true);
        (await other.Type("history", "RU-12-001")).Failed(4, "There is no development RU-12-001");
        (await other.Type("amend", "RU-12-001", "--points", "+1")).Failed(4, "There is no development RU-12-001");
        Number(await other.Ask("import", Samples.Developments), "recorded").ShouldBe(143);
    }

    public void Dispose() => _files.Dispose();
}
