using System.Buffers.Binary;
using System.Text;
using Barometer.Domain.Replays.Rows;

namespace Barometer.Host.Replays;

/// <summary>Reads rows out of the bytes of PostgreSQL's binary COPY: a row is the number of its fields, a field its length (−1 for null) and its bytes, numbers big-endian.</summary>
internal ref struct CopiedRow(ReadOnlySpan<byte> bytes)
{
    /// <summary>The columns of a row, in the order in which they are read; the title comes after them where it is asked for.</summary>
    public const string Columns = "relationship, position, dimension, class, issue, ordinal, day, earliest, latest, told, positive, negative, linked";

    /// <summary>What every copy begins with: a signature, flags, and no extension.</summary>
    public const int HeaderLength = 19;

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>How many bytes the row takes; 0 where not all of it is there yet, −1 at the end of the copy.</summary>
    public static int LengthOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(short))
            return 0;
        var fields = BinaryPrimitives.ReadInt16BigEndian(bytes);
        if (fields < 0)
            return -1;
        var length = sizeof(short);
        for (; fields > 0; fields--)
        {
            if (bytes.Length < length + sizeof(int))
                return 0;
            length += sizeof(int) + Math.Max(BinaryPrimitives.ReadInt32BigEndian(bytes[length..]), 0);
        }

        return bytes.Length < length ? 0 : length;
    }

    /// <summary>The row whole.</summary>
    public static RowAtRest Read(ReadOnlySpan<byte> bytes, Texts relationships, Texts dimensions, out int relationship)
    {
        var row = new CopiedRow(bytes[sizeof(short)..]);
        relationship = relationships.PlaceOf(row.Field());
        var position = BinaryPrimitives.ReadInt64BigEndian(row.Field());
        var dimension = dimensions[dimensions.PlaceOf(row.Field())];
        var (named, issue, ordinal, day, earliest, latest) = (row.Long(), row.Int() ?? 0, row.Int() ?? 0, row.Int(), row.Int(), row.Int());
        return new RowAtRest(position, (Told)(row.Short() ?? 0), issue, ordinal)
        {
            Dimension = dimension,
            Class = named,
            Day = day,
            Earliest = earliest,
            Latest = latest,
            Positive = row.Short() ?? 0,
            Negative = row.Short() ?? 0,
            Linked = row.Text(),
            Title = row.Text(),
        };
    }

    // Empty for null, which for a number has no other meaning, and after the last.
    private ReadOnlySpan<byte> Field()
    {
        if (_rest.IsEmpty)
            return [];
        var length = Math.Max(BinaryPrimitives.ReadInt32BigEndian(_rest), 0);
        var field = _rest.Slice(sizeof(int), length);
        _rest = _rest[(sizeof(int) + length)..];
        return field;
    }

    private long? Long() => Field() is { IsEmpty: false } field ? BinaryPrimitives.ReadInt64BigEndian(field) : null;

    private int? Int() => Field() is { IsEmpty: false } field ? BinaryPrimitives.ReadInt32BigEndian(field) : null;

    private short? Short() => Field() is { IsEmpty: false } field ? BinaryPrimitives.ReadInt16BigEndian(field) : null;

    private string? Text() => Field() is { IsEmpty: false } field ? Encoding.UTF8.GetString(field) : null;
}
