using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;

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
/// <param name="RuleSet">Under which rules a recorded colour is.</param>
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
    string RuleSet,
    ImmutableArray<string>? ContradictedInPrint,
    ImmutableArray<string>? Candidates);

/// <summary>Reconciled figures, and what they were computed from: asked as of the same positions and with the same print they are the same.</summary>
/// <param name="AsOf">How far the record had come; absent where each period was asked for as of its own closing.</param>
/// <param name="Print">How far the periods' own streams had come, which say what was printed: <c>2019-11/2019-12:5</c>.</param>
/// <param name="RuleSet">Under which rules the recorded colours are.</param>
/// <param name="Figures">By period, in the order in which they were printed.</param>
public sealed record AnsweredReconciliation(Positions? AsOf, Positions Print, RuleSetPin RuleSet, ImmutableArray<AnsweredFigure> Figures);
