using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Host.Developments;

namespace Barometer.Host.Periods;

/// <summary>The one period that a verb is about: the one named, or the latest opened.</summary>
internal static class OnePeriod
{
    public static async Task<Decision<PeriodId>> Of(IQuerySession session, Door door, Settings settings, CancellationToken cancellation)
    {
        if (!door.Period().Accepted(out var named, out var refusal))
            return refusal;
        var opened = (await session.Query<Period>().ToListAsync(cancellation)).Select(p => p.PeriodId).OrderBy(p => p.FirstDay).ToArray();
        if (named is { } period)
            return opened.Contains(period) ? period : Domain.Periods.Opening.NotOpened(period, settings);
        return opened is [.., var latest] ? latest : Refusal.NotFound($"No period of '{door.Barometer}' was opened yet; import an issue, or open one (barometer open 2019-11/2019-12).");
    }
}
