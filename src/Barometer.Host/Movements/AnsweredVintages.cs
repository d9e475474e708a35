using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Host.Movements;

/// <summary>A release as it is answered.</summary>
/// <param name="Name">What it is called by.</param>
/// <param name="RecordedAt">When, in UTC.</param>
/// <param name="Closes">The period that it closed; absent for a corrected issue.</param>
/// <param name="Actor">Who made it.</param>
/// <param name="Reason">Why; absent for a closing.</param>
/// <param name="RuleSet">The rule set that it pins.</param>
/// <param name="Positions">How far the record had come.</param>
public sealed record AnsweredRelease(
    string Name, DateTimeOffset RecordedAt, PeriodId? Closes, string Actor, string? Reason, RuleSetPin RuleSet, Positions Positions)
{
    internal static AnsweredRelease Of(Release r) => new(r.Name, r.RecordedAt, r.Closes, r.MadeBy, r.Reason, r.Rules.Pin, r.Positions);
}

/// <summary>One end of a real-time period.</summary>
/// <param name="Position">Of the event, in the relationship's stream.</param>
/// <param name="RecordedAt">When it was recorded, in UTC.</param>
public sealed record RealTime(long Position, DateTimeOffset RecordedAt);

/// <summary>A value that an index had, as it is answered.</summary>
/// <param name="Positive">Sum of the positive parts.</param>
/// <param name="Negative">Sum of the negative parts, 0 or less.</param>
/// <param name="Aggregate">What both come to.</param>
/// <param name="Developments">How many standing scored developments, 0/0 included.</param>
/// <param name="Band">The colour, "none" where the value lies in no band; absent where the dimension has no scale.</param>
/// <param name="RuleSet">Under which rules.</param>
/// <param name="AsOf">The last position of the relationship's stream that it counts.</param>
public sealed record AnsweredObservation(
    int Positive, int Negative, int Aggregate, int Developments, string? Band, RuleSetPin RuleSet, long AsOf)
{
    /// <summary>The release that it stood in, where one is meant.</summary>
    public string? Release { get; init; }

    /// <summary>The value under the rules of the closing, where they add to the points.</summary>
    public FixedPoint? UnderRules { get; init; }

    /// <summary>The event since which it held.</summary>
    public RealTime? From { get; init; }

    /// <summary>The event since which it held no more; absent while it holds.</summary>
    public RealTime? To { get; init; }

    /// <summary>The releases that it went out in, in their order.</summary>
    public ImmutableArray<string>? Releases { get; init; }

    /// <summary>What the event posted that made it: cause, development, actor and reason.</summary>
    public ImmutableArray<Movement>? Movements { get; init; }

    internal static AnsweredObservation Of(VintageFigure f) => Of(f.Index, f.Band, f.Vintage.Rules.Pin, f.AsOf) with { Release = f.Vintage.Release?.Name };

    internal static AnsweredObservation Of(IndexFigure index, string? band, RuleSetPin rules, long asOf) =>
        new(index.Positive, index.Negative, index.Aggregate, index.Developments, band, rules, asOf);
}

/// <summary>The observations of an index of a period that were asked for.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">In which period.</param>
/// <param name="Observations">In the order of the record.</param>
/// <param name="Printed">What stood in print of it; evidence, and no observation.</param>
public sealed record AnsweredSeries(
    string Relationship, string Dimension, PeriodId Period, ImmutableArray<AnsweredObservation> Observations, ImmutableArray<PrintedFigure> Printed);

/// <summary>Vintages as they are answered.</summary>
/// <param name="Show">What of them was asked for.</param>
/// <param name="AsOf">How far the record had come; asked again with this, <paramref name="Until"/> and <paramref name="Print"/> it is the same answer.</param>
/// <param name="Until">The last release that is counted; <c>start</c> where none is.</param>
/// <param name="Print">How far the periods' own streams had come, which say what was printed: <c>2019-11/2019-12:5</c>.</param>
/// <param name="Releases">Every release that is counted, in order.</param>
/// <param name="Series">By index and period, in the order of the barometer's settings.</param>
public sealed record AnsweredVintages(
    ObservationChoice Show, Positions AsOf, string Until, Positions Print, ImmutableArray<AnsweredRelease> Releases, ImmutableArray<AnsweredSeries> Series);
