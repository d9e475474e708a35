using Barometer.Domain.Barometers;

namespace Barometer.Host.Barometers;

/// <summary>Reads what the publisher settled, in the state of the record that is being read.</summary>
internal static class SettingsReading
{
    /// <summary>The barometer's settings, or a refusal where none is declared.</summary>
    public static async Task<Decision<Settings>> Of(IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<Settings>(Settings.Stream, cancellation) is { } settings
            ? settings
            : Domain.Barometers.Declaring.NotDeclared(session.TenantId);
}
