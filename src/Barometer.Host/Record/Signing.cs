using JasperFx.Events;

namespace Barometer.Host.Record;

/// <summary>Who sent a command, and as what: it goes into the metadata of the command's events.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="CorrelationId">What the command belongs to.</param>
/// <param name="CausationId">The identity of the command.</param>
/// <param name="Key">The idempotency key, if it was sent with one.</param>
internal sealed record Signature(string Actor, string? CorrelationId, string CausationId, string? Key)
{
    /// <summary>The signature of a command as it was delivered.</summary>
    public static Signature Of(Envelope envelope, string actor) => new(actor, envelope.CorrelationId, envelope.Id.ToString(), envelope.Key());

    /// <summary>Signs an event.</summary>
    public IEvent Sign(IEvent e)
    {
        (e.UserName, e.CorrelationId, e.CausationId) = (Actor, CorrelationId, CausationId);
        if (Key is not null)
            e.SetHeader(Signing.KeyHeader, Key);
        return e;
    }
}

/// <summary>Who sent what: the identity of a command goes into the metadata of its events.</summary>
internal static class Signing
{
    /// <summary>The header, on the way in and in the events' metadata, that carries the idempotency key.</summary>
    public const string KeyHeader = "idempotency-key";

    /// <summary>The header on the way in of a command of which only what it would do is asked.</summary>
    private const string DryRunHeader = "dry-run";

    /// <summary>How a command goes to its handler: in the name of a barometer, with its key, if any, and with whether only what it would do is asked.</summary>
    public static DeliveryOptions Delivery(string barometer, string? key, bool dryRun)
    {
        var delivery = new DeliveryOptions { TenantId = barometer };
        if (key is not null)
            delivery.WithHeader(KeyHeader, key);
        if (dryRun)
            delivery.WithHeader(DryRunHeader, "true");
        return delivery;
    }

    /// <summary>The key that a command was sent with, if any.</summary>
    public static string? Key(this Envelope envelope) => envelope.TryGetHeader(KeyHeader, out var key) ? key : null;

    /// <summary>True where the answer alone is asked for.</summary>
    public static bool IsDryRun(this Envelope envelope) => envelope.TryGetHeader(DryRunHeader, out var asked) && asked == "true";

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
