using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Barometer.Host.Store;
using Wolverine.Http;

namespace Barometer.Host.Record;

/// <summary>An entry of the log: one event of the record.</summary>
/// <param name="Sequence">Its place in the whole record; grows, with gaps.</param>
/// <param name="RecordedAt">When, in UTC.</param>
/// <param name="Stream">Whose stream.</param>
/// <param name="Position">Its position there.</param>
/// <param name="Event">What, by its name in the record.</param>
/// <param name="Actor">Who.</param>
/// <param name="Reason">Why, where it was said.</param>
/// <param name="Data">The event whole.</param>
public sealed record LogEntry(long Sequence, DateTimeOffset RecordedAt, string Stream, long Position, string Event, string? Actor, string? Reason, JsonElement Data);

/// <summary>The doors of the log. The record is its own log: nothing is kept beside it.</summary>
public static class Log
{
    private static readonly Option<long?> After = new("--after") { Description = "Only what comes after this sequence." };
    private static readonly Option<int?> Take = new("--take") { Description = $"At most so many entries, 1 to {Most}, by default {Usual}; the last ones unless --after is given." };

    private const int Usual = 50;
    private const int Most = 1_000;

    internal static Command Verb() => Terminal.Verb.Of<ImmutableArray<LogEntry>>(
        "log",
        "Everything that was recorded, in order.",
        [After, Take],
        (door, cancellation) => door.Read(session => Entries(session, door.Get(After), door.Get(Take), cancellation), cancellation),
        LogView.Show);

    /// <summary>Everything that was recorded, in order.</summary>
    [WolverineGet("/v1/barometers/{barometer}/log", OperationId = "readLog"), Needs(Right.Audit)]
    public static Task<Answer<ImmutableArray<LogEntry>>> Get(long? after, int? take, HttpDoor door) =>
        door.Read(session => Entries(session, after, take, door.Cancellation));

    /// <summary>Behind every door: entries in order, those after a sequence, or the last ones.</summary>
    public static async Task<Decision<ImmutableArray<LogEntry>>> Entries(IQuerySession session, long? after, int? take, CancellationToken cancellation)
    {
        if (take is < 1 or > Most || after < 0)
            return Refusal.Usage($"'take' lies between 1 and {Most}, 'after' is 0 or more.");
        if (await session.LoadAsync<Settings>(Settings.Stream, cancellation) is null)
            return RecordTransaction.NotDeclared(session.TenantId);
        var entries = await session.AdvancedSql.QueryAsync<LogEntry>(
            $"""
            select json_build_object(
                'sequence', seq_id, 'recordedAt', timestamp, 'stream', stream_id, 'position', version, 'event', type,
                'actor', data ->> 'actor', 'reason', data ->> 'reason', 'data', data)
            from {RecordStore.Schema}.mt_events
            where tenant_id = ? and seq_id > ? and type <> 'tombstone' order by seq_id {(after is null ? "desc" : "asc")} limit ?
            """,
            cancellation, session.TenantId, after ?? 0, take ?? Usual);
        return entries.OrderBy(e => e.Sequence).ToImmutableArray();
    }
}
