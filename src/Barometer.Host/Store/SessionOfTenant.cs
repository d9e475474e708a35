namespace Barometer.Host.Store;

/// <summary>Opens the session of the barometer that a command is for, before its handler; the command's identity goes into the metadata of its events.</summary>
public static class SessionOfTenant
{
    /// <summary>A session of the tenant that the envelope names.</summary>
    public static IDocumentSession Before(IDocumentStore store, Envelope envelope)
    {
        var session = store.LightweightSession(envelope.TenantId ?? throw new InvalidOperationException("A command names its barometer."));
        session.CorrelationId = envelope.CorrelationId;
        session.CausationId = envelope.Id.ToString();
        return session;
    }
}
