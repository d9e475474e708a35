using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Host.Barometers;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Barometer.Host.Store;
using Wolverine.Http;

namespace Barometer.Host.Replays;

/// <summary>A replay that was saved: what was asked. What came out is computed again where it is asked for.</summary>
/// <param name="Replay">What it is known by.</param>
/// <param name="RuleSet">Under which rules.</param>
/// <param name="Against">What it is compared with: points, printed, closing, or a rule set.</param>
/// <param name="From">The first period.</param>
/// <param name="To">The last period.</param>
/// <param name="AsOf">How far the record had come.</param>
/// <param name="ResultDigest">SHA-256 of what came out, in hexadecimal.</param>
/// <param name="Actor">Who asked first.</param>
/// <param name="SavedAt">When, in UTC.</param>
public sealed record ListedReplay(
    string Replay, RuleSetPin RuleSet, string Against, PeriodId From, PeriodId To, Positions AsOf, string ResultDigest, string Actor, DateTimeOffset SavedAt)
{
    internal static ListedReplay Of(SavedReplay saved) => new(
        saved.Id, saved.Question.RuleSet, saved.Question.Against, saved.Question.From, saved.Question.To, saved.Question.Positions, saved.ResultDigest, saved.Actor, saved.SavedAt);
}

/// <summary>The door that tells of saved replays.</summary>
public static class Listing
{
    /// <summary>How many are told at once.</summary>
    internal static Portion Portion { get; } = new(Usual: 20, Most: 100);

    /// <summary>The replays that were saved, page by page, the last one first: under which rules, of which periods, as of when, and who asked.</summary>
    [WolverineGet("/v1/barometers/{barometer}/replays", OperationId = "listReplays"), Needs(Right.Read)]
    public static async Task<Answer<ImmutableArray<ListedReplay>>> Get(string? after, int? take, HttpDoor door) =>
        (await door.Read(session => Latest(session, after, take, door.Cancellation)))
        .WithEach(all => all.Select(r => (r.Replay, door.Link($"replays/{r.Replay}"))))
        .WithWhere(all => all.Length == (take ?? Portion.Usual), all => ("next", door.Again(("after", all[^1].Replay))));

    private static async Task<Decision<ImmutableArray<ListedReplay>>> Latest(IQuerySession session, string? after, int? take, CancellationToken cancellation)
    {
        if (!Portion.Of(take).Accepted(out var most, out var refusal) || !(await SettingsReading.Of(session, cancellation)).Accepted(out _, out refusal))
            return refusal;
        if (after is not null && !(await SavedReplay.Find(session, after, cancellation)).About("after").Accepted(out _, out refusal))
            return refusal;
        return (await LatestFirst.Of<SavedReplay>(session, "savedAt", after, most, cancellation)).Select(ListedReplay.Of).ToImmutableArray();
    }
}
