using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Host.RuleSets;
using Barometer.Host.Store;

namespace Barometer.Host.Periods;

/// <summary>Reads the releases of a barometer, from the events of closings and of corrected issues.</summary>
internal static class ReleaseReading
{
    /// <summary>What a question names in place of a release, to mean before the first.</summary>
    public const string Start = "start";

    /// <summary>Every release, in order; a refusal where a rule set that one pins is not known any more.</summary>
    public static async Task<Decision<ImmutableArray<Release>>> All(IQuerySession session, CancellationToken cancellation)
    {
        var closed = (await session.Query<Period>().ToListAsync(cancellation)).Where(p => p.IsClosed).Select(p => p.Id);
        var events = await session.AdvancedSql.QueryAsync<ReleaseEvent>(
            $"""
            select json_build_object(
                'name', data ->> 'name', 'sequence', seq_id, 'recordedAt', timestamp, 'positions', data ->> 'positions', 'ruleSet', data -> 'ruleSet',
                'closes', data ->> 'period', 'actor', data ->> 'actor', 'reason', data ->> 'reason')
            from {RecordStore.Schema}.mt_events
            where tenant_id = ? and stream_id = any(?) and type = any(?) order by seq_id
            """,
            cancellation, session.TenantId, closed.Append(Release.Stream).ToArray(), new[] { Contracts.Names[typeof(PeriodClosed)], Contracts.Names[typeof(FiguresReleased)] });
        var rules = new Dictionary<RuleSetPin, RuleSet>();
        foreach (var pin in events.Select(e => e.RuleSet).Distinct())
        {
            if (!(await RuleSetReading.Of(session, session.TenantId, pin.ToString(), cancellation)).Accepted(out var pinned, out var refusal))
                return refusal;
            rules[pin] = pinned;
        }

        return events.Select(e => e.Read(rules[e.RuleSet])).ToImmutableArray();
    }

    /// <summary>The release of a name, or a refusal that names those there are.</summary>
    public static Decision<Release> Find(this IReadOnlyCollection<Release> releases, string name) =>
        releases.FirstOrDefault(r => r.Name == name) is { } found
            ? found
            : Refusal.NotFound($"There is no release '{name}'; there {(releases.Count == 0 ? "is none, for no period is closed" : $"are {string.Join(", ", releases.Select(r => r.Name))}")}.");

    /// <summary>The releases of a moment, which a release made at the same positions but later is none of.</summary>
    /// <param name="releases">All of them, in order.</param>
    /// <param name="positions">How far the record had come; where only some relationships are named, these decide.</param>
    /// <param name="time">When, where the moment is a time.</param>
    /// <param name="until">The last to be counted; null for every one that does not lie ahead.</param>
    public static Decision<ImmutableArray<Release>> Known(this ImmutableArray<Release> releases, Positions positions, DateTimeOffset? time, string? until)
    {
        ImmutableArray<Release> known = [.. releases.TakeWhile(r => !LiesAhead(r))];
        if (until is null)
            return known;
        if (until == Start)
            return ImmutableArray<Release>.Empty;
        if (!releases.Find(until).Accepted(out var last, out var refusal))
            return refusal;
        return known.Contains(last)
            ? known[..(known.IndexOf(last) + 1)]
            : Refusal.Usage($"{until} came after the moment that is asked for; leave one of the two out.");

        bool LiesAhead(Release release) =>
            positions == Positions.Start || release.RecordedAt > time || positions.ByRelationship.Any(p => release.Positions[p.Key] > p.Value);
    }

    /// <summary>An event that released figures; a closing has no name but its period's.</summary>
    private sealed record ReleaseEvent(
        string? Name, long Sequence, DateTimeOffset RecordedAt, Positions Positions, RuleSetPin RuleSet, PeriodId? Closes, string Actor, string? Reason)
    {
        public Release Read(RuleSet rules) => new(Name ?? Release.OfClosing(Closes!.Value), Sequence, RecordedAt, Positions, rules, Closes, Actor, Reason);
    }
}
