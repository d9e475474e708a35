namespace Barometer.Host.Store;

/// <summary>Opens the session of the barometer that a command is for, before its handler.</summary>
public static class SessionOfTenant
{
    /// <summary>A session of the tenant that the envelope names.</summary>
    public static IDocumentSession Before(IDocumentStore store, Envelope envelope) =>
        store.LightweightSession(Of(envelope));

    /// <summary>The barometer that a command is for.</summary>
    internal static string Of(Envelope envelope) => envelope.TenantId ?? throw new InvalidOperationException("A command names its barometer.");
}
