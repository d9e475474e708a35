using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Store;
using Npgsql;

namespace Barometer.Host.Movements;

/// <summary>Reads indices: as they stand from the sums that are kept, as they stood from the movements.</summary>
internal static class IndexReading
{
    private const string Kept =
        "select json_build_object('relationship', relationship, 'dimension', dimension, 'period', period, 'positive', positive, 'negative', negative, 'developments', developments)";

    private const string Summed =
        "select json_build_object('relationship', relationship, 'dimension', dimension, 'period', period, 'positive', sum(positive), 'negative', sum(negative), 'developments', sum(developments))";

    /// <summary>The indices as they stand.</summary>
    public static Task<IReadOnlyList<IndexFigure>> Now(IQuerySession session, CancellationToken cancellation) => Now(session, relationship: null, period: null, cancellation);

    /// <summary>The indices of one relationship as they stand.</summary>
    public static Task<IReadOnlyList<IndexFigure>> Now(IQuerySession session, string relationship, CancellationToken cancellation) => Now(session, relationship, period: null, cancellation);

    /// <summary>Those of one relationship, or of one period, where these are named.</summary>
    public static Task<IReadOnlyList<IndexFigure>> Now(IQuerySession session, string? relationship, PeriodId? period, CancellationToken cancellation) =>
        session.AdvancedSql.QueryAsync<IndexFigure>(
            $"{Kept} from {RecordStore.Schema}.indices where barometer = ?{Is("relationship", relationship)}{Is("period", period)}",
            cancellation,
            [session.TenantId, .. Said(relationship), .. Said(period?.ToString())]);

    /// <summary>The indices as they stood when the record had come so far.</summary>
    public static Task<IReadOnlyList<IndexFigure>> AsOf(IQuerySession session, Positions positions, CancellationToken cancellation) => AsOf(session, positions, period: null, cancellation);

    /// <summary>Those of one period, where one is named: then only its movements are read, however long the history is.</summary>
    public static Task<IReadOnlyList<IndexFigure>> AsOf(IQuerySession session, Positions positions, PeriodId? period, CancellationToken cancellation) =>
        session.AdvancedSql.QueryAsync<IndexFigure>(
            $"""
            {Summed} from {RecordStore.Schema}.movements m
            join unnest(?::text[], ?::bigint[]) as p (relationship_until, until) on m.relationship = p.relationship_until and m.position <= p.until
            where m.barometer = ?{Is("m.period", period)} group by relationship, dimension, period
            """,
            cancellation,
            [positions.ByRelationship.Keys.ToArray(), positions.ByRelationship.Values.ToArray(), session.TenantId, .. Said(period?.ToString())]);

    /// <summary>The running index of a period: day by day, up to each day, as it stands or as it stood.</summary>
    public static async Task<IReadOnlyList<(string Relationship, string Dimension, RunningFigure Figure)>> Running(
        IQuerySession session, PeriodId period, Positions positions, CancellationToken cancellation)
    {
        var days = await session.AdvancedSql.QueryAsync<DayOfIndex>(
            $"""
            select json_build_object('relationship', relationship, 'dimension', dimension, 'day', day, 'positive', sum(positive), 'negative', sum(negative), 'developments', sum(developments))
            from {RecordStore.Schema}.movements m
            join unnest(?::text[], ?::bigint[]) as p (relationship_until, until) on m.relationship = p.relationship_until and m.position <= p.until
            where m.barometer = ? and m.period = ? group by relationship, dimension, day
            """,
            cancellation, positions.ByRelationship.Keys.ToArray(), positions.ByRelationship.Values.ToArray(), session.TenantId, period.ToString());
        return [.. days.GroupBy(d => (d.Relationship, d.Dimension)).SelectMany(g => UpToEachDay(g).Select(f => (g.Key.Relationship, g.Key.Dimension, f)))];
    }

    /// <summary>An index in a row of its relationship, dimension, period, sums and count.</summary>
    public static IndexFigure Figure(NpgsqlDataReader r) =>
        new(r.GetString(0), r.GetString(1), PeriodId.Parse(r.GetString(2), provider: null), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5));

    private static string Is(string column, object? value) => value is null ? "" : $" and {column} = ?";

    private static IEnumerable<object> Said(string? value) => value is null ? [] : [value];

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
