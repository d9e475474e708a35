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
using Wolverine.Http;

namespace Barometer.Host.Movements;

/// <summary>A reconciled figure as it is answered: numbers for numbers, words for colours.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Figure">What it is of.</param>
/// <param name="Printed">As printed: a number, or a colour.</param>
/// <param name="Recorded">As recorded: a number, or a colour.</param>
/// <param name="Difference">Recorded − printed; for a colour 1 where they differ, else 0.</param>
/// <param name="Place">Where in print.</param>
/// <param name="AsOf">The last position of the relationship's stream that the recorded figure counts.</param>
/// <param name="ContradictedInPrint">How print contradicts itself about this figure; absent where it does not.</param>
/// <param name="Candidates">What alone would explain the differences, where asked for.</param>
public sealed record AnsweredFigure(
    string Relationship,
    string Dimension,
    PeriodId Period,
    FigureKind Figure,
    object Printed,
    object Recorded,
    int Difference,
    string Place,
    long AsOf,
    ImmutableArray<string>? ContradictedInPrint,
    ImmutableArray<string>? Candidates);

/// <summary>What is to be reconciled.</summary>
/// <param name="Period">Of which period; null for all.</param>
/// <param name="AsOf">With the record as of which moment, as named; null for now.</param>
/// <param name="Diagnose">True to name what alone would explain a difference.</param>
internal sealed record ReconciliationQuestion(PeriodId? Period, string? AsOf, bool Diagnose);

/// <summary>The doors of reconciliation.</summary>
public static class Reconciling
{
    private static readonly Option<bool> Diagnose = new("--diagnose") { Description = "Name the single rows or exchanges that would explain a difference." };

    /// <summary>Printed figures beside recorded ones, difference = recorded − printed, and print against itself.</summary>
    [WolverineGet("/v1/barometers/{barometer}/reconciliation", OperationId = "reconcile"), Needs(Right.Read)]
    public static Task<Answer<ImmutableArray<AnsweredFigure>>> Get(string? period, string? asOf, bool? diagnose, HttpDoor door) =>
        door.Read(async session => Saying.Period(period).Accepted(out var named, out var refusal)
            ? await Answer(session, new ReconciliationQuestion(named, asOf, diagnose ?? false), door.Cancellation)
            : refusal);

    internal static Command Verb() => Terminal.Verb.Of(
        "reconcile",
        "Printed figures beside recorded ones, and print against itself.",
        [SharedOptions.Period, SharedOptions.AsOf, Diagnose],
        async (door, cancellation) => door.Period().Accepted(out var period, out var refusal)
            ? await door.Read(session => Answer(session, new ReconciliationQuestion(period, door.Get(SharedOptions.AsOf), door.Get(Diagnose)), cancellation), cancellation)
            : refusal,
        ReconciliationView.Show);

    internal static async Task<Decision<ImmutableArray<AnsweredFigure>>> Answer(IQuerySession session, ReconciliationQuestion question, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        var named = question.Period;
        var opened = await session.Query<Period>().ToListAsync(cancellation);
        if (named is { } one && opened.All(p => p.PeriodId != one))
            return Domain.Periods.Opening.NotOpened(one, settings);
        var answers = ImmutableArray.CreateBuilder<AnsweredFigure>();
        foreach (var period in opened.Where(p => named is null || p.PeriodId == named).OrderBy(p => p.Issue))
        {
            if (!(await AsOf.Resolve(session, question.AsOf, period.PeriodId, cancellation)).About("asOf").Accepted(out var positions, out refusal))
                return refusal;
            var recorded = await IndexReading.AsOf(session, positions, period.PeriodId, cancellation);
            var reconciliation = Reconciliation.Of(period.PeriodId, period.Printed, recorded, RuleSet.AsPublished);
            ImmutableArray<Candidate>? candidates = question.Diagnose
                ? Diagnosis.Of(reconciliation, await FiledDevelopments.AsOf(session, period.PeriodId, positions, cancellation), settings.Range)
                : null;
            answers.AddRange(reconciliation.Figures.Select(f => Answered(f, reconciliation, candidates, positions)));
        }

        return answers.ToImmutable();
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
            contradictions.IsEmpty ? null : contradictions,
            f.Difference == 0 ? null : candidates?.Where(c => (c.Relationship, c.Dimension) == (printed.Relationship, printed.Dimension)).Select(c => c.Text).ToImmutableArray());
    }
}
