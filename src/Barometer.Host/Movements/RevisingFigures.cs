using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.Movements;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Host.Periods;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.RateLimiting;
using Wolverine.Http;

namespace Barometer.Host.Movements;

/// <summary>A question about figure revisions.</summary>
/// <param name="Relationship">Of which relationship; null for all.</param>
/// <param name="From">The earlier release; null for the first that each period was in.</param>
/// <param name="To">The later release; null for the latest figures, or for what <paramref name="Nth"/> says.</param>
/// <param name="Nth">In place of both: from the first release that each period was in to the k-th, k being 2 or more.</param>
/// <param name="AsOf">The moment at which it is asked, as people name it; null for now.</param>
/// <param name="Until">The last release to be counted; null for every one made by then.</param>
public sealed record FigureRevisionsQuestion(string? Relationship, string? From, string? To, int? Nth, string? AsOf, string? Until);

/// <summary>The doors of figure revisions.</summary>
public static class RevisingFigures
{
    private const string Latest = "latest";

    private static readonly Argument<string?> Relationship = new("relationship") { Description = "Which, e.g. russia; all if none is named.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> From = new("--from") { Description = "The earlier release, e.g. closing:2019-11/2019-12; by default the first that each period was in." };
    private static readonly Option<string?> To = new("--to") { Description = "The later release, e.g. corrected-2020-03; by default the figures as they stand." };
    private static readonly Option<string?> FirstTo = new("--first-to") { Description = "From the first release that each period was in to the k-th, as 2 or more, or to latest." };

    /// <summary>How much figures change after they went out: from one release to another, or from the first to a later one, over the periods that have both.</summary>
    [WolverineGet("/v1/barometers/{barometer}/figure-revisions", OperationId = "compareVintages"), Needs(Right.Read), EnableRateLimiting(Limits.Reviewing)]
    public static async Task<Answer<AnsweredFigureRevisions>> Get(string? relationship, string? from, string? to, int? nth, string? asOf, string? until, HttpDoor door) =>
        (await door.Read(session => Answer(session, new FigureRevisionsQuestion(relationship, from, to, nth, asOf, until), door.Cancellation)))
        .With(r => ("again", door.Again(("asOf", r.AsOf.ToString()), ("until", r.Until))), _ => ("vintages", door.Beside(door.Link("vintages"), ("from", null), ("to", null), ("nth", null))));

    internal static Command Verb() => Terminal.Verb.Of(
        "revisions",
        "How much figures change after they went out: from one release to another, or from the first to a later one, over the periods that have both.",
        [Relationship, From, To, FirstTo, SharedOptions.AsOf, Observing.Until],
        async (door, cancellation) => Question(door).Accepted(out var question, out var refusal)
            ? await door.Read(session => Answer(session, question, cancellation), cancellation)
            : refusal,
        FigureRevisionsView.Show);

    /// <summary>Behind every door.</summary>
    internal static async Task<Decision<AnsweredFigureRevisions>> Answer(IQuerySession session, FigureRevisionsQuestion question, CancellationToken cancellation)
    {
        if (question.Nth is < 2 || (question.Nth is not null && (question.From ?? question.To) is not null))
            return Refusal.Usage("The k-th release of each period, k being 2 or more, stands in place of releases that are named.");
        if (!(await VintageReading.Of(session, question.Relationship, question.AsOf, question.Until, cancellation)).Accepted(out var reading, out var refusal))
            return refusal;
        if (Misnamed(question, reading.Releases) is { } misnamed)
            return misnamed;
        var (released, latest) = (await reading.Released(session, cancellation), await reading.Latest(session, cancellation));
        return new AnsweredFigureRevisions(
            question.From ?? "first", question.To ?? question.Nth?.ToString(CultureInfo.InvariantCulture) ?? Latest,
            reading.AsOf, reading.Until, [.. reading.Releases.Select(AnsweredRelease.Of)],
            [.. from relationship in reading.Relationships
                from dimension in relationship.Dimensions
                let triangle = Triangle.Of(relationship.Key, dimension.Key, released)
                let revisions = triangle.Rows.Select(row => Revised(question, triangle, row, latest)).OfType<FigureRevision>()
                select AnsweredFigureRevisionsOfIndex.Of(relationship.Key, dimension.Key, FigureRevisions.Of(revisions))]);
    }

    private static Decision<FigureRevisionsQuestion> Question(Door door)
    {
        var nth = 0;
        if (door.Get(FirstTo) is { } said && said != Latest && !int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out nth))
            return Refusal.Usage($"'{said}' is neither a number of 2 or more nor {Latest}.");
        if (door.Get(FirstTo) is not null && (door.Get(From) ?? door.Get(To)) is not null)
            return Refusal.Usage("--first-to stands in place of --from and --to; leave the one or the others out.");
        return new FigureRevisionsQuestion(
            door.Get(Relationship), door.Get(From), door.Get(To), door.Get(FirstTo) is null or Latest ? null : nth, door.Get(SharedOptions.AsOf), door.Get(Observing.Until));
    }

    // Releases that are named are there, the earlier one first.
    private static Refusal? Misnamed(FigureRevisionsQuestion question, ImmutableArray<Release> releases)
    {
        Release? from = null, to = null;
        if (question.From is { } earlier && !releases.Find(earlier).About("from").Accepted(out from, out var refusal))
            return refusal;
        if (question.To is { } later && !releases.Find(later).About("to").Accepted(out to, out refusal))
            return refusal;
        return from is not null && to is not null && from.Sequence >= to.Sequence
            ? Refusal.Usage($"'to' is to come after 'from', and {to.Name} does not come after {from.Name}. Name the earlier release first.")
            : null;
    }

    private static FigureRevision? Revised(FigureRevisionsQuestion question, Triangle triangle, TriangleRow row, Vintage latest) => FigureRevision.Between(
        question.From is { } from ? row.In(from) : row.First,
        question.To is { } to ? row.In(to) : question.Nth is { } nth ? row.Nth(nth) : latest.Figure(triangle.Relationship, triangle.Dimension, row.Period));
}
