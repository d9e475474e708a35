using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Store;

namespace Barometer.Host.Periods;

/// <summary>Periods, and what was printed of them, as their own streams say it: no position of a relationship counts that.</summary>
/// <param name="Periods">Those that are meant, in order.</param>
/// <param name="Until">How far the stream of each had come, written <c>2019-11/2019-12:5</c>. Asked again with these, the same periods are meant, with the same print.</param>
internal sealed record PrintReading(ImmutableArray<Period> Periods, Positions Until)
{
    /// <summary>Reads one period, or all that were opened.</summary>
    /// <param name="session">The record.</param>
    /// <param name="settings">The barometer's.</param>
    /// <param name="period">The one that is asked for; null for all.</param>
    /// <param name="print">How far their streams had come, as written; null for now.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<PrintReading>> Of(IQuerySession session, Settings settings, PeriodId? period, string? print, CancellationToken cancellation)
    {
        var opened = (await session.Query<Period>().ToListAsync(cancellation)).OrderBy(p => p.Issue).ToArray();
        if (period is { } one && opened.All(p => p.PeriodId != one))
            return Domain.Periods.Opening.NotOpened(one, settings).About("period");
        var lasts = await Lasts(session, opened, cancellation);
        if (!Named(print, lasts).About("print").Accepted(out var named, out var refusal))
            return refusal;
        if (period is { } asked && !named.ByRelationship.ContainsKey(asked.ToString()))
            return Refusal.Usage($"'print' says nothing of {asked}; say how far that had come, too, or leave it out.").About("print");
        var until = named.Only(period?.ToString());
        var meant = ImmutableArray.CreateBuilder<Period>();
        foreach (var p in opened)
        {
            if (until[p.PeriodId.ToString()] is > 0 and var position)
                meant.Add(position == lasts[p.PeriodId.ToString()] ? p : await At(session, p, position, cancellation));
        }

        return new PrintReading(meant.ToImmutable(), until);
    }

    private static Decision<Positions> Named(string? print, Positions lasts)
    {
        if (print is null)
            return lasts;
        if (!Positions.TryParse(print, CultureInfo.InvariantCulture, out var named))
            return Refusal.Usage($"'{print}' does not say how far periods had come; that looks like 2019-11/2019-12:5.");
        foreach (var (period, position) in named.ByRelationship)
        {
            if (position < 1 || position > lasts[period])
                return Refusal.Usage(lasts[period] == 0 ? $"There is no period '{period}' that was opened." : $"{period} has come to position {lasts[period]}, the first is 1; {position} is none of it.");
        }

        return named;
    }

    private static async Task<Positions> Lasts(IQuerySession session, Period[] opened, CancellationToken cancellation)
    {
        var periods = opened.ToDictionary(p => p.Id, p => p.PeriodId.ToString());
        return Positions.Of(await StreamedRows.Of(
            session,
            $"select id, version from {RecordStore.Schema}.mt_streams where tenant_id = $1 and id = any($2)",
            [OneTrip.Of(session.TenantId), OneTrip.Of(periods.Keys.ToArray())],
            r => KeyValuePair.Create(periods[r.GetString(0)], r.GetInt64(1)),
            cancellation).ToListAsync(cancellation));
    }

    private static async Task<Period> At(IQuerySession session, Period period, long position, CancellationToken cancellation) =>
        (await session.Events.FetchStreamAsync(period.Id, position, token: cancellation)).Aggregate(default(Period), (state, e) => Period.Fold(state, e.Data))!;
}
