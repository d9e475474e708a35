using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Store;
using Npgsql;

namespace Barometer.Host.Movements;

/// <summary>All that an answer on indices is made of, read in one round trip, since nothing else is asked for as often.</summary>
/// <param name="Settings">The barometer's; null where none is declared.</param>
/// <param name="Periods">Those that were opened, of those asked for, in order.</param>
/// <param name="Positions">How far the record has come; in one relationship alone where nothing is said of another.</param>
/// <param name="Figures">The indices asked for; those that nothing moved are not among them.</param>
internal sealed record Standing(Settings? Settings, PeriodId[] Periods, Positions Positions, IReadOnlyList<IndexFigure> Figures)
{
    private const string Declared = $"select data from {RecordStore.Schema}.mt_doc_settings where tenant_id = $1 and id = '{Domain.Barometers.Settings.Stream}'";

    private const string Opened = $"select data ->> 'periodId' from {RecordStore.Schema}.mt_doc_period where tenant_id = $1";

    private const string Position = $"select id, version from {RecordStore.Schema}.mt_streams where tenant_id = $1 and id = $2";

    /// <summary>What asks for the last positions of the relationships of the barometer <c>$1</c>.</summary>
    internal const string Streams =
        $"""
        select s.id, s.version from ({Declared}) d cross join jsonb_array_elements(data -> 'relationships') r
        cross join lateral (select id, version from {RecordStore.Schema}.mt_streams where tenant_id = $1 and id = '{Declaring.Streams}' || (r ->> 'key') limit 1) s
        """;

    /// <summary>Reads it, in the one state of the record that the session sees.</summary>
    /// <param name="session">What is read.</param>
    /// <param name="relationship">Of one relationship; null for all.</param>
    /// <param name="period">Of one period; null for all.</param>
    /// <param name="until">The indices as they stood then; null for now.</param>
    /// <param name="alone">True where nothing else is read of that state: it is let go with the answer.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="beside">What else is asked in the same trip.</param>
    public static async Task<Standing> Read(
        IQuerySession session, string? relationship, PeriodId? period, Positions? until, bool alone, CancellationToken cancellation, Action<OneTrip>? beside = null)
    {
        await using var trip = new OneTrip(session.Connection, session.TenantId);
        var settings = KnownSettings.Of(session.DocumentStore).Ask(trip, session.TenantId);
        var periods = period is { } one ? trip.Ask($"{Opened} and id = $2", Period, OneTrip.Of(one.Stream)) : trip.Ask(Opened, Period);
        var ofOne = relationship is not null && (until is null || until.ByRelationship.Keys.All(k => k == relationship));
        var positions = ofOne ? trip.Ask(Position, Reached, OneTrip.Of(Declaring.StreamOf(relationship!))) : trip.Ask(Streams, Reached);
        var (figured, values) = until is null ? IndexReading.Kept(relationship, period) : IndexReading.Summed(until.Only(relationship), period);
        var figures = trip.Ask(figured, IndexReading.Figure, values);
        beside?.Invoke(trip);
        if (alone)
            trip.End();
        await trip.Send(cancellation);
        return new Standing(settings.SingleOrDefault(), [.. periods.OrderBy(p => p.FirstDay)], Positions.Of(positions), figures);
    }

    /// <summary>A position in a row of the stream and its last version.</summary>
    internal static KeyValuePair<string, long> Reached(NpgsqlDataReader r) => KeyValuePair.Create(Declaring.RelationshipOf(r.GetString(0)), r.GetInt64(1));

    private static PeriodId Period(NpgsqlDataReader r) => PeriodId.Parse(r.GetString(0), provider: null);
}
