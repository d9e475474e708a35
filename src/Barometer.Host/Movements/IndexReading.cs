using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Store;
using Npgsql;

namespace Barometer.Host.Movements;

/// <summary>Reads indices: as they stand from the sums that are kept, as they stood from these where nothing moved since, else from the movements until then.</summary>
internal static class IndexReading
{
    // Of the barometer $1, in the relationships $2, up to the positions $3, in the period $4.
    private const string ByDay =
        $"""
        select m.relationship, dimension, day, sum(positive)::int, sum(negative)::int, sum(developments)::int
        from unnest($2, $3) p (relationship, until) join {RecordStore.Schema}.movements m on m.relationship = p.relationship and position <= until
        where barometer = $1 and period = $4 group by m.relationship, dimension, day
        """;

    // As they stood at the positions $3. What has not moved since is as it stands: most of the past is, and of that nothing is summed.
    private static string AsStood(string only) =>
        $"""
        with i as materialized (
            select i.*, until, exists (
                select from {RecordStore.Schema}.movements s
                where s.barometer = $1 and s.relationship = i.relationship and s.period = i.period and s.dimension = i.dimension and s.position > until) as moved
            from unnest($2, $3) p (relationship, until) join {RecordStore.Schema}.indices i on i.relationship = p.relationship where barometer = $1 {only})
        select relationship, dimension, period, positive, negative, developments from i where not moved
        union all
        select relationship, dimension, period, sum(m.positive)::int, sum(m.negative)::int, sum(m.developments)::int
        from i join {RecordStore.Schema}.movements m using (barometer, relationship, dimension, period) where m.barometer = $1 and moved and position <= until
        group by relationship, dimension, period
        """;

    /// <summary>The indices as they stand.</summary>
    public static Task<IReadOnlyList<IndexFigure>> Now(IQuerySession session, CancellationToken cancellation) => Now(session, relationship: null, period: null, cancellation);

    /// <summary>The indices of one relationship as they stand.</summary>
    public static Task<IReadOnlyList<IndexFigure>> Now(IQuerySession session, string relationship, CancellationToken cancellation) => Now(session, relationship, period: null, cancellation);

    /// <summary>Those of one relationship, or of one period, where these are named.</summary>
    public static Task<IReadOnlyList<IndexFigure>> Now(IQuerySession session, string? relationship, PeriodId? period, CancellationToken cancellation) =>
        Read(session, Kept(relationship, period), cancellation);

    /// <summary>The indices as they stood when the record had come so far.</summary>
    public static Task<IReadOnlyList<IndexFigure>> AsOf(IQuerySession session, Positions positions, CancellationToken cancellation) => AsOf(session, positions, period: null, cancellation);

    /// <summary>Those of one period, where one is named: then only what moved it is looked at, however long the history is.</summary>
    public static Task<IReadOnlyList<IndexFigure>> AsOf(IQuerySession session, Positions positions, PeriodId? period, CancellationToken cancellation) =>
        Read(session, Summed(positions, period), cancellation);

    /// <summary>The running index of a period: day by day, up to each day, as it stands or as it stood.</summary>
    public static async Task<IReadOnlyList<(string Relationship, string Dimension, RunningFigure Figure)>> Running(
        IQuerySession session, PeriodId period, Positions positions, CancellationToken cancellation)
    {
        var days = StreamedRows.Of(
            session,
            ByDay,
            [OneTrip.Of(session.TenantId), .. Said(positions), OneTrip.Of(period.ToString())],
            r => new DayOfIndex(r.GetString(0), r.GetString(1), r.GetFieldValue<DateOnly>(2), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5)),
            cancellation);
        return [.. (await days.ToListAsync(cancellation)).GroupBy(d => (d.Relationship, d.Dimension)).SelectMany(g => UpToEachDay(g).Select(f => (g.Key.Relationship, g.Key.Dimension, f)))];
    }

    /// <summary>What asks for the indices of the barometer <c>$1</c> as they stand, and what it calls <c>$2</c> and so on.</summary>
    public static (string Statement, NpgsqlParameter[] Values) Kept(string? relationship, PeriodId? period) => (
        $"select relationship, dimension, period, positive, negative, developments from {RecordStore.Schema}.indices where barometer = $1{And(period, "period = $2")}{And(relationship, period is null ? "relationship = $2" : "relationship = $3")}",
        [.. Said(period), .. Said(relationship)]);

    /// <summary>What asks for them as they stood when the record had come so far.</summary>
    public static (string Statement, NpgsqlParameter[] Values) Summed(Positions until, PeriodId? period) =>
        (AsStood(And(period, "period = $4")), [.. Said(until), .. Said(period)]);

    /// <summary>An index in a row of its relationship, dimension, period, sums and count.</summary>
    public static IndexFigure Figure(NpgsqlDataReader r) =>
        new(r.GetString(0), r.GetString(1), PeriodId.Parse(r.GetString(2), provider: null), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5));

    private static async Task<IReadOnlyList<IndexFigure>> Read(IQuerySession session, (string Statement, NpgsqlParameter[] Values) asked, CancellationToken cancellation) =>
        await StreamedRows.Of(session, asked.Statement, [OneTrip.Of(session.TenantId), .. asked.Values], Figure, cancellation).ToListAsync(cancellation);

    private static string And(object? said, string condition) => said is null ? "" : $" and {condition}";

    private static IEnumerable<NpgsqlParameter> Said(object? value) => value is null ? [] : [OneTrip.Of(value.ToString()!)];

    private static NpgsqlParameter[] Said(Positions until) => [OneTrip.Of(until.ByRelationship.Keys.ToArray()), OneTrip.Of(until.ByRelationship.Values.ToArray())];

    private static IEnumerable<RunningFigure> UpToEachDay(IEnumerable<DayOfIndex> days)
    {
        var sum = new RunningFigure(default, 0, 0, 0);
        foreach (var day in days.OrderBy(d => d.Day))
        {
            sum = new RunningFigure(day.Day, sum.Positive + day.Positive, sum.Negative + day.Negative, sum.Developments + day.Developments);
            yield return sum;
        }
    }

    private sealed record DayOfIndex(string Relationship, string Dimension, DateOnly Day, int Positive, int Negative, int Developments);
}
