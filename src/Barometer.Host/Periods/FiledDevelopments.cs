using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;

namespace Barometer.Host.Periods;

/// <summary>Reads the developments filed under a period, withdrawn ones included.</summary>
internal static class FiledDevelopments
{
    /// <summary>As they stood when the record had come so far: folded from its events, as always.</summary>
    public static async Task<IReadOnlyList<Development>> AsOf(IQuerySession session, PeriodId period, Positions positions, CancellationToken cancellation)
    {
        var developments = new Dictionary<Reference, Development>();
        foreach (var (relationship, position) in positions.ByRelationship.Where(p => p.Value > 0))
        {
            foreach (var e in (await session.Events.FetchStreamAsync(Declaring.StreamOf(relationship), position, token: cancellation)).Select(e => e.Data).OfType<DevelopmentEvent>())
                developments[e.Reference] = Development.Fold(developments.GetValueOrDefault(e.Reference), e);
        }

        return [.. developments.Values.Where(d => d.Filing.Period == period)];
    }

    /// <summary>As they stand.</summary>
    // A where clause of one's own has to say whose barometer it is: Marten adds that to its own clauses only.
    public static Task<IReadOnlyList<Development>> Under(IQuerySession session, PeriodId period, CancellationToken cancellation) =>
        session.QueryAsync<Development>("where tenant_id = ? and data -> 'filing' ->> 'period' = ?", cancellation, session.TenantId, period.ToString());
}
