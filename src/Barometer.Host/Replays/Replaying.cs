using System.Collections.Immutable;
using Barometer.Domain.People;
using Barometer.Domain.RuleSets;
using Barometer.Host.Barometers;
using Barometer.Host.RuleSets;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.RateLimiting;
using Wolverine.Http;

namespace Barometer.Host.Replays;

/// <summary>The doors of a replay.</summary>
public static class Replaying
{
    private static readonly Option<string?> Again = new("--again") { Description = "Run a saved replay again, and say whether it gives the same." };
    private static readonly Option<bool> Developments = new("--developments") { Description = "Down to each development, with the rule that changed it, or the event." };

    internal static readonly Option<string?> Rules = new("--rules") { Description = "Under which rules: a rule set (as-published), a version of it (as-published@1), or a file (rules.yaml)." };
    internal static readonly Option<string?> Against = new("--against") { Description = "Compared with what: points (as assigned, which is the default), printed, closing (each period's snapshot), or another rule set." };

    internal static readonly Option<string?> From = new("--from") { Description = "The first period, e.g. 2019-11/2019-12; by default the first opened." };
    internal static readonly Option<string?> Relationship = new("--relationship", "-r") { Description = "Show only this relationship, e.g. russia; its rank is that among all." };
    internal static readonly Option<string?> To = new("--to") { Description = "The last period; by default the last opened." };

    /// <summary>The indices of past periods under other rules, and what the difference is made of. It is saved; the record stays as it is.</summary>
    [WolverinePost("/v1/barometers/{barometer}/replays", OperationId = "replay"), Needs(Right.Replay), Asks, EnableRateLimiting(Limits.Computing)]
    public static async Task<Answer<ImmutableArray<AnsweredReplay>>> Post(ReplayWanted said, HttpDoor door)
    {
        var decision = await door.Ask(async session => (await said.Read(session, door.Cancellation)).Accepted(out var asked, out var refusal)
            && (await asked.Question(session, door.Cancellation)).Accepted(out var question, out refusal)
            && (await Replayed(session, question, said.Relationship, said.Developments, isServed: true, door.Cancellation)).Accepted(out var replayed, out refusal)
                ? (Decision<(ReplayQuestion Question, ReplayResult Result, ImmutableArray<AnsweredReplay> Answer)>)(question, replayed.Result, replayed.Answer)
                : refusal);
        if (decision.Accepted(out var computed, out _) && !(await door.Keep(SavedReplay.Now(computed.Question, computed.Result.Digest(), door.Actor))).Accepted(out _, out var another))
            return new Answer<ImmutableArray<AnsweredReplay>>(another);
        return new Answer<ImmutableArray<AnsweredReplay>>(decision.Then(c => c.Answer))
            .WithWhere(answer => answer.Length > 0, answer => ("again", door.Link($"replays/{answer[0].Replay}")));
    }

    /// <summary>A saved replay, computed again: the same answer, or a conflict where another result comes out.</summary>
    [WolverineGet("/v1/barometers/{barometer}/replays/{replay}", OperationId = "replayAgain"), Needs(Right.Read), EnableRateLimiting(Limits.Computing)]
    public static async Task<Answer<ImmutableArray<AnsweredReplay>>> Get(string replay, string? relationship, bool? developments, HttpDoor door) =>
        (await door.Read(async session => (await Saved(session, replay, relationship, developments ?? false, door.Cancellation)).Then(again => again.Answer)))
        .With(_ => ("export", door.Link($"exports/replays/{replay}")));

    internal static Command Verb() => Terminal.Verb.Of<ImmutableArray<AnsweredReplay>>(
        "replay",
        "The indices of past periods under other rules, beside points, print, closings or another rule set, and what the difference is made of. The record stays as it is.",
        [Rules, Against, From, To, SharedOptions.AsOf, Relationship, Developments, Again],
        Answer,
        ReplayView.Show);

    private static async Task<Decision<ImmutableArray<AnsweredReplay>>> Answer(Door door, CancellationToken cancellation)
    {
        var saved = default(SavedReplay);
        if (door.Get(Again) is { } id)
        {
            if (AsksOtherwise(door))
                return Refusal.Usage($"A saved replay has its rules, periods and moment already; leave out all but --again {id}, -r and --developments.");
            if (!(await door.Read(session => SavedReplay.Find(session, id, cancellation), cancellation)).Accepted(out saved, out var missing))
                return missing;
        }

        var asked = saved is not null ? saved.Question : await Question(door, cancellation);
        if (!asked.Accepted(out var question, out var refusal)
            || !(await door.Read(session => Replayed(session, question, door.Get(Relationship), door.Get(Developments), isServed: false, cancellation), cancellation)).Accepted(out var replayed, out refusal))
            return refusal;
        var (result, answer) = replayed;
        if (saved is not null && !saved.Gave(result.Digest()).Accepted(out _, out refusal))
            return refusal;
        if (saved is not null)
            await Console.Error.WriteLineAsync($"Replay {saved.Id}, saved by {saved.Actor} on {Shown.Moment(saved.SavedAt)}, gives the same again: {saved.ResultDigest}.");
        else if (!(await door.Keep(SavedReplay.Now(question, result.Digest(), door.Actor), cancellation)).Accepted(out _, out refusal))
            return refusal;
        return answer;
    }

    /// <summary>A saved replay, computed again over HTTP, or a refusal where another result comes out.</summary>
    internal static async Task<Decision<(ReplayQuestion Question, ImmutableArray<AnsweredReplay> Answer)>> Saved(
        IQuerySession session, string id, string? relationship, bool developments, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out _, out var refusal) || !(await SavedReplay.Find(session, id, cancellation)).Accepted(out var saved, out refusal))
            return refusal;
        return (await Replayed(session, saved.Question, relationship, developments, isServed: true, cancellation)).Accepted(out var replayed, out refusal) && saved.Gave(replayed.Result.Digest()).Accepted(out _, out refusal)
            ? (saved.Question, replayed.Answer)
            : refusal;
    }

    private static bool AsksOtherwise(Door door) => ((Option<string?>[])[Rules, Against, From, To, SharedOptions.AsOf]).Any(o => door.Get(o) is not null);

    /// <summary>What is asked at this door, resolved once: rules to documents, moments to positions.</summary>
    internal static async Task<Decision<ReplayQuestion>> Question(Door door, CancellationToken cancellation)
    {
        if (door.Get(Rules) is not { } named)
            return Refusal.Usage("Say under which rules: --rules as-published, or another rule set, or a file.");
        if (!(await RuleSetReading.Of(door, named, cancellation)).Accepted(out var rules, out var refusal))
            return refusal;
        var (against, others) = (door.Get(Against) ?? ReplayQuestion.Points, default(RuleSet));
        if (!ReplayAsked.IsNoRuleSet(against) && !(await RuleSetReading.Of(door, against, cancellation)).Accepted(out others, out refusal))
            return ReplayAsked.NothingToCompareWith(refusal);
        var asked = new ReplayAsked(rules, against, others, door.Get(SharedOptions.Period), door.Get(From), door.Get(To), door.Get(SharedOptions.AsOf));
        return await door.Read(session => asked.Question(session, cancellation), cancellation);
    }

    /// <summary>Behind every door: what a question comes to, of all relationships or of one, down to developments or not, over HTTP only where that is not too much.</summary>
    internal static async Task<Decision<(ReplayResult Result, ImmutableArray<AnsweredReplay> Answer)>> Replayed(
        IQuerySession session, ReplayQuestion question, string? relationship, bool developments, bool isServed, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        if (relationship is not null && !settings.Find(relationship).About("relationship").Accepted(out _, out refusal))
            return refusal;
        var computing = new ReplayComputing(session, settings, question);
        var columns = await computing.Columns(cancellation);
        if (isServed && (ReplayLimit.Refused(computing.Cost(columns)) ?? (developments ? ReplayLimit.Refused(computing.Rows(columns, relationship)) : null)) is { } tooMuch)
            return tooMuch;
        if (!(await computing.Closings(columns, cancellation)).Accepted(out var closings, out refusal) || !computing.Result(columns, closings).Accepted(out var result, out refusal))
            return refusal;
        var postings = developments ? computing.Postings(columns, closings) : null;
        return (result, [.. new ReplayAnswering(question, settings, result, postings).All().Where(a => relationship is null || a.Relationship == relationship)]);
    }
}
