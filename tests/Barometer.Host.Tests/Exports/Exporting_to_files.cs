using System.Text.Json;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Exports;

/// <summary>A file is there whole, or as it was before.</summary>
public sealed class Exporting_to_files(ImportedIssue issue) : IClassFixture<ImportedIssue>, IDisposable
{
    private readonly Exported _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_CSV_file_has_its_metadata_beside_it_under_the_name_that_the_W3C_gives()
    {
        var answer = await _folder.Ask(issue.Typist, "movements", "my table.csv");

        _folder.Files.ShouldBe(["my table.csv", "my table.csv-metadata.json"]);
        answer.GetProperty("rows").GetInt64().ShouldBe(174);
        var metadata = JsonDocument.Parse(_folder.Bytes("my table.csv-metadata.json")).RootElement;
        metadata.GetProperty("url").GetString().ShouldBe("my%20table.csv");
        metadata.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("titles").GetString()).ShouldBe(NaiveTable.Read(_folder.Bytes("my table.csv"))[0]);
        metadata.GetProperty("dc:bibliographicCitation").GetString().ShouldBe(answer.GetProperty("citation").GetString());
    }

    [Theory]
    [InlineData("table.csv")]
    [InlineData("table.csv-metadata.json")]
    public async Task A_file_that_is_there_is_replaced_only_where_that_is_said(string there)
    {
        await File.WriteAllTextAsync(_folder.File(there), "mine", TestContext.Current.CancellationToken);

        (await issue.Typist.Type("export", "indices", "--to", _folder.File("table.csv"))).Failed(2, $"{there} is there already");
        _folder.Files.ShouldBe([there]);
        _folder.Bytes(there).ShouldBe("mine"u8.ToArray());

        await _folder.Ask(issue.Typist, "indices", "table.csv", "--overwrite");
        _folder.Files.ShouldBe(["table.csv", "table.csv-metadata.json"]);
        NaiveTable.Rows(_folder.Bytes("table.csv")).Length.ShouldBe(7);
    }

    [Theory]
    [InlineData(2, "does not end as one of .csv, .xlsx, .parquet", "indices", "table.ods")]
    [InlineData(4, "There is no folder", "indices", "nowhere/table.csv")]
    [InlineData(2, "is a folder", "indices", "", "--format", "csv")]
    [InlineData(4, "2020-01/2020-02 was never opened", "movements", "table.csv", "--period", "2020-01/2020-02")]
    [InlineData(2, "is no moment", "catalogue", "table.csv", "--as-of", "yesterday")]
    [InlineData(2, "Say under which rules", "replay", "table.csv")]
    [InlineData(4, "has no rule set 'nothing'", "replay", "table.csv", "--rules", "nothing")]
    public async Task A_mistake_is_told_and_leaves_no_file(int exitCode, string sentence, string table, string name, params string[] options)
    {
        (await issue.Typist.Type(["export", table, "--to", _folder.File(name), .. options])).Failed(exitCode, sentence);

        _folder.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_answer_has_the_members_that_the_page_documents_and_no_others() => DocumentedAnswers.ShouldBeDocumented(
        "export indices`, `export movements`, `export catalogue`, `export replay",
        await _folder.Ask(issue.Typist, "indices", "indices.csv"),
        await _folder.Ask(issue.Typist, "replay", "replay.csv", "--rules", "as-published"));

    [Fact]
    public async Task An_export_that_fails_half_way_leaves_what_was_there_as_it_was()
    {
        var broken = await Typist.WithOpenPeriod(issue.Server);
        await broken.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2", "--period", "2019-11/2019-12");
        await _folder.Ask(broken, "movements", "table.csv");
        var before = _folder.Bytes("table.csv");
        await using (var connection = new Npgsql.NpgsqlConnection(Typist.Connection))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var spoil = new Npgsql.NpgsqlCommand($"update barometer.movements set cause = 'whim' where barometer = '{broken.Barometer}'", connection);
            await spoil.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        (await broken.Type("export", "movements", "--to", _folder.File("table.csv"), "--overwrite")).ExitCode.ShouldBe(1);

        _folder.Files.ShouldBe(["table.csv", "table.csv-metadata.json"]);
        _folder.Bytes("table.csv").ShouldBe(before);
    }
}
