using Barometer.Domain.Tests;
using Barometer.Host.Tests.Terminal;
using static Barometer.Host.Tests.Imports.ToldByAnImport;

namespace Barometer.Host.Tests.Imports;

public sealed class CodedImportTests(Server server) : IDisposable
{
    private static readonly string[] AsDyads = ["--relationships", "dyads", "--calendar", "month"];

    private readonly WrittenFiles _files = new();

    [Fact]
    public async Task An_import_makes_a_barometer_of_the_pairs_of_countries_and_records_each_row_with_its_direction_and_without_points()
    {
        var typist = await Typist.Before(server);
        var file = _files.Write("Citizen (India)\tMake statement\tAfghanistan\t2014-02-12", "Afghanistan\tThreaten\tIndia\t2014-03-01", "Police (Iran)\tThreaten\tCitizen (Iran)\t2014-03-01");

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
        string[] rows = [.. File.ReadLines(SharedData.Find("icews-2014.tsv")).Take(600)];
        var domestic = rows.Count(r => r.Split('\t') is var f && Country(f[0]) == Country(f[2]));

        var imported = await typist.Ask(["import", _files.Write(rows), "--format", "icews", .. AsDyads]);

        Counts(imported).ShouldBe((600, 600 - domestic, 0, domestic, 0, 0));

        static string Country(string actor) => actor.LastIndexOf('(') is >= 0 and var at ? actor[(at + 1)..].Split(')')[0] : actor;
    }

    [Fact]
    public async Task The_day_it_was_reported_stands_beside_the_day_it_happened()
    {
        var typist = await Typist.Before(server);

        var imported = await typist.Ask(["import", _files.Write(CodedFiles.Gdelt(7, "20111130", "ARM", "GEO")), "--format", "gdelt", .. AsDyads]);

        Number(imported, "recorded").ShouldBe(1);
        var particulars = (await typist.Ask("history", "ARMGEO-395-001")).GetProperty("development").GetProperty("particulars");
        (Text(particulars.GetProperty("date"), "printed"), Text(particulars, "reportedOn"), Text(particulars.GetProperty("origin"), "identity")).ShouldBe(("2011-11-30", "2013-02-03", "gdelt/7"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tables_of_GDELT_2_are_read_by_their_published_columns_and_the_quarter_of_an_hour_becomes_its_day(bool header)
    {
        var typist = await Typist.Before(server);
        CodedFiles.Gdelt2Columns.Length.ShouldBe(61);
        string[] rows =
        [
            CodedFiles.Gdelt2(1, "20150218", "ARM", "GEO", "036", "1", "20150218230000"),
            CodedFiles.Gdelt2(2, "20150218", "GEO", "ARM", "190", "4", "20150219001500"),
            CodedFiles.Gdelt2(3, "20150219", "ARM", "", "036", "1", "20150219001500"),
            CodedFiles.Gdelt2(4, "20150301", "TUR", "ARM", "042", "1", "20150301120000"),
        ];

        var imported = await typist.Ask(["import", _files.Write([.. header ? [string.Join('\t', CodedFiles.Gdelt2Columns)] : Array.Empty<string>(), .. rows]), "--format", "gdelt", .. AsDyads]);

        Counts(imported).ShouldBe((4, 3, 0, 0, 1, 0));
        var particulars = (await typist.Ask("history", "ARMGEO-434-002")).GetProperty("development").GetProperty("particulars");
        (Text(particulars.GetProperty("date"), "printed"), Text(particulars, "reportedOn"), particulars.GetProperty("sources")[0].GetString()).ShouldBe(("2015-02-18", "2015-02-19", "https://example.org/2"));
        // To meet is worth 4 and to fight -10, together -6; to visit 1.9.
        (await typist.Ask("replay", "--rules", "cameo-goldstein")).EnumerateArray().Select(i => (Text(i, "relationship"), Text(i, "period"), i.GetProperty("value").GetDecimal(), Number(i, "developments")))
            .ShouldBe([("arm-geo", "2015-02", -6, 2), ("arm-tur", "2015-03", 1.9m, 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_records_nothing()
    {
        var typist = await Typist.Before(server);

        var shown = await typist.Ask(["import", _files.Write([.. CodedFiles.Icews(30)]), "--format", "icews", .. AsDyads, "--dry-run"]);

        (Number(shown, "recorded"), Number(shown, "relationshipsAdded"), shown.GetProperty("dryRun").GetBoolean()).ShouldBe((30, 15, true));
        shown.GetProperty("relationships").EnumerateArray().Select(r => r.GetString()).ShouldContain("armenia-belarus");
        (await typist.Type("log")).Failed(4, "There is no barometer");
    }

    [Fact]
    public async Task A_label_that_is_not_known_is_recorded_without_a_code_and_remarked()
    {
        var typist = await Typist.Before(server);

        var imported = await typist.Ask(["import", _files.Write("A\tJuggle\tB\t2014-02-12", "A\tMake statement\tB\t2014-02-12", "B\tJuggle\tA\t2014-02-13"), "--format", "icews", .. AsDyads]);

        Number(imported, "recorded").ShouldBe(3);
        var label = imported.GetProperty("unknownLabels").EnumerateArray().Single();
        (Text(label, "label"), Number(label, "rows"), Number(label, "firstLine")).ShouldBe(("Juggle", 2, 1));
    }

    [Fact]
    public async Task A_person_reads_what_an_import_came_to()
    {
        var typist = await Typist.Before(server);
        var file = _files.Write("A\tJuggle\tB\t2014-02-12", "A\tMake statement\tA\t2014-02-12");

        (await typist.Type(["import", file, "--format", "icews", .. AsDyads, "--dry-run"])).Done().Out.ShouldContain("1 relationship would be declared: a-b.");
        var said = (await typist.Type(["import", file, "--format", "icews", .. AsDyads])).Done().Out;

        said.ShouldContain("1 relationship declared.");
        said.ShouldContain("line 1: the label 'Juggle' is not known; 1 row with it recorded without a code.");
        said.ShouldContain("1 development recorded of 2 rows, 0 in the record already; 1 domestic, 0 without two countries, 0 unmapped.");
    }

    [Fact]
    public async Task A_mapping_leads_rows_to_relationships_that_are_declared()
    {
        var typist = await Typist.WithOpenPeriod(server);
        var mapping = _files.Write("party,counterparty,relationship", "Belarus,Russia,russia", "Belarus,*,security");
        var rows = _files.Write("Citizen (Russia)\tMake statement\tBelarus\t2019-11-12", "Belarus\tMake statement\tIran\t2019-11-12", "Iran\tThreaten\tIraq\t2019-11-12");

        var imported = await typist.Ask("import", rows, "--format", "icews", "--mapping", mapping);

        Counts(imported).ShouldBe((3, 2, 0, 0, 0, 1));
        (await typist.Ask("log")).EnumerateArray().Where(e => Text(e, "event") == "development_recorded_unscored").Select(e => Text(e, "stream")).ShouldBe(["relationship/russia", "relationship/security"]);
    }

    public void Dispose() => _files.Dispose();
}
