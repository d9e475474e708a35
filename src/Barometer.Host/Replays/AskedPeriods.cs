using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Host.Developments;

namespace Barometer.Host.Replays;

/// <summary>The span of periods that a replay is about: those named, the one named, or all that were opened.</summary>
internal static class AskedPeriods
{
    public static async Task<Decision<(PeriodId From, PeriodId To)>> Of(IQuerySession session, ReplayAsked asked, Settings settings, CancellationToken cancellation)
    {
        var opened = (await session.Query<Period>().ToListAsync(cancellation)).Select(p => p.PeriodId).OrderBy(p => p.FirstDay).ToArray();
        if (opened is [])
            return Domain.Periods.Opening.NoneOpened(session.TenantId);
        if (!Saying.Period(asked.Period).Accepted(out var only, out var refusal))
            return refusal;
        if (only is { } one)
            return opened.Contains(one) ? (one, one) : Domain.Periods.Opening.NotOpened(one, settings).About("period");
        if (!Named(asked.From, settings, opened[0]).About("from").Accepted(out var from, out refusal) || !Named(asked.To, settings, opened[^1]).About("to").Accepted(out var to, out refusal))
            return refusal;
        if (from.FirstDay <= to.FirstDay)
            return (from, to);
        return (asked.From, asked.To) switch
        {
            (null, _) => Refusal.NotFound($"No period up to {to} was opened; the first is {from}."),
            (_, null) => Refusal.NotFound($"No period from {from} on was opened; the last is {to}."),
            _ => Refusal.Usage($"'from' ({from}) comes after 'to' ({to}); name the earlier period first."),
        };
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
