using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Host.Barometers;
using Barometer.Host.Developments;
using Barometer.Host.Periods;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.RateLimiting;
using Wolverine.Http;

namespace Barometer.Host.Movements;

/// <summary>What is to be reconciled.</summary>
/// <param name="Period">Of which period; null for all.</param>
/// <param name="AsOf">With the record as of which moment, as named; null for now.</param>
/// <param name="Print">With print as of how far the periods had come, as named; null for now.</param>
/// <param name="Diagnose">True to name what alone would explain a difference.</param>
internal sealed record ReconciliationQuestion(PeriodId? Period, string? AsOf, string? Print, bool Diagnose);

/// <summary>The doors of reconciliation.</summary>
public static class Reconciling
{
    private static readonly Option<bool> Diagnose = new("--diagnose") { Description = "Name the single rows or exchanges that would explain a difference." };

    /// <summary>Printed figures beside recorded ones, difference = recorded − printed, and print against itself.</summary>
    [WolverineGet("/v1/barometers/{barometer}/reconciliation", OperationId = "reconcile"), Needs(Right.Read), EnableRateLimiting(Limits.Reviewing)]
    public static async Task<Answer<AnsweredReconciliation>> Get(string? period, string? asOf, string? print, bool? diagnose, HttpDoor door) =>
        (await door.Read(async session => Saying.Period(period).Accepted(out var named, out var refusal)
            ? await Answer(session, new ReconciliationQuestion(named, asOf, print, diagnose ?? false), door.Cancellation)
            : refusal))
        .With(r => ("again", door.Again(("asOf", r.AsOf?.ToString() ?? Release.Closing), ("print", r.Print.ToString()))));

    internal static Command Verb() => Terminal.Verb.Of(
        "reconcile",
        "Printed figures beside recorded ones, and print against itself.",
        [SharedOptions.Period, SharedOptions.AsOf, SharedOptions.Print, Diagnose],
        async (door, cancellation) => door.Period().Accepted(out var period, out var refusal)
            ? (await door.Read(session => Answer(session, Question(door, period), cancellation), cancellation)).Then(answer => answer.Figures)
            : refusal,
        ReconciliationView.Show);

    private static ReconciliationQuestion Question(Door door, PeriodId? period) => new(period, door.Get(SharedOptions.AsOf), door.Get(SharedOptions.Print), door.Get(Diagnose));

    internal static async Task<Decision<AnsweredReconciliation>> Answer(IQuerySession session, ReconciliationQuestion question, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal)
            || !(await PrintReading.Of(session, settings, question.Period, question.Print, cancellation)).Accepted(out var print, out refusal))
            return refusal;
        // Without a period, "closing" is each one's own; any other moment is the same for all.
        Positions? moment = null;
        if ((question.Period is not null || question.AsOf != Release.Closing)
            && !(await AsOf.Resolve(session, question.AsOf, question.Period, cancellation)).About("asOf").Accepted(out moment, out refusal))
            return refusal;
        var answers = ImmutableArray.CreateBuilder<AnsweredFigure>();
        foreach (var period in print.Periods)
        {
            var at = moment;
            if (at is null && !(await AsOf.Resolve(session, question.AsOf, period.PeriodId, cancellation)).About("asOf").Accepted(out at, out refusal))
                return refusal;
            answers.AddRange(await Figures(session, period, at, question.Diagnose ? settings.Range : null, cancellation));
        }

        return new AnsweredReconciliation(moment, print.Until, RuleSet.AsPublished.Pin, answers.ToImmutable());
    }

    private static async Task<IEnumerable<AnsweredFigure>> Figures(IQuerySession session, Period period, Positions positions, int? diagnosedIn, CancellationToken cancellation)
    {
        var recorded = await IndexReading.AsOf(session, positions, period.PeriodId, cancellation);
        // Of a relationship that the positions do not name nothing is asked.
        var printed = period.Printed.Where(f => positions.ByRelationship.ContainsKey(f.Relationship)).ToArray();
        var reconciliation = Reconciliation.Of(period.PeriodId, printed, recorded, RuleSet.AsPublished);
        ImmutableArray<Candidate>? candidates = diagnosedIn is { } range && reconciliation.Figures.Any(f => f.Difference != 0)
            ? Diagnosis.Of(reconciliation, await CatalogueReading.Filed(session, period.PeriodId, positions, cancellation), range)
            : null;
        return reconciliation.Figures.Select(f => Answered(f, reconciliation, candidates, positions));
    }

    private static AnsweredFigure Answered(ReconciledFigure f, Reconciliation reconciliation, ImmutableArray<Candidate>? candidates, Positions positions)
    {
        var printed = f.Printed;
        var contradictions = reconciliation.Contradictions
            .Where(c => (c.Relationship, c.Dimension) == (printed.Relationship, printed.Dimension) && c.Figures.Contains(printed.Figure))
            .Select(c => c.Text).ToImmutableArray();
        return new AnsweredFigure(
            printed.Relationship,
            printed.Dimension,
            f.Period,
            printed.Figure,
            printed.Points is { } points ? points : printed.Band!,
            f.Points is { } recorded ? recorded : f.Band!,
            f.Difference,
            printed.Place,
            positions[printed.Relationship],
            RuleSet.AsPublished.Pin.ToString(),
            contradictions.IsEmpty ? null : contradictions,
            f.Difference == 0 ? null : candidates?.Where(c => (c.Relationship, c.Dimension) == (printed.Relationship, printed.Dimension)).Select(c => c.Text).ToImmutableArray());
    }
}
