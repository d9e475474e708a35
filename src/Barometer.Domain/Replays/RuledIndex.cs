using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>An index under a rule set: both layers, the stored movements and what the rules add.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">In which period.</param>
/// <param name="Positive">The positive sum.</param>
/// <param name="Negative">The negative sum.</param>
/// <param name="Developments">How many developments count in it.</param>
/// <param name="Lines">What it is made of, in the order of the rules; they add up to it.</param>
public sealed record RuledIndex(
    string Relationship, string Dimension, PeriodId Period, FixedPoint Positive, FixedPoint Negative, long Developments, ImmutableArray<Line> Lines)
{
    /// <summary>What both sums come to.</summary>
    public FixedPoint Aggregate => Positive + Negative;

    /// <summary>What the points that editors assigned come to.</summary>
    public FixedPoint Assigned => Lines.First(l => l.Kind == LineKind.Assigned).Aggregate;
}

/// <summary>
/// Developments that a rule set cannot code: they count nowhere, and are not scored 0 in silence. One that is scored in several dimensions
/// is told once, by its relationship's first.
/// </summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Period">In which period.</param>
/// <param name="What">What they are: their CAMEO code, else event type, else "unclassified".</param>
/// <param name="Developments">How many.</param>
public sealed record NotCoded(string Relationship, PeriodId Period, string What, long Developments);
