using System.Data.Common;
using System.Globalization;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Host.Store;
using Npgsql;

namespace Barometer.Host.Record;

/// <summary>Reads an excerpt of the record in one round trip: it locks streams first, so that what it reads then is all that was committed.</summary>
internal sealed class ExcerptReading(NpgsqlConnection connection, ISerializer json, KnownSettings known, string barometer)
{
    // To plan anew for each transaction, as other connections do (see RecordStore), takes the server longer than what is planned here: up to the end
    // of the transaction a plan is made once. What is read is found by its key (all but the count of proposals, by the beginning of it), so that one plan does for all values; and made for tables that are
    // small still, it must do for large ones: no table is read whole, and each key is looked up by itself (lateral, with a limit that keeps the
    // planner from anything else). What is appended is the same rows for any values.
    private const string PlanOnce = "select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true), set_config('lock_timeout', $1, true)";

    // In the order of the keys, which is the same everywhere.
    private const string Lock = $"select s.* from unnest($2) k cross join lateral (select id, version from {RecordStore.Schema}.mt_streams where tenant_id = $1 and id = k for update) s";
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
        await using var ask = new NpgsqlBatch(connection);
        Add(ask, ByKey("mt_doc_settings"), [Domain.Barometers.Settings.Stream]);
        await using var reader = await ask.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? known.Of(barometer, reader.GetString(0)) : null;
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
        await using var ask = new NpgsqlBatch(connection);
        ask.BatchCommands.Add(new NpgsqlBatchCommand(PlanOnce) { Parameters = { Of(string.Create(CultureInfo.InvariantCulture, $"{patience?.TotalMilliseconds ?? 0}ms")) } });
        Add(ask, Lock, [.. streams.Concat(needs.SelectMany(n => n.Streams)).Distinct().Order(StringComparer.Ordinal)]);
        Add(ask, ByKey("mt_doc_settings"), [Domain.Barometers.Settings.Stream]);
        Add(ask, ByKey("mt_doc_numbering"), streams);
        Add(ask, ByKey("mt_doc_receipt"), [.. keys]);
        Add(ask, ByKey("mt_doc_proposal"), [.. needs.SelectMany(n => n.Proposals).Select(p => p.Stream).Distinct()]);
        Add(ask, ByKey("mt_doc_development"), developments);
        Add(ask, Period, periods, developments);
        Add(ask, Index, periods, developments, [.. dimensions.Select(d => d.Key)], [.. dimensions.Select(d => d.Dimension)]);
        await using var reader = await ask.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var positions = await All(reader, r => KeyValuePair.Create(r.GetString(0), r.GetInt64(1)), cancellation);
        var now = await All(reader, r => known.Of(barometer, r.GetString(0)), cancellation);
        var numberings = await All(reader, json.FromJson<Numbering>, cancellation);
        var receipts = await All(reader, json.FromJson<Receipt>, cancellation);
        var proposals = await All(reader, json.FromJson<Proposal>, cancellation);
        var read = await All(reader, json.FromJson<Development>, cancellation);
        var excerpt = new Excerpt(now.Single())
        {
            Positions = positions.ToDictionary(),
            Numberings = numberings.ToDictionary(n => n.Id),
            Developments = read.ToDictionary(d => d.Reference),
            Proposals = proposals.ToDictionary(p => p.ProposalId),
            Periods = (await All(reader, json.FromJson<Period>, cancellation)).ToDictionary(p => p.PeriodId),
            Read = numberings.ToDictionary(n => n.Id, n => (object)n).Concat(read.Select(d => KeyValuePair.Create(d.Id, (object)d))).ToDictionary(),
            Indices = await All(reader, Figure, cancellation),
        };
        return (excerpt, receipts.ToDictionary(r => r.Id));
    }

    /// <summary>How many proposals there are on a subject, under the lock of its relationship.</summary>
    public async Task<int> CountProposals(string subject, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand(ProposalsOn, connection);
        ask.Parameters.Add(Of(barometer));
        ask.Parameters.Add(Of($"{ProposalId.Streams}{subject}.%"));
        return (int)(await ask.ExecuteScalarAsync(cancellation))!;
    }

    private static string ByKey(string table) => $"select data from unnest($2) k cross join lateral (select data from {RecordStore.Schema}.{table} where tenant_id = $1 and id = k limit 1) d";

    private void Add(NpgsqlBatch ask, string statement, params string[][] parameters)
    {
        var command = new NpgsqlBatchCommand(statement);
        command.Parameters.Add(Of(barometer));
        foreach (var parameter in parameters)
            command.Parameters.Add(Of(parameter));
        ask.BatchCommands.Add(command);
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private static async Task<List<T>> All<T>(NpgsqlDataReader reader, Func<DbDataReader, int, T> document, CancellationToken cancellation) =>
        await All(reader, r => document(r, 0), cancellation);

    private static async Task<List<T>> All<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(row(reader));
        await reader.NextResultAsync(cancellation);
        return rows;
    }

    private static IndexFigure Figure(NpgsqlDataReader r) =>
        new(r.GetString(0), r.GetString(1), PeriodId.Parse(r.GetString(2), provider: null), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5));
}
