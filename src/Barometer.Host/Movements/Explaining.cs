using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Host.Barometers;
using Barometer.Host.Developments;
using Barometer.Host.Periods;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Barometer.Host.Store;
using Wolverine.Http;

namespace Barometer.Host.Movements;

/// <summary>The explanations of a period between two moments.</summary>
/// <param name="Period">Of which period.</param>
/// <param name="From">The first moment, as positions.</param>
/// <param name="To">The second.</param>
/// <param name="RuleSet">Under which rules the figures are.</param>
/// <param name="FromSnapshot">True when the first moment is the period's closing and its figures are the snapshot's.</param>
/// <param name="Explanations">One for each relationship and dimension.</param>
public sealed record AnsweredExplanation(PeriodId Period, Positions From, Positions To, RuleSetPin RuleSet, bool FromSnapshot, ImmutableArray<Explanation> Explanations);

/// <summary>What is to be explained.</summary>
/// <param name="Relationship">Of which relationship; null for all that changed.</param>
/// <param name="Period">Of which period; null for the latest opened.</param>
/// <param name="From">The first moment, as named; null for the closing, or the start while the period is open.</param>
/// <param name="To">The second moment, as named; null for now.</param>
/// <param name="Most">How many movements are told at most; null for all.</param>
internal sealed record ExplanationQuestion(string? Relationship, PeriodId? Period, string? From, string? To, int? Most = null);

/// <summary>The doors of the explanation.</summary>
public static class Explaining
{
    private static readonly Argument<string?> Relationship = new("relationship") { Description = "Which, e.g. russia; all that changed if none is named.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> From = new("--from") { Description = "The first moment: a time, positions, closing, or start. By default the closing, or start while the period is open." };
    private static readonly Option<string?> To = new("--to") { Description = "The second moment; by default now." };

    /// <summary>Why the indices of a period changed between two moments, or since its snapshot: movements by cause, adding up exactly.</summary>
    [WolverineGet("/v1/barometers/{barometer}/explanations", OperationId = "explain"), Needs(Right.Read)]
    public static async Task<Answer<AnsweredExplanation>> Get(string? relationship, string? period, string? from, string? to, HttpDoor door) =>
        (await door.Read(async session => Saying.Period(period).Accepted(out var named, out var refusal)
            ? await Answer(session, new ExplanationQuestion(relationship, named, from, to, MovementReading.MostServed), door.Cancellation)
            : refusal))
        .With(
            e => ("again", door.Again(("period", e.Period.ToString()), ("from", e.FromSnapshot ? Release.OfClosing(e.Period) : e.From.ToString()), ("to", e.To.ToString()))),
            e => ("indices", door.Link($"indices?period={e.Period}&asOf={e.To}")));

    internal static Command Verb() => Terminal.Verb.Of(
        "explain",
        "Why the indices of a period (by default the latest opened) changed between two moments, or since its snapshot: movements grouped by cause, adding up exactly.",
        [Relationship, SharedOptions.Period, From, To],
        async (door, cancellation) => door.Period().Accepted(out var period, out var refusal)
            ? await door.Read(session => Answer(session, new ExplanationQuestion(door.Get(Relationship), period, door.Get(From), door.Get(To)), cancellation), cancellation)
            : refusal,
        ExplanationView.Show);

    internal static async Task<Decision<AnsweredExplanation>> Answer(IQuerySession session, ExplanationQuestion question, CancellationToken cancellation)
    {
        if (!(await Period(session, question.Period, cancellation)).Accepted(out var period, out var refusal))
            return refusal;
        var since = (Since?)null;
        var standing = await Standing.Read(session, question.Relationship, period, AsOf.Named(question.To), alone: false, cancellation, trip => since = AtOnce(trip, question, period));
        if (standing.Settings is not { } settings)
            return Domain.Barometers.Declaring.NotDeclared(session.TenantId);
        if (standing.Periods is [])
            return Domain.Periods.Opening.NotOpened(period, settings).About("period");
        if (question.Relationship is { } key && !settings.Find(key).About("relationship").Accepted(out _, out refusal))
            return refusal;
        if (!(await Between(session, question, period, standing, cancellation)).Accepted(out var moments, out refusal))
            return refusal;
        var (from, to, snapshot) = moments;
        since ??= await Since.Read(session, from, to, period, question.Most, cancellation);
        if (!MovementReading.Told(since.Moved, question.Most).Accepted(out var movements, out refusal))
            return refusal;
        var before = snapshot is null ? since.Before : Figures(snapshot);
        var after = question.To is null || AsOf.Named(question.To) is not null ? standing.Figures : await IndexReading.AsOf(session, to, period, cancellation);
        return new AnsweredExplanation(period, from, to, RuleSet.AsPublished.Pin, snapshot is not null, Explain(settings, period, before, after, movements, question.Relationship));
    }

    private static async Task<Decision<PeriodId>> Period(IQuerySession session, PeriodId? named, CancellationToken cancellation) => named is { } period
        ? period
        : (await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal) ? await OnePeriod.Of(session, named, settings, cancellation) : refusal;

    // Any moment but positions has to be resolved first.
    private static Since? AtOnce(OneTrip trip, ExplanationQuestion question, PeriodId period) =>
        AsOf.Named(question.From) is { } from && AsOf.Named(question.To) is { } to ? Since.Ask(trip, from.Only(question.Relationship), to.Only(question.Relationship), period, question.Most) : null;

    private static async Task<Decision<(Positions From, Positions To, PeriodClosed? Snapshot)>> Between(
        IQuerySession session, ExplanationQuestion question, PeriodId period, Standing standing, CancellationToken cancellation)
    {
        var snapshot = question.From is null || AsOf.IsClosingOf(period, question.From) ? await SnapshotReading.Of(session, period, cancellation) : null;
        var since = question.From ?? (snapshot is null ? "start" : "closing");
        if (!(await AsOf.Resolve(session, since, period, cancellation, Known(standing, since))).About("from").Accepted(out var from, out var refusal)
            || !(await AsOf.Resolve(session, question.To, period, cancellation, Known(standing, question.To))).About("to").Accepted(out var to, out refusal))
            return refusal;
        (from, to) = (from.Only(question.Relationship), to.Only(question.Relationship));
        return to.BehindIn(from) is { } behind
            ? Refusal.Usage($"The second moment comes before the first: {behind}:{to[behind]} before {behind}:{from[behind]}. Name the earlier one first (from), then the later (to).")
            : (from, to, snapshot);
    }

    // Where one relationship is asked for, no more may have been read than how far that one has come.
    private static Positions? Known(Standing standing, string? moment) =>
        AsOf.Named(moment) is not { } named || named.ByRelationship.Keys.All(standing.Positions.ByRelationship.ContainsKey) ? standing.Positions : null;

    private static ImmutableArray<Explanation> Explain(
        Settings settings, PeriodId period, IEnumerable<IndexFigure> before, IEnumerable<IndexFigure> after, IReadOnlyList<Movement> movements, string? only) =>
        [.. EveryIndex.Of(settings, [period], before)
            .Zip(EveryIndex.Of(settings, [period], after), settings.Relationships.SelectMany(r => r.Dimensions))
            .Where(index => only is null || index.First.Relationship == only)
            .Select(index => Explanation.Of(index.First, index.Second, index.Third, movements))
            .Where(e => only is not null || e.Causes.Length > 0 || e.Residual != 0)];

    private static IEnumerable<IndexFigure> Figures(PeriodClosed snapshot) =>
        snapshot.Figures.Select(f => f.In(snapshot.Period));
}
