using System.Text.Json;
using Barometer.Domain.Tests;
using Barometer.Host.Tests.Terminal;
using static Barometer.Host.Tests.Imports.ToldByAnImport;

namespace Barometer.Host.Tests.Imports;

/// <summary>Coded data that comes a second time, in the same file or another.</summary>
public sealed class CodedImportAgainTests(Server server) : IDisposable
{
    private static readonly string[] AsDyads = ["--relationships", "dyads", "--calendar", "month"];

    private readonly WrittenFiles _files = new();

    [Fact]
    public async Task A_second_month_goes_into_the_same_relationships()
    {
        var typist = await Typist.Before(server);
        string[] import = ["--format", "gdelt", .. AsDyads];
        var first = await typist.Ask(["import", SharedData.Find("gdelt-nov2011.csv"), .. import]);
        var second = await typist.Ask(["import", SharedData.Find("gdelt-july2011.csv"), .. import]);
        var again = await typist.Ask(["import", SharedData.Find("gdelt-july2011.csv"), .. import]);

        Rows(first).ShouldBe(5316);
        Rows(second).ShouldBe(6303);
        (first.GetProperty("declared").GetBoolean(), second.GetProperty("declared").GetBoolean()).ShouldBe((true, false));
        second.GetProperty("opened").EnumerateArray().Single().GetString().ShouldBe("2011-07");
        (Number(again, "recorded"), Number(again, "alreadyRecorded"), Number(again, "relationshipsAdded")).ShouldBe((0, Number(second, "recorded"), 0));
        var relationships = (await typist.Ask("index", "--period", "2011-07")).EnumerateArray().Select(i => Text(i, "relationship")).ToArray();
        relationships.Length.ShouldBe(Number(first, "relationshipsAdded") + Number(second, "relationshipsAdded"));
        relationships.ShouldBeUnique();
    }

    [Fact]
    public async Task Rows_that_say_the_same_are_each_recorded_once_whatever_file_they_come_in_and_an_identity_of_GDELT_once()
    {
        var typist = await Typist.Before(server);
        string[] rows = [.. CodedFiles.Icews(3)];

        Counts(await typist.Ask(["import", _files.Write([.. rows, rows[0]]), "--format", "icews", .. AsDyads])).ShouldBe((4, 4, 0, 0, 0, 0));
        Counts(await typist.Ask(["import", _files.Write([rows[0], .. rows, rows[0]]), "--format", "icews", .. AsDyads])).ShouldBe((5, 1, 4, 0, 0, 0));
        var gdelt = CodedFiles.Gdelt(7, "20111130", "ARM", "GEO");
        Counts(await typist.Ask(["import", _files.Write(gdelt, gdelt), "--format", "gdelt", .. AsDyads])).ShouldBe((2, 1, 1, 0, 0, 0));
    }

    [Fact]
    public async Task The_same_import_with_the_same_key_gets_the_first_answer_and_another_one_is_refused_the_key()
    {
        var typist = await Typist.Before(server);
        var file = _files.Write([.. CodedFiles.Icews(30)]);
        string[] import = ["import", file, "--format", "icews", .. AsDyads, "--key", $"{typist.Barometer}-import"];
        var first = await typist.Ask(import);

        JsonElement.DeepEquals(await typist.Ask(import), first).ShouldBeTrue();
        (await typist.Type([.. import, "--actor", "somebody else"])).Failed(5, "was used for another command");
    }

    public void Dispose() => _files.Dispose();
}
