using Barometer.Domain.Record;
using CsvHelper;

namespace Barometer.Publications.Coded;

/// <summary>
/// A table of coded data, row by row and never as a whole: separated by tabs, then every character counts as itself, or by
/// commas with quotes as in CSV.
/// </summary>
internal sealed class CodedTable : IDisposable
{
    // A row of GDELT is a few hundred bytes; one quote that is never closed must not take the rest of the file for its field.
    private const int LongestRow = 64 * 1024;

    // Three tabs make the four fields that a row has at least.
    private const int FewestTabs = 3;

    private readonly CsvReader _rows;
    private readonly bool _tabbed;
    private readonly string _name;

    private CodedTable(Stream file, string name, bool tabbed)
    {
        (_name, _tabbed) = (name, tabbed);
        _rows = CsvReader.Create(file, new CsvReaderOptions
        {
            Separator = tabbed ? '\t' : ',',
            Mode = tabbed ? CsvMode.NoEscape : CsvMode.Rfc4180,
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            MalformedData = CsvMalformedDataHandling.Throw,
            PoolStrings = true,
        });
    }

    /// <summary>Why it cannot be read on; null while it can.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The line on which the row starts, from 1.</summary>
    public int Line => (int)_rows.LineNumber;

    /// <summary>How many fields the row has.</summary>
    public int Count => _rows.FieldCount;

    /// <summary>The fields of the row.</summary>
    public IEnumerable<string> Fields => Enumerable.Range(0, Count).Select(Field);

    /// <summary>The field at a place, from 0; null where it says nothing: empty, or NA.</summary>
    public string? this[int place] => place < 0 || Field(place) is "" or "NA" ? null : Field(place);

    /// <summary>Opens a file at its start, and sees by its first line what separates the fields.</summary>
    public static CodedTable Open(Stream file, string name)
    {
        var start = new byte[LongestRow];
        var first = start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        file.Position = 0;
        var end = first.IndexOfAny((byte)'\n', (byte)'\r');
        return new CodedTable(file, name, tabbed: first[..(end < 0 ? first.Length : end)].Count((byte)'\t') >= FewestTabs);
    }

    /// <summary>Goes to the next row; false at the end, and where the file cannot be read on.</summary>
    public bool Read()
    {
        try
        {
            return _rows.Read();
        }
        catch (CsvFormatException broken)
        {
            Refusal = Broken((int)broken.LineNumber, $"the file is no CSV from here on: {broken.Message}");
            return false;
        }
    }

    /// <summary>Refuses the file because no row is in it.</summary>
    public Refusal Empty => Refusal.Rule($"{_name} has no rows; there is nothing to record.");

    /// <summary>Refuses the file because of this row.</summary>
    public Refusal Broken(string why) => Broken(Line, why);

    /// <summary>Refuses the file where one of these texts of the row is none; null where all are.</summary>
    public Refusal? Unreadable(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text.AsSpan().ContainsAny('\0', '\uFFFD'))
                return Broken("there is a NUL here, or a byte that is no UTF-8; save the file as UTF-8.");
        }

        return null;
    }

    public void Dispose() => _rows.Dispose();

    private Refusal Broken(int line, string why) => Refusal.Rule($"{_name}, line {line}: {why} Nothing of the file was recorded.");

    // Some programs write quotes round the texts of a table with tabs, too.
    private string Field(int place)
    {
        var field = _rows.GetString(place);
        return _tabbed && field is ['"', .., '"'] ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field;
    }
}
