using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Store;
using Npgsql;
using NpgsqlTypes;

namespace Barometer.Host.Movements;

/// <summary>Reads movements between two moments of the record.</summary>
internal static class MovementReading
{
    /// <summary>How many movements are told at once over HTTP, each with its development, actor and reason. At the command line all are.</summary>
    public const int MostServed = 10_000;

    private const string Columns =
        "relationship, position, sequence, recorded_at, reference, revision, cause, actor, reason, reason_kind, period, day, dimension, positive, negative, developments, approved_by";

    private static readonly Dictionary<string, Cause> Causes = Enum.GetValues<Cause>().ToDictionary(c => Word.Of(c));

    /// <summary>The movements after the first moment, up to and including the second, in the order of each stream.</summary>
    public static Task<IReadOnlyList<Movement>> Between(IQuerySession session, Positions from, Positions to, CancellationToken cancellation) =>
        Read(session, Moved(from, to, only: "", [], most: null), cancellation);

    /// <summary>Those of them that moved the indices of these periods, or a refusal where there are more than are told.</summary>
    public static async Task<Decision<ImmutableArray<Movement>>> Between(
        IQuerySession session, Positions from, Positions to, IEnumerable<PeriodId> periods, int? most, CancellationToken cancellation) =>
        Told(await Read(session, Asked(from, to, periods, most), cancellation), most);

    /// <summary>What asks for the movements of the barometer <c>$1</c> that moved the indices of these periods, and for one more than are told; and what it calls <c>$2</c> and so on.</summary>
    public static (string Statement, NpgsqlParameter[] Values) Asked(Positions from, Positions to, IEnumerable<PeriodId> periods, int? most) =>
        Moved(from, to, only: "and period = any($5)", [OneTrip.Of(periods.Select(p => p.ToString()).ToArray())], most);

    /// <summary>The movements that were found, or a refusal where they are more than are told.</summary>
    public static Decision<ImmutableArray<Movement>> Told(IReadOnlyList<Movement> found, int? most) => most is null || found.Count <= most
        ? found.ToImmutableArray()
        : Refusal.Rule(string.Create(
            CultureInfo.InvariantCulture,
            $"It is made of more than {most:N0} movements, and no more are told at once. Ask for one relationship, one period, or what lies between two moments that are closer (explanations take from and to); the table of movements tells all (exports/movements)."))
            .Until(RemedyKind.ReadLess, most);

    private static (string Statement, NpgsqlParameter[] Values) Moved(Positions from, Positions to, string only, NpgsqlParameter[] of, int? most) => (
        $"""
        select {Columns} from {RecordStore.Schema}.movements
        join unnest($2, $3, $4) as p (moved, since, until) on relationship = moved and position > since and position <= until
        where barometer = $1 {only} order by relationship, position, day {(most is null ? "" : $"limit {most + 1}")}
        """,
        [OneTrip.Of(to.ByRelationship.Keys.ToArray()), OneTrip.Of(to.ByRelationship.Keys.Select(r => from[r]).ToArray()), OneTrip.Of(to.ByRelationship.Values.ToArray()), .. of]);

    private static async Task<IReadOnlyList<Movement>> Read(IQuerySession session, (string Statement, NpgsqlParameter[] Values) asked, CancellationToken cancellation) =>
        await StreamedRows.Of(session, asked.Statement, [OneTrip.Of(session.TenantId), .. asked.Values], Movement, cancellation).ToListAsync(cancellation);

    /// <summary>All movements up to positions as they come, stream by stream: however many there are, none is kept.</summary>
    /// <param name="session">What is read; it can be asked nothing else meanwhile.</param>
    /// <param name="relationships">Of which relationships, and in which order.</param>
    /// <param name="until">Up to and including which positions.</param>
    /// <param name="period">Of which period; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IAsyncEnumerable<Movement> Streaming(IQuerySession session, IEnumerable<string> relationships, Positions until, PeriodId? period, CancellationToken cancellation) =>
        relationships.Where(r => until[r] > 0).ToAsyncEnumerable().SelectMany(r => Streaming(session, r, until[r], period, cancellation));

    // In the order of the key, so that nothing has to be sorted before the first row.
    private static IAsyncEnumerable<Movement> Streaming(IQuerySession session, string relationship, long until, PeriodId? period, CancellationToken cancellation) => StreamedRows.Of(
        session,
        $"""
        select {Columns} from {RecordStore.Schema}.movements
        where barometer = $1 and relationship = $2 and position <= $3 and ($4 is null or period = $4) order by position, dimension, period, day
        """,
        [OneTrip.Of(session.TenantId), OneTrip.Of(relationship), OneTrip.Of(until), Text(period?.ToString())],
        Movement,
        cancellation);

    private static NpgsqlParameter Text(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)value ?? DBNull.Value };

    /// <summary>A movement in a row.</summary>
    public static Movement Movement(NpgsqlDataReader row) => new(
        new RecordPlace(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(3)),
        Reference.Parse(row.GetString(4), provider: null),
        row.GetInt32(5),
        Causes[row.GetString(6)],
        row.GetString(7),
        row.IsDBNull(8) ? null : row.GetString(8),
        row.IsDBNull(9) ? null : Word.Read<ReasonKind>(row.GetString(9)),
        PeriodId.Parse(row.GetString(10), provider: null),
        row.GetFieldValue<DateOnly>(11),
        row.GetString(12),
        row.GetInt32(13),
        row.GetInt32(14),
        row.GetInt32(15))
    {
        ApprovedBy = row.IsDBNull(16) ? null : row.GetString(16),
    };
}
