using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Marten;

namespace Barometer.Host.Periods;

/// <summary>Reads the developments filed under a period, withdrawn ones included.</summary>
internal static class FiledDevelopments
{
    public static async Task<IReadOnlyList<Development>> Under(IQuerySession session, PeriodId period, CancellationToken cancellation) =>
        // SQL of our own says the barometer itself.
        await session.QueryAsync<Development>("where tenant_id = ? and data -> 'filing' ->> 'period' = ?", cancellation, session.TenantId, period.ToString()) is { } found ? [.. found] : [];
}
