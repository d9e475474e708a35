using Barometer.Domain.Replays.Rows;

namespace Barometer.Host.Replays;

/// <summary>Takes a row at rest.</summary>
/// <param name="relationship">Whose.</param>
/// <param name="row">What was told.</param>
internal delegate void RowTaken(int relationship, in RowAtRest row);

/// <summary>Reads rows at rest by binary COPY, straight from the stream: an object for every cell would cost more than the database does.</summary>
internal sealed class RowsReading
{
    /// <summary>How many bytes are taken at a time.</summary>
    public const int BufferSize = 1 << 16;

    private readonly Texts _dimensions = new();
    private readonly List<CheckAtRest> _found = [];
    private byte[] _buffer = new byte[BufferSize];
    private int _filled;

    /// <summary>The relationships that had rows, by the place that rows were given with.</summary>
    public Texts Relationships { get; } = new();

    /// <summary>What the rows of each relationship came to, by the same place.</summary>
    public IReadOnlyList<CheckAtRest> Found => _found;

    /// <summary>Reads to the end; it holds the thread that calls it.</summary>
    public void Read(Stream copied, RowTaken taken, CancellationToken cancellation)
    {
        var begun = false;
        while (Fill(copied))
        {
            cancellation.ThrowIfCancellationRequested();
            var from = 0;
            if (!begun && _filled >= CopiedRow.HeaderLength)
                (begun, from) = (true, CopiedRow.HeaderLength);
            if (begun)
                Keep(Take(from, taken));
        }
    }

    /// <summary>The statement that copies a barometer's rows out.</summary>
    public static string Statement(string barometer, bool titles) =>
        $"copy (select {CopiedRow.Columns}{(titles ? ", title" : "")} from {Store.RecordStore.Schema}.columns where barometer = '{barometer.Replace("'", "''", StringComparison.Ordinal)}') to stdout (format binary)";

    // As much as there is room for: a stream of COPY gives no more than one row at a time.
    private bool Fill(Stream copied)
    {
        if (_filled == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var before = _filled;
        while (_filled < _buffer.Length && copied.Read(_buffer.AsSpan(_filled)) is > 0 and var read)
            _filled += read;
        return _filled > before;
    }

    private int Take(int from, RowTaken taken)
    {
        while (CopiedRow.LengthOf(_buffer.AsSpan(from, _filled - from)) is > 0 and var length)
        {
            var row = CopiedRow.Read(_buffer.AsSpan(from, length), Relationships, _dimensions, out var relationship);
            from += length;
            if (relationship == _found.Count)
                _found.Add(default);
            _found[relationship] = _found[relationship].With(row);
            taken(relationship, row);
        }

        return from;
    }

    private void Keep(int from)
    {
        _buffer.AsSpan(from, _filled - from).CopyTo(_buffer);
        _filled -= from;
    }
}
