using Barometer.Host.Exports.Csv;
using Barometer.Host.Exports.Excel;
using Barometer.Host.Exports.Parquet;

namespace Barometer.Host.Exports;

/// <summary>In what form a table is handed out.</summary>
internal enum ExportFormat
{
    /// <summary>RFC 4180, UTF-8.</summary>
    Csv,

    /// <summary>An Excel workbook.</summary>
    Xlsx,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}

/// <summary>The ways out for a table, one a format. All of them write asynchronously only, and only onwards.</summary>
internal static class ExportFormats
{
    /// <summary>The format's media type.</summary>
    public static string MediaType(this ExportFormat format) => format switch
    {
        ExportFormat.Csv => "text/csv; charset=utf-8; header=present",
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/vnd.apache.parquet",
    };

    /// <summary>Why an export cannot be had in the format, as far as is known before anything is written; null where it can.</summary>
    public static Refusal? Refuses(this ExportFormat format, Export export) =>
        format is ExportFormat.Xlsx && export.Count > Workbook.MostRows
            ? Refusal.Rule($"{export.Name} has {export.Count} rows, and a sheet of Excel holds {Workbook.MostRows} below its header; name a period, or take csv or parquet.")
            : null;

    /// <summary>Writes an export to the end, and leaves the stream open.</summary>
    /// <param name="format">In what form.</param>
    /// <param name="export">What; its rows are read once.</param>
    /// <param name="to">Only ever written to asynchronously; it need not be seekable.</param>
    /// <param name="cancellation">Stops it in the middle: what was written then is no whole file.</param>
    /// <returns>How many rows were written.</returns>
    public static Task<long> Write(this ExportFormat format, Export export, Stream to, CancellationToken cancellation) => format switch
    {
        ExportFormat.Csv => CsvTable.Write(export, to, cancellation),
        ExportFormat.Xlsx => Workbook.Write(export, to, cancellation),
        _ => ParquetTable.Write(export, to, cancellation),
    };
}
