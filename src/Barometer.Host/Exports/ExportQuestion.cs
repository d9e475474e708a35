using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Movements;

namespace Barometer.Host.Exports;

/// <summary>Which part of the record is asked for.</summary>
/// <param name="Period">Of which period; null for all.</param>
/// <param name="Moment">As of which moment, as named; null for now.</param>
internal sealed record ExportQuestion(PeriodId? Period, string? Moment)
{
    /// <summary>The moment resolved once, to positions, or a refusal.</summary>
    public async Task<Decision<Positions>> Positions(IQuerySession session, Settings settings, CancellationToken cancellation)
    {
        if (Period is { } named && await session.LoadAsync<Period>(named.Stream, cancellation) is null)
            return Opening.NotOpened(named, settings);
        return (await AsOf.Resolve(session, Moment, Period, cancellation)).About("asOf");
    }

    /// <summary>What to cite of a table of what was recorded, as of positions.</summary>
    /// <param name="session">Of the barometer.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="what">What it is, in a sentence.</param>
    /// <param name="positions">How far the record had come.</param>
    public Citation Cited(IQuerySession session, Settings settings, string table, string what, Positions positions) => new()
    {
        Barometer = session.TenantId,
        Name = settings.Name,
        Table = table,
        What = what,
        AsOf = positions,
        Release = Moment is null ? null : Period is { } period && AsOf.IsClosingOf(period, Moment) ? Release.OfClosing(period) : AsOf.ReleaseNamed(Moment),
        From = Period,
        To = Period,
    };
}
