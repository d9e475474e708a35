using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Host.Movements;
using Barometer.Host.Store;
using Npgsql;

namespace Barometer.Host.Record;

/// <summary>Reads an excerpt of the record in one round trip: it locks streams first, so that what it reads then is all that was committed.</summary>
internal sealed class ExcerptReading(NpgsqlConnection connection, ISerializer json, KnownSettings known, string barometer)
{
    // In all of these each key is looked up by itself (lateral, with a limit that keeps the planner from anything else): the plan is made once, and
    // for tables of any size (see OneTrip).

    private const string ProposalsOn = $"select count(*)::int from {RecordStore.Schema}.mt_doc_proposal where tenant_id = $1 and id like $2";

    // The periods named, and those that the developments are filed under.
    private const string Named =
        $"""
        select unnest($2) as period union select data -> 'filing' ->> 'period' from unnest($3) k
        cross join lateral (select data from {RecordStore.Schema}.mt_doc_development where tenant_id = $1 and id = k limit 1) d
        """;

    private const string Period = $"select data from ({Named}) n cross join lateral (select data from {RecordStore.Schema}.mt_doc_period where tenant_id = $1 and id = 'period/' || period limit 1) p";

    private const string Index =
        $"""
        select i.* from ({Named}) n cross join unnest($4, $5) as d (relationship, dimension)
        cross join lateral (
            select relationship, dimension, period, positive, negative, developments from {RecordStore.Schema}.indices i
            where i.barometer = $1 and i.relationship = d.relationship and i.period = n.period and i.dimension = d.dimension limit 1) i
        """;

    /// <summary>The barometer's settings; null where none is declared.</summary>
    public async Task<Settings?> Settings(CancellationToken cancellation)
    {
        await using var trip = new OneTrip(connection, barometer);
        var settings = known.Ask(trip, barometer);
        await trip.Send(cancellation);
        return settings.SingleOrDefault();
    }

    /// <summary>
    /// Locks the streams until the end of the transaction, in ordinal order, and reads what is needed, with the settings as they are then: where
    /// they are not those by which it was needed, what is needed may be something else.
    /// </summary>
    public async Task<(Excerpt Excerpt, Dictionary<string, Receipt> Receipts)> Read(
        Settings settings, IReadOnlyCollection<Needs> needs, IEnumerable<string> keys, TimeSpan? patience, CancellationToken cancellation)
    {
        Relationship[] relationships = [.. settings.Relationships.Where(r => needs.Any(n => n.Relationships.Contains(r.Key)))];
        string[] streams = [.. relationships.Select(r => Declaring.StreamOf(r.Key))];
        var developments = needs.SelectMany(n => n.Developments).Distinct().Select(r => r.ToString()).ToArray();
        var periods = needs.SelectMany(n => n.Periods).Distinct().Select(p => p.ToString()).ToArray();
        var dimensions = relationships.SelectMany(r => r.Dimensions.Select(d => (r.Key, Dimension: d.Key))).ToArray();
        await using var trip = new OneTrip(connection, barometer, patience);
        var positions = trip.LockStreams(streams.Concat(needs.SelectMany(n => n.Streams)));
        var now = known.Ask(trip, barometer);
        var numberings = Documents<Numbering>(trip, "mt_doc_numbering", streams);
        var receipts = Documents<Receipt>(trip, "mt_doc_receipt", [.. keys]);
        var proposals = Documents<Proposal>(trip, "mt_doc_proposal", [.. needs.SelectMany(n => n.Proposals).Select(p => p.Stream).Distinct()]);
        var read = Documents<Development>(trip, "mt_doc_development", developments);
        var opened = trip.Ask(Period, r => json.FromJson<Period>(r, 0), Of(periods), Of(developments));
        var indices = trip.Ask(Index, IndexReading.Figure, Of(periods), Of(developments), Of([.. dimensions.Select(d => d.Key)]), Of([.. dimensions.Select(d => d.Dimension)]));
        await trip.Send(cancellation);
        var excerpt = new Excerpt(now.Single())
        {
            Positions = positions.ToDictionary(),
            Numberings = numberings.ToDictionary(n => n.Id),
            Developments = read.ToDictionary(d => d.Reference),
            Proposals = proposals.ToDictionary(p => p.ProposalId),
            Periods = opened.ToDictionary(p => p.PeriodId),
            Read = numberings.ToDictionary(n => n.Id, n => (object)n).Concat(read.Select(d => KeyValuePair.Create(d.Id, (object)d))).ToDictionary(),
            Indices = indices,
        };
        return (excerpt, receipts.ToDictionary(r => r.Id));
    }

    /// <summary>How many proposals there are on a subject, under the lock of its relationship.</summary>
    public async Task<int> CountProposals(string subject, CancellationToken cancellation)
    {
        await using var trip = new OneTrip(connection, barometer);
        var count = trip.Ask(ProposalsOn, r => r.GetInt32(0), OneTrip.Of($"{ProposalId.Streams}{subject}.%"));
        await trip.Send(cancellation);
        return count.Single();
    }

    // What is not needed is not asked for.
    private List<T> Documents<T>(OneTrip trip, string table, string[] keys) =>
        keys is [] ? [] : trip.Ask(ByKey(table), r => json.FromJson<T>(r, 0), Of(keys));

    private static string ByKey(string table) => $"select data from unnest($2) k cross join lateral (select data from {RecordStore.Schema}.{table} where tenant_id = $1 and id = k limit 1) d";

    private static NpgsqlParameter Of(string[] values) => OneTrip.Of(values);
}
