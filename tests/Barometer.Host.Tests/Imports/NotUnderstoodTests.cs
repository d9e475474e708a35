using Barometer.Host.Tests.Terminal;
using static Barometer.Host.Tests.Imports.ToldByAnImport;

namespace Barometer.Host.Tests.Imports;

/// <summary>Rows that are not understood, and rows that are worth a look.</summary>
public sealed class NotUnderstoodTests(Server server) : IDisposable
{
    private const string Period = "2019-11/2019-12";
    private const string Columns = "origin,relationship,period,date,title,points";

    private readonly WrittenFiles _files = new();

    [Fact]
    public async Task What_was_not_understood_in_one_of_several_files_is_told_with_its_file()
    {
        var typist = await Typist.WithOpenPeriod(server);
        var (right, wrong) = (_files.Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1"), _files.Write(Columns, $"a/2,russia,{Period},2019-12-06,A loan,much"));

        var held = await typist.Type("import", right, wrong, "--json");

        Text(held.Failed(3, "").Json.GetProperty("notUnderstood").EnumerateArray().Single(), "file").ShouldBe(Path.GetFileName(wrong));
    }

    [Fact]
    public async Task One_row_not_understood_holds_all_of_the_file_back_unless_asked_otherwise()
    {
        var typist = await Typist.WithOpenPeriod(server);
        var file = _files.Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1", $"a/2,russia,{Period},2019-12-06,A loan,+9", $"a/3,russia,{Period},2019-12-07,A visit,+2");

        var held = await typist.Type("import", file, "--json");

        held.Failed(3, "");
        held.Json.GetProperty("heldBack").GetBoolean().ShouldBeTrue();
        Number(held.Json.GetProperty("notUnderstood").EnumerateArray().Single(), "line").ShouldBe(3);
        (await Index(typist)).ShouldBe((0, 0, 0));

        Number(await typist.Ask("import", file, "--skip-not-understood"), "recorded").ShouldBe(2);
        (await Index(typist)).ShouldBe((3, 0, 2));
    }

    [Fact]
    public async Task A_dry_run_in_which_something_was_not_understood_shows_the_rows_that_were()
    {
        var typist = await Typist.WithOpenPeriod(server);

        var held = (await typist.Type("import", _files.Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1", $"a/2,russia,{Period},2019-12-06,A loan,+9"), "--dry-run", "--json")).Failed(3, "").Json;

        (Number(held, "recorded"), held.GetProperty("heldBack").GetBoolean(), Number(held.GetProperty("rows").EnumerateArray().Single(), "firstLine")).ShouldBe((0, true, 2));
        (await Index(typist)).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task A_row_for_a_closed_period_is_not_understood_and_holds_the_file_back()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("close", Period);

        var held = await typist.Type("import", _files.Write(Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1"), "--json");

        held.Failed(3, "");
        Text(held.Json.GetProperty("notUnderstood").EnumerateArray().Single(), "why").ShouldContain("was closed");
    }

    [Fact]
    public async Task A_row_dated_wholly_outside_its_period_is_recorded_and_asked_about_at_closing()
    {
        var typist = await Typist.WithOpenPeriod(server);
        var imported = await typist.Ask("import", _files.Write(Columns, $"a/1,russia,{Period},2020-01-05,A talk,+1"));
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

    public void Dispose() => _files.Dispose();
}
