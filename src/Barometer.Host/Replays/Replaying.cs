using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.RuleSets;
using Barometer.Host.Movements;
using Barometer.Host.RuleSets;

namespace Barometer.Host.Replays;

/// <summary>The doors of a replay.</summary>
internal static class Replaying
{
    private static readonly Option<string?> Again = new("--again") { Description = "Run a saved replay again, and say whether it gives the same." };
    private static readonly Option<bool> Developments = new("--developments") { Description = "Down to each development, with the rule that changed it, or the event." };

    public static readonly Option<string?> Rules = new("--rules") { Description = "Under which rules: a rule set (as-published), a version of it (as-published@1), or a file (rules.yaml)." };
    public static readonly Option<string?> Against = new("--against") { Description = "Compared with what: points (as assigned, which is the default), printed, closing (each period's snapshot), or another rule set." };

    public static readonly Option<string?> From = new("--from") { Description = "The first period, e.g. 2019-11/2019-12; by default the first opened." };
    public static readonly Option<string?> Relationship = new("--relationship", "-r") { Description = "Show only this relationship, e.g. russia; its rank is that among all." };
    public static readonly Option<string?> To = new("--to") { Description = "The last period; by default the last opened." };

    public static Command Verb() => Terminal.Verb.Of<ImmutableArray<AnsweredReplay>>(
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
            saved = await door.Read(session => session.LoadAsync<SavedReplay>(id, cancellation), cancellation);
            if (saved is null)
                return Refusal.NotFound($"There is no saved replay '{id}' of '{door.Barometer}'; an answer of replay names its own.");
        }

        var asked = saved is not null ? saved.Question : await Question(door, cancellation);
        if (!asked.Accepted(out var question, out var refusal) || !(await door.Read(session => Replayed(session, door, question, cancellation), cancellation)).Accepted(out var replayed, out refusal))
            return refusal;
        var (result, answer) = replayed;
        var digest = result.Digest();
        if (saved is not null && saved.ResultDigest != digest)
            return Refusal.Conflict($"Replay {saved.Id} gives another result now: its digest was {saved.ResultDigest} and is {digest}. Either the record or this build of Barometer is not what it was.");
        if (saved is not null)
            await Console.Error.WriteLineAsync($"Replay {saved.Id}, saved by {saved.Actor} on {Shown.Moment(saved.SavedAt)}, gives the same again: {digest}.");
        else
            await door.Save(new SavedReplay(question.Id(), question, digest, door.Actor, DateTimeOffset.UtcNow), cancellation);
        return answer;
    }

    private static bool AsksOtherwise(Door door) => ((Option<string?>[])[Rules, Against, From, To, SharedOptions.AsOf]).Any(o => door.Get(o) is not null);

    /// <summary>What is asked at this door, resolved once: rules to documents, moments to positions.</summary>
    public static async Task<Decision<ReplayQuestion>> Question(Door door, CancellationToken cancellation)
    {
        if (door.Get(Rules) is not { } named)
            return Refusal.Usage("Say under which rules: --rules as-published, or another rule set, or a file.");
        if (!(await RuleSetReading.Of(door, named, cancellation)).Accepted(out var rules, out var refusal))
            return refusal;
        var (against, others) = (door.Get(Against) ?? ReplayQuestion.Points, default(RuleSet));
        if (against is not (ReplayQuestion.Points or ReplayQuestion.Print or ReplayQuestion.Closing)
            && !(await RuleSetReading.Of(door, against, cancellation)).Accepted(out others, out refusal))
            return refusal.Kind == RefusalKind.NotFound ? refusal with { Sentence = $"{refusal.Sentence} Beside rule sets --against takes points, printed and closing." } : refusal;
        return await door.Read(session => Question(session, door, rules, against, others, cancellation), cancellation);
    }

    private static async Task<Decision<ReplayQuestion>> Question(IQuerySession session, Door door, RuleSet rules, string against, RuleSet? others, CancellationToken cancellation)
    {
        if (!(await door.Settings(session, cancellation)).Accepted(out var settings, out var refusal)
            || !Naming.Known(rules, settings).Accepted(out _, out refusal)
            || (others is not null && !Naming.Known(others, settings).Accepted(out _, out refusal))
            || !(await AskedPeriods.Of(session, door, settings, cancellation)).Accepted(out var periods, out refusal)
            || !(await AsOf.Resolve(session, door.Get(SharedOptions.AsOf), periods.To, cancellation)).Accepted(out var positions, out refusal))
            return refusal;
        return new ReplayQuestion(
            rules.Pin, rules.Document, others?.Pin.ToString() ?? against, others?.Pin, others?.Document,
            against == ReplayQuestion.Print ? await PrintedAggregates.Of(session, periods.From, periods.To, cancellation) : null,
            periods.From, periods.To, positions);
    }

    private static async Task<Decision<(ReplayResult, ImmutableArray<AnsweredReplay>)>> Replayed(IQuerySession session, Door door, ReplayQuestion question, CancellationToken cancellation)
    {
        if (!(await door.Settings(session, cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        if (door.Get(Relationship) is { } named && !settings.Find(named).Accepted(out _, out refusal))
            return refusal;
        return (await Answer(session, settings, question, door.Get(Developments), cancellation)).Then(a =>
            (a.Result, a.Indices.Where(i => door.Get(Relationship) is not { } only || i.Relationship == only).ToImmutableArray()));
    }

    /// <summary>Behind every door: what a question comes to, and every index of it.</summary>
    /// <param name="session">What is read.</param>
    /// <param name="settings">The barometer's settings.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="developments">True to go down to developments.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<(ReplayResult Result, ImmutableArray<AnsweredReplay> Indices)>> Answer(
        IQuerySession session, Settings settings, ReplayQuestion question, bool developments, CancellationToken cancellation)
    {
        var computing = new ReplayComputing(session, settings, question);
        var columns = await computing.Columns(cancellation);
        if (!(await computing.Closings(columns, cancellation)).Accepted(out var closings, out var refusal) || !computing.Result(columns, closings).Accepted(out var result, out refusal))
            return refusal;
        return (result, AnsweredReplay.Of(question, settings, result, developments ? computing.Postings(columns, closings) : null));
    }
}
