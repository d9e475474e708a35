using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Barometer.Publications.Coded;

/// <summary>
/// Tells rows apart that say the same: each is known by what it says and by how often the file has said it before. Of a row
/// 128 bits of its digest and a count are kept, some 30 bytes and no more, so that millions of rows fit into memory.
/// </summary>
internal sealed class Occurrences
{
    private readonly Dictionary<UInt128, int> _counts = [];

    /// <summary>The identity of the next row that says this: digest and number of the occurrence, from 1.</summary>
    public string Next(params ReadOnlySpan<string?> fields)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', fields)), digest);
        var says = BinaryPrimitives.ReadUInt128BigEndian(digest);
        var occurrence = ++CollectionsMarshal.GetValueRefOrAddDefault(_counts, says, out _);
        return string.Create(CultureInfo.InvariantCulture, $"{says:x32}/{occurrence}");
    }
}
