using Barometer.Domain.Periods;

namespace Barometer.Host.Periods;

/// <summary>Reads what a closing fixed, from the closing's event.</summary>
internal static class SnapshotReading
{
    /// <summary>The snapshot of a period; null while it is open.</summary>
    public static async Task<PeriodClosed?> Of(IQuerySession session, PeriodId period, CancellationToken cancellation)
    {
        var events = await session.Events.FetchStreamAsync(period.Stream, token: cancellation);
        return events.Select(e => e.Data).OfType<PeriodClosed>().LastOrDefault();
    }
}
