using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;

namespace Barometer.Domain.Replays.Rows;

/// <summary>A classification as the record writes it, and the number that rows at rest name it by.</summary>
/// <param name="Number">The first eight bytes of the SHA-256 of what is written: equal for equal classifications, and tells when it was altered.</param>
/// <param name="Written">The classification as JSON.</param>
public readonly record struct ClassAtRest(long Number, string Written)
{
    /// <summary>A classification at rest.</summary>
    public static ClassAtRest Of(Classification classification) => Of(JsonSerializer.Serialize(classification, RecordJson.Options));

    /// <summary>The same, of one that is written already.</summary>
    public static ClassAtRest Of(string written) =>
        new(BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(written))), written);

    /// <summary>The classification again.</summary>
    public Classification Read() => JsonSerializer.Deserialize<Classification>(Written, RecordJson.Options)!;
}
