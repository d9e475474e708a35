using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Barometer.Domain.Replays.Rows;

/// <summary>What the rows at rest of a relationship must come to, in whatever order they are taken.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Digest">Of all that they tell, titles apart: the digests of the rows, one exclusive-ored with the next.</param>
/// <param name="Titles">The same of their titles, which are not read unless they are asked for.</param>
public readonly record struct CheckAtRest(long Rows, long Digest, long Titles)
{
    /// <summary>With one row more.</summary>
    public CheckAtRest With(in RowAtRest row) => new(Rows + 1, Digest ^ DigestOf(row), Titles ^ TitleOf(row));

    /// <summary>With the rows of another.</summary>
    public CheckAtRest With(CheckAtRest other) => new(Rows + other.Rows, Digest ^ other.Digest, Titles ^ other.Titles);

    // Every step can be undone, so rows that differ in one thing never come to the same.
    private static long DigestOf(in RowAtRest row)
    {
        var sum = Mixed(0, row.Position);
        sum = Mixed(sum, Two(row.Issue, row.Ordinal));
        sum = Mixed(sum, Two(row.Day ?? Columns.Unknown, row.Earliest ?? Columns.Unknown));
        sum = Mixed(sum, Two(row.Latest ?? Columns.Unknown, ((int)row.Told << 1) | (row.Class is null ? 0 : 1)));
        sum = Mixed(sum, Two(row.Positive, row.Negative));
        sum = Mixed(sum, row.Class ?? 0);
        sum = Mixed(sum, row.Dimension);
        return (long)Mixed(row.Linked is null ? sum : Mixed(sum, row.Linked), 0);
    }

    private static long TitleOf(in RowAtRest row) =>
        row.Title is { } title ? (long)Mixed(Mixed(Mixed(Mixed(0, row.Position), row.Dimension), title), 0) : 0;

    private static long Two(int one, int other) => ((long)one << 32) | (uint)other;

    private static ulong Mixed(ulong sum, string text)
    {
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        sum = Mixed(sum, bytes.Length);
        for (; bytes.Length >= sizeof(long); bytes = bytes[sizeof(long)..])
            sum = Mixed(sum, BinaryPrimitives.ReadInt64LittleEndian(bytes));
        for (; bytes.Length >= sizeof(char); bytes = bytes[sizeof(char)..])
            sum = Mixed(sum, BinaryPrimitives.ReadInt16LittleEndian(bytes));
        return sum;
    }

    // A multiplication by an odd number close to 2^64 divided by the golden ratio, and the high half onto the low one.
    private static ulong Mixed(ulong sum, long next)
    {
        sum = (sum ^ (ulong)next) * 0x9E3779B97F4A7C15;
        return sum ^ (sum >> 32);
    }
}
