using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;

namespace Barometer.Host.Periods;

/// <summary>The one period that a question is about: the one named, or the latest opened.</summary>
internal static class OnePeriod
{
    public static async Task<Decision<PeriodId>> Of(IQuerySession session, PeriodId? named, Settings settings, CancellationToken cancellation)
    {
        if (named is { } period)
            return await session.LoadAsync<Period>(period.Stream, cancellation) is not null ? period : Domain.Periods.Opening.NotOpened(period, settings).About("period");
        var opened = (await session.Query<Period>().ToListAsync(cancellation)).Select(p => p.PeriodId).OrderBy(p => p.FirstDay).ToArray();
        return opened is [.., var latest] ? latest : Domain.Periods.Opening.NoneOpened(session.TenantId);
    }
}
