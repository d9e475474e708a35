using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Marten;

namespace Barometer.Host.Periods;

/// <summary>Reads the developments filed under a period, withdrawn ones included.</summary>
internal static class FiledDevelopments
{
    public static async Task<IReadOnlyList<Development>> Under(IQuerySession session, PeriodId period, CancellationToken cancellation) =>
        await session.QueryAsync<Development>("where data -> 'filing' ->> 'period' = ?", cancellation, period.ToString()) is { } found ? [.. found] : [];
}
