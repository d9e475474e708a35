using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Host.Periods;

/// <summary>Reads the developments filed under a period, withdrawn ones included.</summary>
internal static class FiledDevelopments
{
    // A where clause of one's own has to say whose barometer it is: Marten adds that to its own clauses only.
    public static Task<IReadOnlyList<Development>> Under(IQuerySession session, PeriodId period, CancellationToken cancellation) =>
        session.QueryAsync<Development>("where tenant_id = ? and data -> 'filing' ->> 'period' = ?", cancellation, session.TenantId, period.ToString());
}
