using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Barometer.Host.Exports.Excel;

/// <summary>The sheet that says what to cite, what the columns mean, and each position of the record on a row of its own.</summary>
internal static class About
{
    private const string Name = "About";

    public static async Task Write(Spreadsheet workbook, Export export, StyleId heading, CancellationToken cancellation)
    {
        await workbook.StartWorksheetAsync(Name, Wide(), cancellation);
        await Table(workbook, ["Citation", ""], export.Citation.Told().Prepend(new("cite as", export.Citation.Sentence)).Select(t => (string[])[t.Key, t.Value]), heading, cancellation);
        await Table(workbook, ["Column", "Meaning", "Type"], export.Columns.Select(c => (string[])[c.Name, c.Meaning, Word.Of(c.Type)]), heading, cancellation);
        var positions = export.Citation.AsOf.ByRelationship.Select(p => (Cell[])[new Cell(CellText.Of(p.Key)), new Cell(p.Value)]);
        await workbook.AddHeaderRowAsync(["Relationship", "Position"], heading, cancellation);
        foreach (var position in positions)
            await workbook.AddRowAsync(position, cancellation);
    }

    private static WorksheetOptions Wide()
    {
        var options = new WorksheetOptions();
        options.Column(1).Width = 24;
        options.Column(2).Width = 100;
        return options;
    }

    private static async Task Table(Spreadsheet workbook, string[] headings, IEnumerable<string[]> rows, StyleId heading, CancellationToken cancellation)
    {
        await workbook.AddHeaderRowAsync(headings, heading, cancellation);
        foreach (var row in rows)
            await workbook.AddRowAsync(row.Select(text => new Cell(CellText.Of(text))).ToArray(), cancellation);
        await workbook.AddRowAsync(Array.Empty<Cell>(), cancellation);
    }
}
