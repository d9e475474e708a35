using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Store;
using Npgsql;

namespace Barometer.Host.Developments;

/// <summary>A development of the catalogue, and where its last revision stands in the record.</summary>
/// <param name="Development">As it stood.</param>
/// <param name="Position">The position of its last event in the relationship's stream.</param>
/// <param name="RecordedAt">When that was recorded, in UTC.</param>
internal sealed record CataloguedDevelopment(Development Development, long Position, DateTimeOffset RecordedAt);

/// <summary>Which developments are asked for.</summary>
/// <param name="Relationship">Of which relationship; null for all.</param>
/// <param name="Period">Filed under which period; null for all.</param>
/// <param name="After">Behind which reference; null for the first.</param>
/// <param name="Take">How many are looked at, at most; null for all.</param>
internal sealed record CatalogueQuestion(string? Relationship, PeriodId? Period, string? After, int? Take);

/// <summary>Reads developments one after the other as they stood at positions, withdrawn ones included: however many there are, one is kept at a time.</summary>
internal static class CatalogueReading
{
    private static readonly Dictionary<string, Type> Types = Contracts.Names.ToDictionary(n => n.Value, n => n.Key);
    private static readonly string Refiled = Contracts.Names[typeof(DevelopmentRefiled)];

    /// <summary>Folds each development from its events, which come development by development in the order of their references.</summary>
    /// <param name="session">What is read; it can be asked nothing else meanwhile.</param>
    /// <param name="relationships">Of which relationships, and in which order.</param>
    /// <param name="until">Up to and including which positions.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IAsyncEnumerable<CataloguedDevelopment> Streaming(IQuerySession session, string[] relationships, Positions until, CancellationToken cancellation) => Folded(Events(
        session,
        "true",
        "p.ordinal, split_part(h.reference, '-', 2)::int, split_part(h.reference, '-', 3)::int",
        relationships, until, [], cancellation));

    /// <summary>A part of the catalogue as it stood, in the order of references: those of so many developments that were filed as is asked for.</summary>
    /// <param name="session">What is read.</param>
    /// <param name="question">Which developments.</param>
    /// <param name="until">Up to and including which positions.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The developments, and the reference of the last one looked at where there are more.</returns>
    public static async Task<(ImmutableArray<Development> Developments, string? After)> Part(IQuerySession session, CatalogueQuestion question, Positions until, CancellationToken cancellation)
    {
        // Those that were there, and that are filed as is asked for now, or were filed elsewhere since.
        var looked = await StreamedRows.Of(
            session,
            $"""
            select id from {RecordStore.Schema}.mt_doc_development d
            where tenant_id = $1 and $4 in ('', data ->> 'relationship') and id > $6 and exists (
                select from {RecordStore.Schema}.revision_history h
                where h.barometer = $1 and h.reference = d.id and h.revision = 1 and h.position <= ($3::bigint[])[array_position($2::text[], h.relationship)])
            and ($5 in ('', data -> 'filing' ->> 'period') or id in (
                select e.data ->> 'reference' from unnest($2, $3) p (relationship, until)
                join {RecordStore.Schema}.mt_events e on e.stream_id = '{Declaring.Streams}' || p.relationship and e.version > p.until
                where e.tenant_id = $1 and e.type = '{Refiled}'))
            order by id limit $7
            """,
            [.. Values(session, [.. until.ByRelationship.Keys], until), OneTrip.Of(question.Relationship ?? ""), OneTrip.Of(question.Period?.ToString() ?? ""), OneTrip.Of(question.After ?? ""), OneTrip.Of(question.Take + 1L ?? long.MaxValue)],
            r => r.GetString(0),
            cancellation).ToListAsync(cancellation);
        var more = looked.Count > question.Take;
        string[] references = [.. looked.Take(question.Take ?? looked.Count)];
        var stood = Folded(Events(session, "h.reference = any($4)", "h.reference", [.. until.ByRelationship.Keys], until, [OneTrip.Of(references)], cancellation)).Select(d => d.Development);
        return ([.. await stood.Where(d => question.Period is null || d.Filing.Period == question.Period).ToListAsync(cancellation)], more ? references[^1] : null);
    }

    /// <summary>The developments that were filed under a period, as they stood.</summary>
    public static async Task<IReadOnlyList<Development>> Filed(IQuerySession session, PeriodId period, Positions until, CancellationToken cancellation) =>
        (await Part(session, new CatalogueQuestion(Relationship: null, period, After: null, Take: null), until, cancellation)).Developments;

    private static async IAsyncEnumerable<CataloguedDevelopment> Folded(IAsyncEnumerable<(long Position, DateTimeOffset RecordedAt, DevelopmentEvent Event)> events)
    {
        var last = default(CataloguedDevelopment);
        await foreach (var (position, recordedAt, e) in events)
        {
            if (last is not null && last.Development.Reference != e.Reference)
                yield return last;
            var before = last?.Development.Reference == e.Reference ? last.Development : null;
            last = new CataloguedDevelopment(Development.Fold(before, e), position, recordedAt);
        }

        if (last is not null)
            yield return last;
    }

    // The events of a development come one after the other.
    private static IAsyncEnumerable<(long Position, DateTimeOffset RecordedAt, DevelopmentEvent Event)> Events(
        IQuerySession session, string only, string order, string[] relationships, Positions until, NpgsqlParameter[] further, CancellationToken cancellation) => StreamedRows.Of(
        session,
        $"""
        select h.position, h.recorded_at, e.type, e.data
        from {RecordStore.Schema}.revision_history h
        join unnest($2, $3) with ordinality as p (relationship, until, ordinal) on h.relationship = p.relationship and h.position <= p.until
        join {RecordStore.Schema}.mt_events e on e.seq_id = h.sequence
        where h.barometer = $1 and {only}
        order by {order}, h.revision
        """,
        [.. Values(session, relationships, until), .. further],
        row => (row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), (DevelopmentEvent)JsonSerializer.Deserialize(row.GetString(3), Types[row.GetString(2)], RecordJson.Options)!),
        cancellation);

    private static NpgsqlParameter[] Values(IQuerySession session, string[] relationships, Positions until) =>
        [OneTrip.Of(session.TenantId), OneTrip.Of(relationships), OneTrip.Of(relationships.Select(r => until[r]).ToArray())];
}
