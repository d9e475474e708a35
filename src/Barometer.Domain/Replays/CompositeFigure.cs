using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>A composite in a period.</summary>
/// <param name="Composite">Its id in the rule set.</param>
/// <param name="Period">In which period.</param>
/// <param name="Value">The number; null where there is none.</param>
/// <param name="Why">Why there is none; null where there is one.</param>
/// <param name="Parts">What went in.</param>
public sealed record CompositeFigure(string Composite, PeriodId Period, FixedPoint? Value, string? Why, ImmutableArray<CompositePartFigure> Parts);

/// <summary>An index that went into a composite.</summary>
/// <param name="Relationship">Whose.</param>
/// <param name="Value">The index, its sign turned where lower is better.</param>
/// <param name="Normalised">The same, made comparable; null where that cannot be had.</param>
/// <param name="Weight">Its weight.</param>
public sealed record CompositePartFigure(string Relationship, FixedPoint Value, FixedPoint? Normalised, FixedPoint Weight);
