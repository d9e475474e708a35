using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;

namespace Barometer.Host.Replays;

/// <summary>The span of periods that a replay is about: those named, or all that were opened.</summary>
internal static class AskedPeriods
{
    public static async Task<Decision<(PeriodId From, PeriodId To)>> Of(IQuerySession session, Door door, Settings settings, CancellationToken cancellation)
    {
        var opened = (await session.Query<Period>().ToListAsync(cancellation)).Select(p => p.PeriodId).OrderBy(p => p.FirstDay).ToArray();
        if (opened is [])
            return Refusal.NotFound($"No period of '{door.Barometer}' was opened yet; import an issue, or open one (barometer open 2019-11/2019-12).");
        if (!Named(door.Get(Replaying.From), settings, opened[0]).Accepted(out var from, out var refusal) || !Named(door.Get(Replaying.To), settings, opened[^1]).Accepted(out var to, out refusal))
            return refusal;
        return from.FirstDay <= to.FirstDay ? (from, to) : Refusal.Usage($"--from {from} comes after --to {to}; name the earlier period first.");
    }

    private static Decision<PeriodId> Named(string? written, Settings settings, PeriodId otherwise)
    {
        if (written is null)
            return otherwise;
        if (!PeriodId.Read(written).Accepted(out var period, out var refusal))
            return refusal;
        return settings.Calendar.IssueOf(period) is null ? Domain.Periods.Opening.NoPeriod(period, settings) : period;
    }
}
