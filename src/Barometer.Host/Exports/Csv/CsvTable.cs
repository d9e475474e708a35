using System.Globalization;
using CsvHelper;

namespace Barometer.Host.Exports.Csv;

/// <summary>Writes an export as CSV: RFC 4180, UTF-8 without a byte order mark, a header row, nothing for what is absent.</summary>
internal static class CsvTable
{
    /// <summary>A moment in UTC, to the microsecond.</summary>
    public const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <inheritdoc cref="ExportFormats.Write" />
    public static async Task<long> Write(Export export, Stream to, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(to, CsvWriterOptions.Default, leaveOpen: true);
        await csv.WriteRecordAsync([.. export.Columns.Select(c => c.Name)], cancellation);
        await foreach (var row in export.Rows.WithCancellation(cancellation))
        {
            foreach (var cell in row)
                csv.WriteField(Written(cell));
            await csv.EndRecordAsync(cancellation);
        }

        await csv.FlushAsync(cancellation);
        return csv.RecordCount - 1;
    }

    // A number is no text: its minus stays as it is.
    private static string? Written(object? cell) => cell switch
    {
        null => null,
        string text => FormulaText.Neutralised(text),
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture),
        decimal exact => exact.ToString("0.#########", CultureInfo.InvariantCulture),
        _ => ((long)cell).ToString(CultureInfo.InvariantCulture),
    };
}
