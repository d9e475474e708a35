using System.Collections.Immutable;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Host.Developments;
using Barometer.Host.Periods;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.RateLimiting;
using Wolverine.Http;

namespace Barometer.Host.Movements;

/// <summary>Which observations of an index are asked for.</summary>
public enum ObservationChoice
{
    /// <summary>The snapshot of the period's own closing.</summary>
    AsPublished,

    /// <summary>That of the first release which the period was in.</summary>
    First,

    /// <summary>The one that holds.</summary>
    Latest,

    /// <summary>Every one, each with its real-time period.</summary>
    All,

    /// <summary>One for each release which the period was in.</summary>
    Triangle,
}

/// <summary>A question about vintages.</summary>
/// <param name="Show">Which observations.</param>
/// <param name="Relationship">Of which relationship; null for all.</param>
/// <param name="Period">Of which period; null for all.</param>
/// <param name="AsOf">The moment at which it is asked, as people name it; null for now.</param>
/// <param name="Until">The last release to be counted; null for every one made by then.</param>
/// <param name="Print">With print as of how far the periods had come, as named; null for now.</param>
/// <param name="Most">How many movements are told at most where every observation is asked for; null for all.</param>
public sealed record VintagesQuestion(ObservationChoice Show, string? Relationship, PeriodId? Period, string? AsOf, string? Until, string? Print, int? Most = null);

/// <summary>The doors of vintages.</summary>
public static class Observing
{
    internal static readonly Option<string?> Until = new("--until") { Description = "Count no release after this one, e.g. closing:2019-11/2019-12; start for none." };

    private static readonly Argument<string?> Relationship = new("relationship") { Description = "Which, e.g. russia; all if none is named.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<ObservationChoice?> Show = WordOption.Of<ObservationChoice>("--show", "Which observations; by default all.");
    private static readonly Option<bool> Triangle = new("--triangle") { Description = "Periods × releases: the same as --show triangle." };

    /// <summary>The values that indices had: as published, at first, latest, all with their real-time periods, or the triangle of periods and releases.</summary>
    [WolverineGet("/v1/barometers/{barometer}/vintages", OperationId = "readVintages"), Needs(Right.Read), EnableRateLimiting(Limits.Reviewing)]
    public static async Task<Answer<AnsweredVintages>> Get(string? show, string? relationship, string? period, string? asOf, string? until, string? print, HttpDoor door) =>
        (await door.Read(async session => Saying.Word<ObservationChoice>("choice of observations", show).About("show").Accepted(out var choice, out var refusal)
            && Saying.Period(period).Accepted(out var named, out refusal)
                ? await Answer(session, new VintagesQuestion(choice.Value ?? ObservationChoice.All, relationship, named, asOf, until, print, MovementReading.MostServed), door.Cancellation)
                : refusal))
        .With(v => ("again", door.Again(("asOf", v.AsOf.ToString()), ("until", v.Until), ("print", v.Print.ToString()))), _ => ("revisions", door.Beside(door.Link("figure-revisions"), ("show", null), ("period", null), ("print", null))));

    internal static Command Verb() => Terminal.Verb.Of(
        "vintages",
        "The values that indices had: as published, at first, latest, or all with their real-time periods; or the triangle of periods and releases. Print stands beside.",
        [Relationship, SharedOptions.Period, Show, Triangle, SharedOptions.AsOf, Until, SharedOptions.Print],
        async (door, cancellation) => Question(door).Accepted(out var question, out var refusal)
            ? await door.Read(session => Answer(session, question, cancellation), cancellation)
            : refusal,
        VintagesView.Show);

    /// <summary>Behind every door.</summary>
    internal static async Task<Decision<AnsweredVintages>> Answer(IQuerySession session, VintagesQuestion question, CancellationToken cancellation)
    {
        if (!(await VintageReading.Of(session, question.Relationship, question.AsOf, question.Until, cancellation)).Accepted(out var reading, out var refusal))
            return refusal;
        if (!(await PrintReading.Of(session, reading.Settings, question.Period, question.Print, cancellation)).Accepted(out var print, out refusal)
            || !(await ObservationReading.Of(session, question.Show, reading, [.. print.Periods.Select(p => p.PeriodId)], question.Most, cancellation)).Accepted(out var found, out refusal))
            return refusal;
        var observations = found.ToLookup(o => (o.Index.Relationship, o.Index.Dimension, o.Index.Period), o => o.Observation);
        return new AnsweredVintages(
            question.Show, reading.AsOf, reading.Until, print.Until, [.. reading.Releases.Select(AnsweredRelease.Of)],
            [.. from period in print.Periods
                from relationship in reading.Relationships
                from dimension in relationship.Dimensions
                let ofIndex = observations[(relationship.Key, dimension.Key, period.PeriodId)].ToImmutableArray()
                where !ofIndex.IsEmpty
                select new AnsweredSeries(
                    relationship.Key, dimension.Key, period.PeriodId, ofIndex,
                    [.. period.Printed.Where(f => (f.Relationship, f.Dimension) == (relationship.Key, dimension.Key))])]);
    }

    private static Decision<VintagesQuestion> Question(Door door)
    {
        if (door.Get(Triangle) && door.Get(Show) is not (null or ObservationChoice.Triangle))
            return Refusal.Usage("--triangle and --show ask for two things; leave one out.");
        var show = door.Get(Triangle) ? ObservationChoice.Triangle : door.Get(Show) ?? ObservationChoice.All;
        return door.Period().Then(period => new VintagesQuestion(show, door.Get(Relationship), period, door.Get(SharedOptions.AsOf), door.Get(Until), door.Get(SharedOptions.Print)));
    }
}
