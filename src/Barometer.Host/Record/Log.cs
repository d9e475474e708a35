using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Host.Store;

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
internal sealed record LogEntry(long Sequence, DateTimeOffset RecordedAt, string Stream, long Position, string Event, string? Actor, string? Reason, JsonElement Data);

/// <summary>The doors of the log. The record is its own log: nothing is kept beside it.</summary>
internal static class Log
{
    private static readonly Option<long> After = new("--after") { Description = "Only what comes after this sequence." };
    private static readonly Option<int> Take = new("--take") { Description = "At most so many entries; the last ones unless --after is given.", DefaultValueFactory = _ => 50 };

    public static Command Verb() => Terminal.Verb.Of<ImmutableArray<LogEntry>>(
        "log",
        "Everything that was recorded, in order.",
        [After, Take],
        async (door, cancellation) => door.Get(Take) < 1
            ? Refusal.Usage("--take is 1 or more.")
            : (await door.Settings(cancellation)).Accepted(out _, out var refusal)
            ? await door.Read(session => Entries(session, door.Get(After), door.Get(Take), cancellation), cancellation)
            : refusal,
        LogView.Show);

    /// <summary>Entries in order: those after a sequence, or the last ones where it is 0.</summary>
    public static async Task<ImmutableArray<LogEntry>> Entries(IQuerySession session, long after, int take, CancellationToken cancellation)
    {
        var entries = await session.AdvancedSql.QueryAsync<LogEntry>(
            $"""
            select json_build_object(
                'sequence', seq_id, 'recordedAt', timestamp, 'stream', stream_id, 'position', version, 'event', type,
                'actor', data ->> 'actor', 'reason', data ->> 'reason', 'data', data)
            from {RecordStore.Schema}.mt_events
            where tenant_id = ? and seq_id > ? and type <> 'tombstone' order by seq_id {(after > 0 ? "asc" : "desc")} limit ?
            """,
            cancellation, session.TenantId, after, take);
        return [.. entries.OrderBy(e => e.Sequence)];
    }
}
