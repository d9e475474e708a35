using System.Text.Json;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Imports;

public sealed class ImportingTests(Server server) : IDisposable
{
    private const string Period = "2019-11/2019-12";
    private const string Columns = "origin,relationship,period,date,title,points";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("importing");

    [Fact]
    public async Task Importing_twice_records_nothing_new()
    {
        var typist = await Typist.Before(server);
        await typist.Ask("import", Samples.Developments, Samples.Printed);
        var before = await typist.Ask("log", "--take", "1000");

        var again = await typist.Ask("import", Samples.Developments, Samples.Printed);

        (Number(again, "recorded"), Number(again, "alreadyRecorded"), Number(again, "figures")).ShouldBe((0, 143, 0));
        again.GetProperty("remarks").GetArrayLength().ShouldBe(0);
        (await typist.Ask("log", "--take", "1000")).GetRawText().ShouldBe(before.GetRawText());
    }

    [Fact]
    public async Task A_file_named_twice_in_one_import_counts_once()
    {
        var typist = await Typist.Before(server);

        var imported = await typist.Ask("import", Samples.Developments, Samples.Printed, Samples.Developments, Samples.Printed);

        (Number(imported, "recorded"), Number(imported, "alreadyRecorded"), Number(imported, "figures")).ShouldBe((143, 143, 30));
    }

    [Fact]
    public async Task What_was_not_understood_in_one_of_several_files_is_told_with_its_file()
    {
        var typist = await Typist.WithOpenPeriod(server);
        var (right, wrong) = (Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1"), Write(Columns, $"a/2,russia,{Period},2019-12-06,A loan,much"));

        var held = await typist.Type("import", right, wrong, "--json");

        Text(held.Failed(3, "").Json.GetProperty("notUnderstood").EnumerateArray().Single(), "file").ShouldBe(Path.GetFileName(wrong));
    }

    [Fact]
    public async Task Figures_of_two_publications_in_one_file_are_recorded_each_as_its_own()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("import", Write(
            "publication,period,relationship,dimension,figure,printed,place",
            $"Issue 12,{Period},russia,development,positive,+24,headline",
            $"Errata,{Period},russia,development,aggregate,+13,page 2"));

        var printed = (await typist.Ask("log")).EnumerateArray().Where(e => Text(e, "event") == "figures_printed");

        printed.Select(e => Text(e.GetProperty("data"), "publication")).ShouldBe(["Issue 12", "Errata"]);
    }

    [Fact]
    public async Task Rows_that_look_alike_are_each_recorded_once()
    {
        var typist = await Typist.Before(server);
        var file = Write("relationship,period,date,title,points", $"russia,{Period},2019-12-05,A talk,+1", $"russia,{Period},2019-12-05,A talk,+1");

        Number(await typist.Ask("import", file), "recorded").ShouldBe(2);
        Number(await typist.Ask("import", file), "alreadyRecorded").ShouldBe(2);

        (await Index(typist)).ShouldBe((2, 0, 2));
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
    public async Task One_row_not_understood_holds_all_of_the_file_back_unless_asked_otherwise()
    {
        var typist = await Typist.WithOpenPeriod(server);
        var file = Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1", $"a/2,russia,{Period},2019-12-06,A loan,+9", $"a/3,russia,{Period},2019-12-07,A visit,+2");

        var held = await typist.Type("import", file, "--json");

        held.Failed(3, "");
        held.Json.GetProperty("heldBack").GetBoolean().ShouldBeTrue();
        Number(held.Json.GetProperty("notUnderstood").EnumerateArray().Single(), "line").ShouldBe(3);
        (await Index(typist)).ShouldBe((0, 0, 0));

        Number(await typist.Ask("import", file, "--skip-not-understood"), "recorded").ShouldBe(2);
        (await Index(typist)).ShouldBe((3, 0, 2));
    }

    [Fact]
    public async Task A_row_mended_after_the_rest_was_recorded_is_all_that_the_next_import_records()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("import", Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1", $"a/2,russia,{Period},2019-12-06,A loan,+9"), "--skip-not-understood");

        var mended = await typist.Ask("import", Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1", $"a/2,russia,{Period},2019-12-06,A loan,+3"));

        (Number(mended, "recorded"), Number(mended, "alreadyRecorded")).ShouldBe((1, 1));
        (await Index(typist)).ShouldBe((4, 0, 2));
    }

    [Fact]
    public async Task A_dry_run_in_which_something_was_not_understood_shows_the_rows_that_were()
    {
        var typist = await Typist.WithOpenPeriod(server);

        var held = (await typist.Type("import", Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1", $"a/2,russia,{Period},2019-12-06,A loan,+9"), "--dry-run", "--json")).Failed(3, "").Json;

        (Number(held, "recorded"), held.GetProperty("heldBack").GetBoolean(), Number(held.GetProperty("rows").EnumerateArray().Single(), "firstLine")).ShouldBe((0, true, 2));
        (await Index(typist)).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task A_row_that_was_added_to_an_issues_catalogue_is_not_taken_for_the_last_one()
    {
        var typist = await Typist.WithOpenPeriod(server);
        string[] rows = [$"issue-12/russia/1,russia,{Period},2019-12-05,A talk,+1", $"issue-12/russia/2,russia,{Period},2019-12-07,A visit,+3"];
        await typist.Ask("import", Write([Columns, .. rows]));

        var held = await typist.Type("import", Write(
            Columns, rows[0], $"issue-12/russia/2,russia,{Period},2019-12-06,A loan,-2", $"issue-12/russia/3,russia,{Period},2019-12-07,A visit,+3"), "--json");

        Text(held.Failed(3, "").Json.GetProperty("notUnderstood").EnumerateArray().Single(), "why").ShouldContain("a row was added to the catalogue or taken out of it");
        (await Index(typist)).ShouldBe((4, 0, 2));
    }

    [Fact]
    public async Task A_row_that_says_another_score_than_the_record_is_remarked_and_the_record_stays()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("import", Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1"));

        var other = await typist.Ask("import", Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+2"));

        (Number(other, "recorded"), Number(other, "alreadyRecorded")).ShouldBe((0, 1));
        Text(other.GetProperty("remarks").EnumerateArray().Single(), "text").ShouldContain("RU-12-001 was recorded as");
        (await Index(typist)).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task An_amended_development_is_not_brought_back_by_importing_its_row_again()
    {
        var typist = await Typist.WithOpenPeriod(server);
        var file = Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1");
        await typist.Ask("import", file);
        await typist.Ask("amend", "RU-12-001", "--points", "+3");

        var again = await typist.Ask("import", file);

        (Number(again, "recorded"), Number(again, "alreadyRecorded"), again.GetProperty("remarks").GetArrayLength()).ShouldBe((0, 1, 0));
        (await Index(typist)).ShouldBe((3, 0, 1));
    }

    [Fact]
    public async Task A_row_for_a_closed_period_is_not_understood_and_holds_the_file_back()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("close", Period);

        var held = await typist.Type("import", Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1"), "--json");

        held.Failed(3, "");
        Text(held.Json.GetProperty("notUnderstood").EnumerateArray().Single(), "why").ShouldContain("was closed");
    }

    [Fact]
    public async Task A_newer_print_of_a_figure_takes_the_place_of_the_older_in_the_reconciliation()
    {
        var typist = await Typist.WithOpenPeriod(server);
        const string columns = "publication,period,relationship,dimension,figure,printed,place";
        await typist.Ask("import", Write(columns, $"Issue 12,{Period},russia,development,aggregate,+10,headline"));
        await typist.Ask("import", Write(columns, $"Errata,{Period},russia,development,aggregate,+13,headline"));

        var figure = (await typist.Ask("reconcile")).EnumerateArray().Single();

        (Number(figure, "printed"), Number(figure, "recorded")).ShouldBe((13, 0));
    }

    [Fact]
    public async Task A_row_dated_wholly_outside_its_period_is_recorded_and_asked_about_at_closing()
    {
        var typist = await Typist.WithOpenPeriod(server);
        var imported = await typist.Ask("import", Write(Columns, $"a/1,russia,{Period},2020-01-05,A talk,+1"));
        Text(imported.GetProperty("remarks").EnumerateArray().Single(), "text").ShouldContain("wholly outside");

        (await typist.Type("close", Period)).Failed(3, "outside:RU-12-001");
        (await typist.Type("close", Period, "--answer", "outside:RU-12-001=reported late")).Done();
    }

    [Fact]
    public async Task Only_the_row_of_the_sample_that_has_no_date_is_worth_a_look()
    {
        var typist = await Typist.Before(server);

        var remark = (await typist.Ask("import", Samples.Developments, "--dry-run")).GetProperty("remarks").EnumerateArray().Single();

        Text(remark, "text").ShouldStartWith("SEC-12-029 ");
        Text(remark, "text").ShouldContain("has no date");
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

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(params string[] lines)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid()}.csv");
        File.WriteAllLines(file, lines);
        return file;
    }

    private static async Task<(int Positive, int Negative, int Developments)> Index(Typist typist)
    {
        var russia = (await typist.Ask("index", "-r", "russia")).EnumerateArray().Single();
        return (Number(russia, "positive"), Number(russia, "negative"), Number(russia, "developments"));
    }

    private static string Text(JsonElement e, string member) => e.GetProperty(member).GetString()!;

    private static int Number(JsonElement e, string member) => e.GetProperty(member).GetInt32();
}
