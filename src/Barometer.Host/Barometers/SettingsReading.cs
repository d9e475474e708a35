using Barometer.Domain.Barometers;

namespace Barometer.Host.Barometers;

/// <summary>Reads what was settled for a barometer.</summary>
internal static class SettingsReading
{
    /// <summary>The settings of the barometer that is read, or a refusal where none is declared.</summary>
    public static async Task<Decision<Settings>> Of(IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<Settings>(Settings.Stream, cancellation) is { } settings ? settings : RecordTransaction.NotDeclared(session.TenantId);
}
