using System.Text.Json;
using Barometer.Host.Exports;
using Barometer.Host.Exports.Csv;
using Barometer.Host.Exports.Excel;

namespace Barometer.Host.Tests.Exports;

/// <summary>Cells keep their types and their digits, and tables leave while their rows still come.</summary>
public sealed class Typed_cells
{
    private static readonly InventedRow Full = new("A talk", -9, -9_223_372_036.854775807m, new DateOnly(2019, 12, 5), new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(3)).AddTicks(10), Yes: true);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CSV_writes_each_type_in_one_way_and_nothing_for_what_is_absent()
    {
        var records = NaiveTable.Read(await Invented.Written(ExportFormat.Csv, Invented.Table(Full, new InventedRow())));

        records[0].ShouldBe(["text", "number", "exact", "day", "instant", "yes", "barometer", "rule_set", "rule_set_digest"]);
        records[1][..6].ShouldBe(["A talk", "-9", "-9223372036.854775807", "2019-12-05", "2026-01-31T09:00:00.000001Z", "true"]);
        records[2][..7].ShouldBe([null, null, null, null, null, null, "minsk"]);
    }

    [Fact]
    public async Task A_workbook_has_numbers_as_numbers_days_as_days_and_moments_to_the_microsecond()
    {
        // As many digits as Excel has.
        var full = Full with { Exact = -123_456.123456789m };

        var workbook = new OpenedWorkbook(await Invented.Written(ExportFormat.Xlsx, Invented.Table(full, new InventedRow(Day: new DateOnly(1863, 1, 22)))));

        var (cells, early) = (workbook.Sheets["invented"][1], workbook.Sheets["invented"][2]);
        cells[..6].Select(c => c.Type).ShouldBe(["inlineStr", null, null, null, "inlineStr", "b"]);
        cells[..6].Select(c => c.Value).ShouldBe(["A talk", "-9", "-123456.123456789", "43804", "2026-01-31T09:00:00.000001Z", "1"]);
        workbook.FormatOf(cells[3].Style).Replace("\\", "", StringComparison.Ordinal).ShouldBe("yyyy-mm-dd");
        early[3].ShouldBe(new OpenedCell("inlineStr", early[3].Style, "1863-01-22"));
    }

    [Fact]
    public async Task Another_sheet_of_a_workbook_says_what_to_cite_and_what_columns_mean()
    {
        var about = new OpenedWorkbook(await Invented.Written(ExportFormat.Xlsx, Invented.Table(Full))).Sheets["About"].Select(r => r.Select(c => c.Value ?? "").ToArray()).ToArray();

        about.ShouldContain(r => r.Length == 2 && r[0] == "as_of" && r[1] == "russia:3");
        about.ShouldContain(r => r.Length == 2 && r[0] == "rule_set" && r[1] == "as-published@1");
        about.ShouldContain(r => r.Length == 3 && r[0] == "exact" && r[1] == "A number, exactly." && r[2] == "exact-decimal");
        about[^1].ShouldBe(["russia", "3"]);
    }

    [Fact]
    public async Task Parquet_declares_exact_decimals_days_and_moments_in_UTC()
    {
        var parquet = await Invented.Written(ExportFormat.Parquet, Invented.Table(Full, new InventedRow()));

        Duck.Ask(parquet, "select column_type from (describe select * from $file)").Select(r => r[0])
            .ShouldBe(["VARCHAR", "BIGINT", "DECIMAL(19,9)", "DATE", "TIMESTAMP WITH TIME ZONE", "BOOLEAN", "VARCHAR", "VARCHAR", "VARCHAR"]);
        Duck.Ask(parquet, "select text, number::varchar, exact::varchar, day::varchar, epoch_us(instant)::varchar, yes::varchar from $file").ShouldBe(
        [
            ["A talk", "-9", "-9223372036.854775807", "2019-12-05", (Full.Instant!.Value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks).ToString()[..^1], "true"],
            [null, null, null, null, null, null],
        ]);
        Duck.Ask(parquet, "select decode(value) from parquet_kv_metadata($file) where decode(key) = 'as_of'").ShouldBe([["russia:3"]]);
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    [InlineData(ExportFormat.Parquet)]
    public async Task A_table_leaves_while_its_rows_still_come_and_whole_to_a_stream_that_takes_asynchronous_writes_only(object format)
    {
        const int many = 150_000;
        var (stream, before) = (new OneWay(), 0L);

        (await ((ExportFormat)format).Write(Invented.Table(Rows()), stream, Cancel)).ShouldBe(many);

        before.ShouldBeGreaterThan(stream.BytesWritten / 4);

        async IAsyncEnumerable<InventedRow> Rows()
        {
            for (var i = 0; i < many; i++)
            {
                if (i == many * 3 / 4)
                    before = stream.BytesWritten;
                yield return new InventedRow($"A talk, the {i}th", i);
            }

            await Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Long_texts_do_not_gather_in_a_group_of_Parquet()
    {
        var text = new string('x', 40_000);

        var parquet = await Invented.Written(ExportFormat.Parquet, Invented.Table([.. Enumerable.Range(0, 450).Select(i => new InventedRow(text, i))]));

        Duck.Ask(parquet, "select distinct row_group_num_rows::varchar from parquet_metadata($file) order by 1").ShouldBe([["200"], ["50"]]);
        Duck.Ask(parquet, "select count(*)::varchar, sum(number)::varchar, min(length(text))::varchar from $file").ShouldBe([["450", "101025", "40000"]]);
    }

    [Fact]
    public void More_rows_than_a_sheet_holds_are_refused_where_they_are_counted_before()
    {
        var export = Invented.Table(AsyncEnumerable.Empty<InventedRow>(), 1_048_576);

        ExportFormat.Xlsx.Refuses(export)!.Sentence.ShouldBe("invented has 1048576 rows, and a sheet of Excel holds 1048575 below its header; name a period, or take csv or parquet.");
        ExportFormat.Xlsx.Refuses(export with { Count = 1_048_575 }).ShouldBeNull();
        ExportFormat.Csv.Refuses(export).ShouldBeNull();
        ExportFormat.Parquet.Refuses(export).ShouldBeNull();
    }

    [Fact]
    public async Task More_rows_than_a_sheet_holds_that_nobody_counted_go_on_on_the_next()
    {
        var stream = new OneWay();

        await Workbook.Write(Invented.Table([.. Enumerable.Range(1, 7).Select(i => new InventedRow(Number: i))]), stream, rowsOfSheet: 3, Cancel);

        var workbook = new OpenedWorkbook(stream.Written);
        workbook.Sheets.Keys.ShouldBe(["invented", "invented 2", "invented 3", "About"]);
        workbook.Sheets.Where(s => s.Key != "About").SelectMany(s => s.Value.Skip(1)).Select(r => r[1].Value).ShouldBe(["1", "2", "3", "4", "5", "6", "7"]);
        workbook.Sheets["invented 3"][0][1].Value.ShouldBe("number");
    }

    [Fact]
    public void The_metadata_of_CSV_names_every_column_with_its_type_and_meaning()
    {
        var metadata = JsonDocument.Parse(CsvMetadata.Of(Invented.Table(Full), "invented.csv")).RootElement;

        metadata.GetProperty("@context")[0].GetString().ShouldBe("http://www.w3.org/ns/csvw");
        metadata.GetProperty("url").GetString().ShouldBe("invented.csv");
        metadata.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("datatype").ToString().Split('"') is [_, "base", _, var named, ..] ? named : c.GetProperty("datatype").ToString())
            .ShouldBe(["string", "integer", "decimal", "date", "dateTime", "boolean", "string", "string", "string"]);
        metadata.GetProperty("schema:additionalProperty").EnumerateArray().ShouldContain(p => p.GetProperty("schema:name").GetString() == "as_of" && p.GetProperty("schema:value").GetString() == "russia:3");
    }
}
