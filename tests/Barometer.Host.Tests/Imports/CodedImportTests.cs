using System.Text.Json;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Imports;

public sealed class CodedImportTests(Server server) : IDisposable
{
    private static readonly string[] AsDyads = ["--relationships", "dyads", "--calendar", "month"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coded");

    [Fact]
    public async Task An_import_makes_a_barometer_of_the_pairs_of_countries_and_records_each_row_with_its_direction_and_without_points()
    {
        var typist = await Typist.Before(server);
        var file = Write("Citizen (India)\tMake statement\tAfghanistan\t2014-02-12", "Afghanistan\tThreaten\tIndia\t2014-03-01", "Police (Iran)\tThreaten\tCitizen (Iran)\t2014-03-01");

        var imported = await typist.Ask(["import", file, "--format", "icews", .. AsDyads]);

        Counts(imported).ShouldBe((3, 2, 0, 1, 0, 0));
        (imported.GetProperty("declared").GetBoolean(), Number(imported, "relationshipsAdded")).ShouldBe((true, 1));
        imported.GetProperty("opened").EnumerateArray().Select(p => p.GetString()).ShouldBe(["2014-02", "2014-03"]);
        var log = (await typist.Ask("log")).EnumerateArray().ToArray();
        var recorded = log.Where(e => Text(e, "event") == "development_recorded_unscored").Select(e => e.GetProperty("data")).ToArray();
        recorded.Select(e => Text(e, "reference")).ShouldBe(["AFGIND-422-001", "AFGIND-423-001"]);
        Text(recorded[0].GetProperty("particulars"), "title").ShouldBe("Citizen (India): Make statement → Afghanistan");
        var classification = recorded[0].GetProperty("particulars").GetProperty("classification");
        (Text(classification.GetProperty("sources")[0], "country"), Text(classification.GetProperty("targets")[0], "country"), Text(classification, "cameo")).ShouldBe(("India", "Afghanistan", "010"));
        log.Single(e => Text(e, "event") == "barometer_declared").GetProperty("data").GetProperty("relationships")[0].GetProperty("parties").EnumerateArray().Select(p => p.GetString()).ShouldBe(["Afghanistan", "India"]);
        (await typist.Ask("index")).EnumerateArray().ShouldAllBe(i => Number(i, "developments") == 0);
        (await typist.Ask("score", "AFGIND-422-001", "--points", "+4")).GetProperty("changes").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_slice_of_a_real_year_is_recorded_as_a_naive_count_has_it()
    {
        var typist = await Typist.Before(server);
        string[] rows = [.. File.ReadLines(CodedFiles.Real("icews-2014.tsv")).Take(600)];
        var domestic = rows.Count(r => r.Split('\t') is var f && Country(f[0]) == Country(f[2]));

        var imported = await typist.Ask(["import", Write(rows), "--format", "icews", .. AsDyads]);

        Counts(imported).ShouldBe((600, 600 - domestic, 0, domestic, 0, 0));

        static string Country(string actor) => actor.LastIndexOf('(') is >= 0 and var at ? actor[(at + 1)..].Split(')')[0] : actor;
    }

    [Fact]
    public async Task A_second_month_goes_into_the_same_relationships()
    {
        var typist = await Typist.Before(server);
        string[] import = ["--format", "gdelt", .. AsDyads];
        var first = await typist.Ask(["import", CodedFiles.Real("gdelt-nov2011.csv"), .. import]);
        var second = await typist.Ask(["import", CodedFiles.Real("gdelt-july2011.csv"), .. import]);
        var again = await typist.Ask(["import", CodedFiles.Real("gdelt-july2011.csv"), .. import]);

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
    public async Task The_day_it_was_reported_stands_beside_the_day_it_happened()
    {
        var typist = await Typist.Before(server);

        var imported = await typist.Ask(["import", Write(CodedFiles.Gdelt(7, "20111130", "ARM", "GEO")), "--format", "gdelt", .. AsDyads]);

        Number(imported, "recorded").ShouldBe(1);
        var particulars = (await typist.Ask("history", "ARMGEO-395-001")).GetProperty("development").GetProperty("particulars");
        (Text(particulars.GetProperty("date"), "printed"), Text(particulars, "reportedOn"), Text(particulars.GetProperty("origin"), "identity")).ShouldBe(("2011-11-30", "2013-02-03", "gdelt/7"));
    }

    [Fact]
    public async Task Rows_that_say_the_same_are_each_recorded_once_whatever_file_they_come_in_and_an_identity_of_GDELT_once()
    {
        var typist = await Typist.Before(server);
        string[] rows = [.. CodedFiles.Icews(3)];

        Counts(await typist.Ask(["import", Write([.. rows, rows[0]]), "--format", "icews", .. AsDyads])).ShouldBe((4, 4, 0, 0, 0, 0));
        Counts(await typist.Ask(["import", Write([rows[0], .. rows, rows[0]]), "--format", "icews", .. AsDyads])).ShouldBe((5, 1, 4, 0, 0, 0));
        var gdelt = CodedFiles.Gdelt(7, "20111130", "ARM", "GEO");
        Counts(await typist.Ask(["import", Write(gdelt, gdelt), "--format", "gdelt", .. AsDyads])).ShouldBe((2, 1, 1, 0, 0, 0));
    }

    [Fact]
    public async Task A_broken_export_is_refused_with_its_first_offending_line_and_not_even_the_barometer_is_declared()
    {
        var typist = await Typist.Before(server);
        string[] rows = [.. Enumerable.Range(1, 50).Select(n => CodedFiles.Gdelt(n, "20111130", "ARM", "GEO"))];
        rows[30] += "\tshifted";

        (await typist.Type(["import", Write(rows), "--format", "gdelt", .. AsDyads])).Failed(3, "line 31: the row has 59 fields, the first row has 58. ");

        (await typist.Type("log")).Failed(4, "There is no barometer");
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_records_nothing()
    {
        var typist = await Typist.Before(server);

        var shown = await typist.Ask(["import", Write([.. CodedFiles.Icews(30)]), "--format", "icews", .. AsDyads, "--dry-run"]);

        (Number(shown, "recorded"), Number(shown, "relationshipsAdded"), shown.GetProperty("dryRun").GetBoolean()).ShouldBe((30, 15, true));
        shown.GetProperty("relationships").EnumerateArray().Select(r => r.GetString()).ShouldContain("armenia-belarus");
        (await typist.Type("log")).Failed(4, "There is no barometer");
    }

    [Fact]
    public async Task Rows_of_a_closed_period_and_of_months_before_the_first_are_refused_counted_and_named()
    {
        var typist = await Typist.Before(server);
        string[] import = ["--format", "gdelt", .. AsDyads];
        await typist.Ask(["import", Write(CodedFiles.Gdelt(1, "20111130", "ARM", "GEO")), .. import]);
        (await typist.Type("close", "2011-11")).Done();

        var imported = await typist.Ask(["import", Write(CodedFiles.Gdelt(2, "20111030", "ARM", "GEO"), CodedFiles.Gdelt(3, "20111130", "ARM", "GEO"), CodedFiles.Gdelt(4, "20111129", "GEO", "ARM"), CodedFiles.Gdelt(5, "19201130", "GEO", "ARM")), .. import]);

        Number(imported, "recorded").ShouldBe(1);
        var refused = imported.GetProperty("refused").EnumerateArray().ToArray();
        refused.Select(r => (Number(r, "rows"), Number(r, "firstLine"))).ShouldBe([(2, 2), (1, 4)]);
        (Text(refused[0], "why").StartsWith("2011-11 was closed by", StringComparison.Ordinal), Text(refused[1], "why").StartsWith("1920-11 is no period", StringComparison.Ordinal)).ShouldBe((true, true));
    }

    [Fact]
    public async Task A_label_that_is_not_known_is_recorded_without_a_code_and_remarked()
    {
        var typist = await Typist.Before(server);

        var imported = await typist.Ask(["import", Write("A\tJuggle\tB\t2014-02-12", "A\tMake statement\tB\t2014-02-12", "B\tJuggle\tA\t2014-02-13"), "--format", "icews", .. AsDyads]);

        Number(imported, "recorded").ShouldBe(3);
        var label = imported.GetProperty("unknownLabels").EnumerateArray().Single();
        (Text(label, "label"), Number(label, "rows"), Number(label, "firstLine")).ShouldBe(("Juggle", 2, 1));
    }

    [Fact]
    public async Task A_person_reads_what_an_import_came_to()
    {
        var typist = await Typist.Before(server);
        var file = Write("A\tJuggle\tB\t2014-02-12", "A\tMake statement\tA\t2014-02-12");

        (await typist.Type(["import", file, "--format", "icews", .. AsDyads, "--dry-run"])).Done().Out.ShouldContain("1 relationship would be declared: a-b.");
        var said = (await typist.Type(["import", file, "--format", "icews", .. AsDyads])).Done().Out;

        said.ShouldContain("1 relationship declared.");
        said.ShouldContain("line 1: the label 'Juggle' is not known; 1 row with it recorded without a code.");
        said.ShouldContain("1 development recorded of 2 rows, 0 in the record already; 1 domestic, 0 without two countries, 0 unmapped.");
    }

    [Fact]
    public async Task The_same_import_with_the_same_key_gets_the_first_answer_and_another_one_is_refused_the_key()
    {
        var typist = await Typist.Before(server);
        var file = Write([.. CodedFiles.Icews(30)]);
        string[] import = ["import", file, "--format", "icews", .. AsDyads, "--key", $"{typist.Barometer}-import"];
        var first = await typist.Ask(import);

        JsonElement.DeepEquals(await typist.Ask(import), first).ShouldBeTrue();
        (await typist.Type([.. import, "--actor", "somebody else"])).Failed(5, "was used for another command");
    }

    [Fact]
    public async Task A_mapping_leads_rows_to_relationships_that_are_declared()
    {
        var typist = await Typist.WithOpenPeriod(server);
        var mapping = Write("party,counterparty,relationship", "Belarus,Russia,russia", "Belarus,*,security");
        var rows = Write("Citizen (Russia)\tMake statement\tBelarus\t2019-11-12", "Belarus\tMake statement\tIran\t2019-11-12", "Iran\tThreaten\tIraq\t2019-11-12");

        var imported = await typist.Ask("import", rows, "--format", "icews", "--mapping", mapping);

        Counts(imported).ShouldBe((3, 2, 0, 0, 0, 1));
        (await typist.Ask("log")).EnumerateArray().Where(e => Text(e, "event") == "development_recorded_unscored").Select(e => Text(e, "stream")).ShouldBe(["relationship/russia", "relationship/security"]);
    }

    [Fact]
    public async Task What_is_not_said_is_asked_for_in_a_sentence()
    {
        var typist = await Typist.Before(server);
        var file = Write([.. CodedFiles.Icews(3)]);

        (await typist.Type("import", file, "--format", "icews")).Failed(2, "--relationships dyads");
        (await typist.Type("import", file, "--format", "icews", "--relationships", "dyads")).Failed(2, "--calendar month");
        (await typist.Type("import", file, "--format", "icews", "--skip-not-understood")).Failed(2, "a broken export is refused whole");
        (await typist.Type("import", file, "--relationships", "dyads")).Failed(2, "--format icews|gdelt");
        (await typist.Type("import", file, file, "--format", "icews", "--relationships", "dyads")).Failed(2, "a file at a time");
        (await typist.Type("import", file, "--format", "icews", "--mapping", file)).Failed(4, "There is no barometer");
        (await typist.Type("declare")).Done();
        (await typist.Type(["import", file, "--format", "icews", .. AsDyads])).Failed(3, "periods of 2 months");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(params string[] lines)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid()}.csv");
        File.WriteAllLines(file, lines);
        return file;
    }

    private static (int Rows, int Recorded, int Already, int Domestic, int Without, int Unmapped) Counts(JsonElement imported) =>
        (Number(imported, "rows"), Number(imported, "recorded"), Number(imported, "alreadyRecorded"), Number(imported, "domestic"), Number(imported, "withoutTwoCountries"), Number(imported, "unmapped"));

    // Every row is accounted for.
    private static int Rows(JsonElement imported)
    {
        var (rows, recorded, already, domestic, without, unmapped) = Counts(imported);
        (recorded + already + domestic + without + unmapped).ShouldBe(rows);
        return rows;
    }

    private static string Text(JsonElement e, string member) => e.GetProperty(member).GetString()!;

    private static int Number(JsonElement e, string member) => e.GetProperty(member).GetInt32();
}
