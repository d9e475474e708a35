using Barometer.Host.Tests.Terminal;
using static Barometer.Host.Tests.Imports.ToldByAnImport;

namespace Barometer.Host.Tests.Imports;

/// <summary>What comes a second time, the same or changed.</summary>
public sealed class ImportingAgainTests(Server server) : IDisposable
{
    private const string Period = "2019-11/2019-12";
    private const string Columns = "origin,relationship,period,date,title,points";

    private readonly WrittenFiles _files = new();

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
    public async Task Rows_that_look_alike_are_each_recorded_once()
    {
        var typist = await Typist.Before(server);
        var file = _files.Write("relationship,period,date,title,points", $"russia,{Period},2019-12-05,A talk,+1", $"russia,{Period},2019-12-05,A talk,+1");

        Number(await typist.Ask("import", file), "recorded").ShouldBe(2);
        Number(await typist.Ask("import", file), "alreadyRecorded").ShouldBe(2);

        (await Index(typist)).ShouldBe((2, 0, 2));
    }

    [Fact]
    public async Task A_row_mended_after_the_rest_was_recorded_is_all_that_the_next_import_records()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("import", _files.Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1", $"a/2,russia,{Period},2019-12-06,A loan,+9"), "--skip-not-understood");

        var mended = await typist.Ask("import", _files.Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1", $"a/2,russia,{Period},2019-12-06,A loan,+3"));

        (Number(mended, "recorded"), Number(mended, "alreadyRecorded")).ShouldBe((1, 1));
        (await Index(typist)).ShouldBe((4, 0, 2));
    }

    [Fact]
    public async Task A_row_that_was_added_to_an_issues_catalogue_is_not_taken_for_the_last_one()
    {
        var typist = await Typist.WithOpenPeriod(server);
        string[] rows = [$"issue-12/russia/1,russia,{Period},2019-12-05,A talk,+1", $"issue-12/russia/2,russia,{Period},2019-12-07,A visit,+3"];
        await typist.Ask("import", _files.Write([Columns, .. rows]));

        var held = await typist.Type("import", _files.Write(
            Columns, rows[0], $"issue-12/russia/2,russia,{Period},2019-12-06,A loan,-2", $"issue-12/russia/3,russia,{Period},2019-12-07,A visit,+3"), "--json");

        Text(held.Failed(3, "").Json.GetProperty("notUnderstood").EnumerateArray().Single(), "why").ShouldContain("a row was added to the catalogue or taken out of it");
        (await Index(typist)).ShouldBe((4, 0, 2));
    }

    [Fact]
    public async Task A_row_that_says_another_score_than_the_record_is_remarked_and_the_record_stays()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("import", _files.Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1"));

        var other = await typist.Ask("import", _files.Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+2"));

        (Number(other, "recorded"), Number(other, "alreadyRecorded")).ShouldBe((0, 1));
        Text(other.GetProperty("remarks").EnumerateArray().Single(), "text").ShouldContain("RU-12-001 was recorded as");
        (await Index(typist)).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task An_amended_development_is_not_brought_back_by_importing_its_row_again()
    {
        var typist = await Typist.WithOpenPeriod(server);
        var file = _files.Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1");
        await typist.Ask("import", file);
        await typist.Ask("amend", "RU-12-001", "--points", "+3");

        var again = await typist.Ask("import", file);

        (Number(again, "recorded"), Number(again, "alreadyRecorded"), again.GetProperty("remarks").GetArrayLength()).ShouldBe((0, 1, 0));
        (await Index(typist)).ShouldBe((3, 0, 1));
    }

    [Fact]
    public async Task A_newer_print_of_a_figure_takes_the_place_of_the_older_in_the_reconciliation()
    {
        var typist = await Typist.WithOpenPeriod(server);
        const string columns = "publication,period,relationship,dimension,figure,printed,place";
        await typist.Ask("import", _files.Write(columns, $"Issue 12,{Period},russia,development,aggregate,+10,headline"));
        await typist.Ask("import", _files.Write(columns, $"Errata,{Period},russia,development,aggregate,+13,headline"));

        var figure = (await typist.Ask("reconcile")).EnumerateArray().Single();

        (Number(figure, "printed"), Number(figure, "recorded")).ShouldBe((13, 0));
    }

    public void Dispose() => _files.Dispose();
}
