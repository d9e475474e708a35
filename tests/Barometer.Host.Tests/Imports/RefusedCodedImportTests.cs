using Barometer.Host.Tests.Terminal;
using static Barometer.Host.Tests.Imports.ToldByAnImport;

namespace Barometer.Host.Tests.Imports;

/// <summary>What of coded data is refused: a file, some of its rows, or how it was asked for.</summary>
public sealed class RefusedCodedImportTests(Server server) : IDisposable
{
    private static readonly string[] AsDyads = ["--relationships", "dyads", "--calendar", "month"];

    private readonly WrittenFiles _files = new();

    [Fact]
    public async Task A_broken_export_is_refused_with_its_first_offending_line_and_not_even_the_barometer_is_declared()
    {
        var typist = await Typist.Before(server);
        string[] rows = [.. Enumerable.Range(1, 50).Select(n => CodedFiles.Gdelt(n, "20111130", "ARM", "GEO"))];
        rows[30] += "\tshifted";

        (await typist.Type(["import", _files.Write(rows), "--format", "gdelt", .. AsDyads])).Failed(3, "line 31: the row has 59 fields, the first row has 58. ");

        (await typist.Type("log")).Failed(4, "There is no barometer");
    }

    [Fact]
    public async Task A_file_without_rows_is_refused_and_not_even_the_barometer_is_declared()
    {
        var typist = await Typist.Before(server);

        (await typist.Type(["import", _files.Write(), "--format", "icews", .. AsDyads])).Failed(3, "has no rows; there is nothing to record.");

        (await typist.Type("log")).Failed(4, "There is no barometer");
    }

    [Fact]
    public async Task Rows_of_a_closed_period_and_of_months_before_the_first_are_refused_counted_and_named()
    {
        var typist = await Typist.Before(server);
        string[] import = ["--format", "gdelt", .. AsDyads];
        await typist.Ask(["import", _files.Write(CodedFiles.Gdelt(1, "20111130", "ARM", "GEO")), .. import]);
        (await typist.Type("close", "2011-11")).Done();

        var imported = await typist.Ask(["import", _files.Write(CodedFiles.Gdelt(2, "20111030", "ARM", "GEO"), CodedFiles.Gdelt(3, "20111130", "ARM", "GEO"), CodedFiles.Gdelt(4, "20111129", "GEO", "ARM"), CodedFiles.Gdelt(5, "19201130", "GEO", "ARM")), .. import]);

        Number(imported, "recorded").ShouldBe(1);
        var refused = imported.GetProperty("refused").EnumerateArray().ToArray();
        refused.Select(r => (Number(r, "rows"), Number(r, "firstLine"))).ShouldBe([(2, 2), (1, 4)]);
        (Text(refused[0], "why").StartsWith("2011-11 was closed by", StringComparison.Ordinal), Text(refused[1], "why").StartsWith("1920-11 is no period", StringComparison.Ordinal)).ShouldBe((true, true));
    }

    [Fact]
    public async Task What_is_not_said_is_asked_for_in_a_sentence()
    {
        var typist = await Typist.Before(server);
        var file = _files.Write([.. CodedFiles.Icews(3)]);

        (await typist.Type("import", file, "--format", "icews")).Failed(2, "--relationships dyads");
        (await typist.Type("import", file, "--format", "icews", "--relationships", "dyads")).Failed(2, "with 'calendar' (month)");
        (await typist.Type("import", file, "--format", "icews", "--skip-not-understood")).Failed(2, "a broken export is refused whole");
        (await typist.Type("import", file, "--relationships", "dyads")).Failed(2, "--format icews|gdelt");
        (await typist.Type("import", file, file, "--format", "icews", "--relationships", "dyads")).Failed(2, "a file at a time");
        (await typist.Type("import", file, "--format", "icews", "--mapping", file)).Failed(4, "There is no barometer");
        (await typist.Type("declare")).Done();
        (await typist.Type(["import", file, "--format", "icews", .. AsDyads])).Failed(3, "periods of 2 months");
    }

    public void Dispose() => _files.Dispose();
}
