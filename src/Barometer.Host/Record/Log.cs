using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Host.Barometers;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Barometer.Host.Store;
using Microsoft.AspNetCore.RateLimiting;
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
/// <param name="Data">The event whole, but for the digest of a key's secret.</param>
public sealed record LogEntry(long Sequence, DateTimeOffset RecordedAt, string Stream, long Position, string Event, string? Actor, string? Reason, JsonElement Data);

/// <summary>What is asked of the log.</summary>
/// <param name="After">Only what comes after this sequence; null for the last entries.</param>
/// <param name="Take">At most so many; null for the usual number.</param>
/// <param name="UpTo">The last sequence that is told; null for all there are.</param>
internal sealed record LogQuestion(long? After, int? Take, long? UpTo = null);

/// <summary>The doors of the log. The record is its own log: nothing is kept beside it.</summary>
public static class Log
{
    /// <summary>How much of it is told at once.</summary>
    internal static Portion Portion { get; } = new(Usual: 50, Most: 1_000);

    private static readonly Option<long?> After = new("--after") { Description = "Only what comes after this sequence." };
    private static readonly Option<int?> Take = new("--take") { Description = $"At most so many entries, 1 to {Portion.Most}, by default {Portion.Usual}; the last ones unless --after is given." };

    // A page waits so long for what is being recorded; what is not there by then comes with the next.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly Refusal NoSequence = Refusal.Usage("'after' is 0 or more.").About("after");

    internal static Command Verb() => Terminal.Verb.Of<ImmutableArray<LogEntry>>(
        "log",
        "Everything that was recorded, in order.",
        [After, Take],
        (door, cancellation) => door.Read(session => Entries(session, new LogQuestion(door.Get(After), door.Get(Take)), cancellation), cancellation),
        LogView.Show);

    /// <summary>
    /// Everything that was recorded, in order: the last entries, or those after a sequence. Whoever follows it page by page, each after the
    /// last of the one before, misses nothing: an entry is told there once no lower sequence can come to light.
    /// </summary>
    [WolverineGet("/v1/barometers/{barometer}/log", OperationId = "readLog"), Needs(Right.Audit)]
    public static async Task<Answer<ImmutableArray<LogEntry>>> Get(long? after, int? take, HttpDoor door)
    {
        var upTo = after is null ? null : (long?)await door.Service<Settled>().UpTo(Patience, door.Cancellation);
        return (await door.Read(session => Entries(session, new LogQuestion(after, take, upTo), door.Cancellation)))
            .WithWhere(entries => after is not null && entries.Length == (take ?? Portion.Usual), entries => ("next", door.Again(("after", entries[^1].Sequence.ToString(CultureInfo.InvariantCulture)))));
    }

    /// <summary>
    /// Every entry of the log after a sequence, and then each as it is recorded; without a sequence only what is new. The sequence is the id of an
    /// event, so that whoever was cut off goes on with Last-Event-ID. In order, and nothing is left out.
    /// </summary>
    [WolverineGet("/v1/barometers/{barometer}/log/stream", OperationId = "followLog"), Needs(Right.Audit), EnableRateLimiting(Limits.Following)]
    public static async Task<ServedEvents<LogEntry>> Stream(long? after, HttpDoor door)
    {
        if (!door.LastEventId().Accepted(out var last, out var refusal) || !(await door.Ask(session => SettingsReading.Of(session, door.Cancellation))).Accepted(out _, out refusal))
            return new ServedEvents<LogEntry>(refusal);
        if (after < 0)
            return new ServedEvents<LogEntry>(NoSequence);
        var settled = door.Service<Settled>();
        var told = last.Value ?? after ?? await settled.UpTo(door.Cancellation);
        return new ServedEvents<LogEntry>(door, async cancellation =>
        {
            var upTo = await settled.UpTo(cancellation);
            if (upTo <= told || !(await door.Ask(session => Entries(session, new LogQuestion(told, Portion.Most, upTo), cancellation))).Accepted(out var entries, out _))
                return [];
            told = entries.Length == Portion.Most ? entries[^1].Sequence : upTo;
            return [.. entries.Select(e => new Served<LogEntry>(e.Sequence.ToString(CultureInfo.InvariantCulture), e.Event, e))];
        });
    }

    /// <summary>Behind every door: entries in order, those after a sequence, or the last ones.</summary>
    internal static async Task<Decision<ImmutableArray<LogEntry>>> Entries(IQuerySession session, LogQuestion question, CancellationToken cancellation)
    {
        var (after, take, upTo) = question;
        if (after < 0)
            return NoSequence;
        if (!Portion.Of(take).Accepted(out var most, out var refusal) || !(await SettingsReading.Of(session, cancellation)).Accepted(out _, out refusal))
            return refusal;
        var entries = await session.AdvancedSql.QueryAsync<LogEntry>(
            $"""
            select json_build_object(
                'sequence', seq_id, 'recordedAt', timestamp, 'stream', stream_id, 'position', version, 'event', type,
                'actor', data ->> 'actor', 'reason', data ->> 'reason', 'data', case type when '{Contracts.Names[typeof(KeyIssued)]}' then data - 'hash' else data end)
            from {RecordStore.Schema}.mt_events
            where tenant_id = ? and seq_id > ? and seq_id <= ? and type <> 'tombstone' order by seq_id {(after is null ? "desc" : "asc")} limit ?
            """,
            cancellation, session.TenantId, after ?? 0, upTo ?? long.MaxValue, most);
        return entries.OrderBy(e => e.Sequence).ToImmutableArray();
    }
}
