using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Periods;

namespace Barometer.Host.Movements;

/// <summary>The explanations of a period between two moments.</summary>
/// <param name="Period">Of which period.</param>
/// <param name="From">The first moment, as positions.</param>
/// <param name="To">The second.</param>
/// <param name="FromSnapshot">True when the first moment is the period's closing and its figures are the snapshot's.</param>
/// <param name="Explanations">One for each relationship and dimension.</param>
internal sealed record AnsweredExplanation(PeriodId Period, Positions From, Positions To, bool FromSnapshot, ImmutableArray<Explanation> Explanations);

/// <summary>The doors of the explanation.</summary>
internal static class Explaining
{
    private static readonly Argument<string?> Relationship = new("relationship") { Description = "Which, e.g. russia; all that changed if none is named.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> From = new("--from") { Description = "The first moment: a time, positions, closing, or start. By default the closing, or start while the period is open." };
    private static readonly Option<string?> To = new("--to") { Description = "The second moment; by default now." };

    public static Command Verb() => Terminal.Verb.Of(
        "explain",
        "Why the indices of a period (by default the latest opened) changed between two moments, or since its snapshot: movements grouped by cause, adding up exactly.",
        [Relationship, SharedOptions.Period, From, To],
        (door, cancellation) => door.Read(session => Answer(session, door, cancellation), cancellation),
        ExplanationView.Show);

    private static async Task<Decision<AnsweredExplanation>> Answer(IQuerySession session, Door door, CancellationToken cancellation)
    {
        if (!(await door.Settings(session, cancellation)).Accepted(out var settings, out var refusal)
            || !(await OnePeriod.Of(session, door, settings, cancellation)).Accepted(out var period, out refusal))
            return refusal;
        if (door.Get(Relationship) is { } key && !settings.Find(key).Accepted(out _, out refusal))
            return refusal;
        var snapshot = await SnapshotReading.Of(session, period, cancellation);
        var since = door.Get(From) ?? (snapshot is null ? "start" : "closing");
        if (!(await AsOf.Resolve(session, since, period, cancellation)).Accepted(out var from, out refusal)
            || !(await AsOf.Resolve(session, door.Get(To), period, cancellation)).Accepted(out var to, out refusal))
            return refusal;
        if (to.BehindIn(from) is { } behind)
            return Refusal.Usage($"--to comes before --from: {behind}:{to[behind]} before {behind}:{from[behind]}. Name the earlier moment first.");
        var fromSnapshot = snapshot is not null && AsOf.IsClosingOf(period, since);
        var before = fromSnapshot ? Figures(snapshot!) : await IndexReading.AsOf(session, from, cancellation);
        var after = door.Get(To) is null ? await IndexReading.Now(session, cancellation) : await IndexReading.AsOf(session, to, cancellation);
        var movements = await MovementReading.Between(session, from, to, cancellation);
        return new AnsweredExplanation(period, from, to, fromSnapshot, Explain(settings, period, before, after, movements, door.Get(Relationship)));
    }

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
