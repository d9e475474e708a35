using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Host.Movements;

/// <summary>A figure revision as it is answered.</summary>
/// <param name="Period">Of which period.</param>
/// <param name="From">The figure in the one vintage.</param>
/// <param name="To">The figure in the other.</param>
/// <param name="Change">Change of the aggregate.</param>
public sealed record AnsweredFigureRevision(PeriodId Period, AnsweredObservation From, AnsweredObservation To, int Change);

/// <summary>The figure revisions of one index as they are answered, with at most nine decimals.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="N">How many periods have both figures.</param>
/// <param name="Mean">Mean change of the aggregate; absent of none, as the others are.</param>
/// <param name="MeanAbsolute">Mean size of a change.</param>
/// <param name="RootMeanSquare">Square root of the mean square.</param>
/// <param name="ChangedSign">Share that went from one of −, 0 and + to another.</param>
/// <param name="ChangedBand">Share whose colour became another; absent where a figure has none.</param>
/// <param name="Significance">How far the mean is from 0; absent under 20 periods.</param>
/// <param name="Revisions">Period by period.</param>
public sealed record AnsweredFigureRevisionsOfIndex(
    string Relationship, string Dimension, int N, FixedPoint? Mean, FixedPoint? MeanAbsolute, FixedPoint? RootMeanSquare,
    FixedPoint? ChangedSign, FixedPoint? ChangedBand, MeanSignificance? Significance, ImmutableArray<AnsweredFigureRevision> Revisions)
{
    internal static AnsweredFigureRevisionsOfIndex Of(string relationship, string dimension, FigureRevisions r) => new(
        relationship, dimension, r.Count, r.Mean, r.MeanAbsolute, r.RootMeanSquare, r.ChangedSign, r.ChangedBand, r.Significance,
        [.. r.Revisions.Select(f => new AnsweredFigureRevision(f.From.Index.Period, AnsweredObservation.Of(f.From), AnsweredObservation.Of(f.To), f.Change))]);
}

/// <summary>Figure revisions as they are answered.</summary>
/// <param name="From">Since when: a release, or <c>first</c>.</param>
/// <param name="To">Until when: a release, the k-th of each period as a number, or <c>latest</c>.</param>
/// <param name="AsOf">How far the record had come.</param>
/// <param name="Until">The last release that is counted; <c>start</c> where none is.</param>
/// <param name="Releases">Every release that is counted, in order.</param>
/// <param name="Indices">By index, in the order of the barometer's settings.</param>
public sealed record AnsweredFigureRevisions(
    string From, string To, Positions AsOf, string Until, ImmutableArray<AnsweredRelease> Releases, ImmutableArray<AnsweredFigureRevisionsOfIndex> Indices);
