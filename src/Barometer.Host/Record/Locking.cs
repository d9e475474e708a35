using Barometer.Domain.Barometers;

namespace Barometer.Host.Record;

/// <summary>The order in which every transaction locks relationships.</summary>
internal static class Locking
{
    /// <summary>Locks the streams of relationships until the end of the transaction, in ordinal order, so that two never wait for each other.</summary>
    public static async Task LockRelationships(this IDocumentSession session, IEnumerable<string> relationships, CancellationToken cancellation)
    {
        foreach (var stream in relationships.Select(Declaring.StreamOf).Distinct().Order(StringComparer.Ordinal))
            await session.Events.AppendExclusive(stream, cancellation);
    }
}
