using Barometer.Host.Exports.Csv;
using Parquet;
using Parquet.Schema;

namespace Barometer.Host.Exports.Parquet;

/// <summary>
/// Writes an export as Parquet: exact decimals as DECIMAL, days as DATE, moments as TIMESTAMP in UTC to the microsecond, and the citation as
/// key-value metadata of the file. Rows are written in groups, of which one at a time is in memory; long texts make a group end sooner.
/// </summary>
internal static class ParquetTable
{
    private const int RowsOfGroup = 20_000;
    private const long CharactersOfGroup = 8_000_000;

    /// <inheritdoc cref="ExportFormats.Write" />
    public static async Task<long> Write(Export export, Stream to, CancellationToken cancellation)
    {
        await using var deferring = new Deferring(to);
        var rows = await WriteTo(deferring, export, cancellation);
        await deferring.FlushAsync(cancellation);
        return rows;
    }

    private static async Task<long> WriteTo(Stream to, Export export, CancellationToken cancellation)
    {
        var columns = export.Columns.Select(ColumnChunk.Of).ToArray();
        await using var parquet = await ParquetWriter.CreateAsync(new ParquetSchema(columns.Select(c => c.Field)), to, cancellationToken: cancellation);
        parquet.CustomMetadata = Metadata(export);
        var (count, rows, characters) = (0L, 0, 0L);
        await foreach (var row in export.Rows.WithCancellation(cancellation))
        {
            for (var place = 0; place < columns.Length; place++)
                columns[place].Add(row[place]);
            (count, rows, characters) = (count + 1, rows + 1, characters + row.Sum(cell => (cell as string)?.Length ?? 0));
            if (rows < RowsOfGroup && characters < CharactersOfGroup)
                continue;
            await WriteGroup(parquet, columns, cancellation);
            (rows, characters) = (0, 0);
        }

        if (rows > 0)
            await WriteGroup(parquet, columns, cancellation);
        return count;
    }

    private static async Task WriteGroup(ParquetWriter parquet, ColumnChunk[] columns, CancellationToken cancellation)
    {
        using var group = parquet.CreateRowGroup();
        foreach (var column in columns)
            await column.WriteTo(group, cancellation);
    }

    private static Dictionary<string, string> Metadata(Export export) =>
        new(export.Citation.Told().Append(new("citation", export.Citation.Sentence)).Append(new("csvw", CsvMetadata.Of(export, $"{export.Name}.csv"))), StringComparer.Ordinal);
}
