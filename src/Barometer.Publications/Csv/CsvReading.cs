using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Record;
using CsvHelper;

namespace Barometer.Publications.Csv;

/// <summary>Reads CSV: developments, or printed figures where there is a column <c>figure</c>. The columns are documented in columns.md.</summary>
public static class CsvReading
{
    // A row is a few hundred bytes; one quote that is never closed must not take the rest of the file for its field.
    private const int LongestRow = 64 * 1024;

    /// <summary>What the file says; what is not understood is reported with its line, and the other rows are read.</summary>
    /// <param name="csv">UTF-8, RFC 4180, with a header row.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="settings">The barometer that it is for.</param>
    public static Reading Read(Stream csv, string name, Settings settings)
    {
        var malformed = ImmutableArray.CreateBuilder<NotUnderstood>();
        using var reader = CsvReader.Create(csv, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => malformed.Add(NotUnderstood.At((int)record.LineNumber, record.RawRecord, $"The quotes of this row are not paired ({record.Reason}).")),
        });
        try
        {
            return Read(reader, name, settings) is var reading && malformed.Count == 0
                ? reading
                : reading with { NotUnderstood = [.. reading.NotUnderstood.Concat(malformed).OrderBy(n => n.Line)] };
        }
        catch (CsvFormatException broken)
        {
            return Refused(name, (int)broken.LineNumber, "", $"The file is no CSV from here on: {broken.Message}");
        }
    }

    private static Reading Read(CsvReader reader, string name, Settings settings)
    {
        reader.ReadHeader();
        if (reader.Headers.Count == 0)
            return Refused(name, 1, "", "The file is empty; its first line names the columns.");
        var columns = Columns.Of([.. reader.Headers]);
        return columns.Refusal is { } why
            ? Refused(name, 1, string.Join(',', reader.Headers), why)
            : columns.Has("figure") ? Figures(reader, columns, name, settings) : Developments(reader, columns, name, settings);
    }

    private static Reading Developments(CsvReader reader, Columns columns, string name, Settings settings)
    {
        var rows = new DevelopmentRows(settings);
        var read = ImmutableArray.CreateBuilder<ReadDevelopment>();
        var notUnderstood = EachRow(reader, columns, row => rows.Read(row), read);
        return new Reading { Publication = name, Developments = read.ToImmutable(), NotUnderstood = notUnderstood };
    }

    private static Reading Figures(CsvReader reader, Columns columns, string name, Settings settings)
    {
        var read = ImmutableArray.CreateBuilder<ReadFigure>();
        var notUnderstood = EachRow(reader, columns, row => FigureRows.Read(row, settings), read);
        return new Reading { Publication = name, Figures = read.ToImmutable(), NotUnderstood = notUnderstood };
    }

    private static ImmutableArray<NotUnderstood> EachRow<T>(CsvReader reader, Columns columns, Func<Row, Decision<T>> understand, ImmutableArray<T>.Builder read)
    {
        var notUnderstood = ImmutableArray.CreateBuilder<NotUnderstood>();
        while (reader.Read())
        {
            var (line, fields) = ((int)reader.LineNumber, reader.Current.ToArray());
            if (Array.Exists(fields, f => f.AsSpan().ContainsAny('\0', '\uFFFD')))
                notUnderstood.Add(NotUnderstood.At(line, string.Join(',', fields), "There is a NUL here, or a byte that is no UTF-8."));
            else if (fields.Length != columns.Count)
                notUnderstood.Add(NotUnderstood.At(line, string.Join(',', fields), $"The row has {fields.Length} fields, the header names {columns.Count} columns."));
            else if (understand(new Row(columns, fields, line, line + fields.Sum(f => f.Count(c => c == '\n')))).Accepted(out var understood, out var refusal))
                read.Add(understood);
            else
                notUnderstood.Add(NotUnderstood.At(line, string.Join(',', fields), refusal.Sentence));
        }

        return notUnderstood.ToImmutable();
    }

    private static Reading Refused(string name, int line, string text, string why) =>
        new() { Publication = name, NotUnderstood = [NotUnderstood.At(line, text, why)] };
}
