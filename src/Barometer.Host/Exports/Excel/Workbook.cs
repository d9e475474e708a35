using System.Globalization;
using Barometer.Host.Exports.Csv;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Barometer.Host.Exports.Excel;

/// <summary>
/// Writes an export as an Excel workbook: its rows on a sheet, and on another what the columns mean and what to cite. Numbers are numbers,
/// days are days, and text is text: no cell is a formula. A moment is text too, for a number of Excel's holds no microseconds.
/// </summary>
internal static class Workbook
{
    /// <summary>How many rows a sheet holds below its header.</summary>
    public const int MostRows = 1_048_575;

    // Before it Excel counts a 29 February that never was.
    private static readonly DateOnly FirstSureDay = new(1900, 3, 1);

    /// <inheritdoc cref="ExportFormats.Write" />
    public static Task<long> Write(Export export, Stream to, CancellationToken cancellation) => Write(export, to, MostRows, cancellation);

    /// <summary>The same with smaller sheets.</summary>
    /// <inheritdoc cref="ExportFormats.Write" />
    internal static async Task<long> Write(Export export, Stream to, int rowsOfSheet, CancellationToken cancellation)
    {
        await using var deferring = new Deferring(to);
        await using var workbook = await Spreadsheet.CreateNewAsync(deferring, new SpreadCheetahOptions { DocumentProperties = null, PreserveStringWhitespace = true }, cancellation);
        var day = workbook.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") });
        var heading = workbook.AddStyle(new Style { Font = { Bold = true } });
        var rows = await Rows(workbook, export, heading, day, rowsOfSheet, cancellation);
        await About.Write(workbook, export, heading, cancellation);
        await workbook.FinishAsync(cancellation);
        await deferring.FlushAsync(cancellation);
        return rows;
    }

    private static async Task<long> Rows(Spreadsheet workbook, Export export, StyleId heading, StyleId day, int rowsOfSheet, CancellationToken cancellation)
    {
        var (cells, count) = (new Cell[export.Columns.Length], 0L);
        await Begin(workbook, export, sheet: 1, heading, cancellation);
        await foreach (var row in export.Rows.WithCancellation(cancellation))
        {
            if (count > 0 && count % rowsOfSheet == 0)
                await Begin(workbook, export, (count / rowsOfSheet) + 1, heading, cancellation);
            for (var place = 0; place < cells.Length; place++)
                cells[place] = Written(row[place], day);
            await workbook.AddRowAsync(cells, cancellation);
            count++;
        }

        return count;
    }

    private static async Task Begin(Spreadsheet workbook, Export export, long sheet, StyleId heading, CancellationToken cancellation)
    {
        var name = sheet == 1 ? export.Name : string.Create(CultureInfo.InvariantCulture, $"{export.Name} {sheet}");
        await workbook.StartWorksheetAsync(name, new WorksheetOptions { FrozenRows = 1 }, cancellation);
        await workbook.AddHeaderRowAsync(export.Columns.Select(c => CellText.Of(c.Name)).ToArray(), heading, cancellation);
    }

    private static Cell Written(object? cell, StyleId day) => cell switch
    {
        null => new Cell((string?)null),
        string text => new Cell(CellText.Of(text)),
        bool yes => new Cell(yes),
        DateOnly date when date >= FirstSureDay => new Cell(date.ToDateTime(TimeOnly.MinValue), day),
        DateOnly early => new Cell(early.ToString("O", CultureInfo.InvariantCulture)),
        DateTimeOffset instant => new Cell(instant.UtcDateTime.ToString(CsvTable.Instant, CultureInfo.InvariantCulture)),
        decimal exact => new Cell(exact),
        _ => new Cell((long)cell),
    };
}
