namespace Barometer.Host.Record;

/// <summary>Who sent what: the identity of a command goes into the metadata of its events.</summary>
internal static class Signing
{
    /// <summary>The header, on the way in and in the events' metadata, that carries the idempotency key.</summary>
    public const string KeyHeader = "idempotency-key";

    /// <summary>The header on the way in of a command of which only what it would do is asked.</summary>
    public const string DryRunHeader = "dry-run";

    /// <summary>True where only what a command would do is asked: nothing is recorded.</summary>
    public static bool IsDryRun(this Envelope envelope) => envelope.TryGetHeader(DryRunHeader, out _);

    /// <summary>The key that a command was sent with, if any.</summary>
    public static string? Key(this Envelope envelope) => envelope.TryGetHeader(KeyHeader, out var key) ? key : null;

    /// <summary>Has everything that the session records carry the actor, the command's identity, what it belongs to, and its key.</summary>
    public static IDocumentSession Signed(this IDocumentSession session, Envelope envelope, string actor)
    {
        session.LastModifiedBy = actor;
        session.CorrelationId = envelope.CorrelationId;
        session.CausationId = envelope.Id.ToString();
        if (envelope.Key() is { } key)
            session.SetHeader(KeyHeader, key);
        return session;
    }
}
