using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Host.Developments;
using Barometer.Host.Movements;
using Barometer.Host.RuleSets;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Periods;

/// <summary>What a closing says.</summary>
public sealed record ClosingWord
{
    /// <summary>An answer, in a word, to each question that closing raises.</summary>
    public ImmutableArray<ClosingAnswer> Answers { get; init; } = [];

    /// <summary>The published rule set that the snapshot is taken under and pins, e.g. by-level@1; by default as-published.</summary>
    public string? Rules { get; init; }
}

/// <summary>The doors of closing a period.</summary>
[WolverineHandler]
public static class Closing
{
    private static readonly Argument<string> Named = new("period") { Description = "Which, e.g. 2019-11/2019-12." };
    private static readonly Option<string[]> Answers = new("--answer") { Description = "An answer in a word to a question that closing raises, as date:SEC-12-029=kept." };

    private static readonly Option<string?> Rules = new("--rules") { Description = "The published rule set that the snapshot is taken under and pins, e.g. by-level@1; by default as-published." };

    /// <summary>Behind every door. Every relationship is locked, and none can be added, so what is being scored meanwhile is in the snapshot or is refused.</summary>
    public static async Task<Decision<PeriodClosed>> Handle(ClosePeriod command, IDocumentSession session, Envelope envelope, CancellationToken cancellation)
    {
        var transaction = new RecordTransaction(session, envelope, command, command.Actor);
        if (!(await transaction.LockSettings(cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        await transaction.Lock(settings.Relationships.Select(r => r.Key), cancellation);
        if (await transaction.AnsweredBefore<PeriodClosed>(cancellation) is { } answered)
            return answered;
        if (await session.LoadAsync<Period>(command.Period.Stream, cancellation) is not { } period)
            return Domain.Periods.Opening.NotOpened(command.Period, settings);
        await transaction.LockStream(command.Period.Stream, cancellation);
        var figures = EveryIndex.Of(settings, [command.Period], await IndexReading.Now(session, cancellation));
        if (!(await RuleSetReading.ToPin(session, command.Rules, cancellation)).Accepted(out var rules, out refusal) || !Naming.Known(rules, settings).Accepted(out _, out refusal))
            return refusal;
        var positions = transaction.Positions(settings);
        var developments = await CatalogueReading.Filed(session, command.Period, positions, cancellation);
        var ruled = default(RuledIndices);
        if (!rules.Rules.IsEmpty && !(await UnderRules(session, rules, settings, positions, command.Period, cancellation)).Accepted(out ruled, out refusal))
            return refusal;
        if (!Domain.Periods.Closing.Decide(command, period, developments, figures, rules, positions, ruled).Accepted(out var closed, out refusal))
            return refusal;
        session.Events.Append(command.Period.Stream, closed);
        return await transaction.Commit(closed, cancellation);
    }

    /// <summary>Closes a period: its snapshot is fixed for ever, and later changes make vintages.</summary>
    [WolverinePost("/v1/barometers/{barometer}/periods/{period}/closing", OperationId = "closePeriod"), Needs(Right.Close)]
    public static async Task<Answer<PeriodClosed>> Post(ClosingWord said, string period, HttpDoor door) =>
        PeriodPath.Read(period).Accepted(out var named, out var refusal)
            ? (await door.Send<PeriodClosed>(new ClosePeriod(named, said.Answers, door.Actor) { Rules = said.Rules })).With(
                closed => ("snapshot", $"{PeriodPath.Link(door, closed.Period)}/snapshot"),
                closed => ("indices", door.Link($"indices?period={closed.Period}&asOf={closed.Positions}")))
            : new Answer<PeriodClosed>(refusal);

    internal static Command Verb() => Terminal.Verb.Of<PeriodClosed>(
        "close",
        "Close a period: its snapshot is fixed for ever, and later changes make vintages.",
        [Named, Answers, Rules],
        async (door, cancellation) => PeriodId.Read(door.Get(Named)!).Accepted(out var period, out var refusal) && Said(door.Get(Answers) ?? []).Accepted(out var answers, out refusal)
            ? await door.Send<PeriodClosed>(new ClosePeriod(period, [.. answers], door.Actor) { Rules = door.Get(Rules) }, cancellation)
            : refusal,
        SnapshotView.Show);

    // From the developments themselves, which nobody can change while every relationship is locked.
    private static async Task<Decision<RuledIndices>> UnderRules(
        IDocumentSession session, RuleSet rules, Settings settings, Positions positions, PeriodId period, CancellationToken cancellation) =>
        RuledIndices.Of(rules, Columns.Of(await session.Query<Development>().ToListAsync(cancellation), settings, positions), period, period);

    private static Decision<ClosingAnswer[]> Said(string[] texts)
    {
        var answers = texts.Select(t => t.Split('=', 2) is [var question, var word] ? new ClosingAnswer(question.Trim(), word.Trim()) : null).ToArray();
        return Array.IndexOf(answers, null) is >= 0 and var missing
            ? Refusal.Usage($"'{texts[missing]}' is no answer; one looks like date:SEC-12-029=kept.")
            : answers!;
    }
}
