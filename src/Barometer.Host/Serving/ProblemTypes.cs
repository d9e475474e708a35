using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Barometer.Host.Serving;

/// <summary>What can go wrong. The written form is the last part of a type's address, and never changes; the first of a status stands for it.</summary>
internal enum ProblemKind
{
    MalformedRequest,
    BadUsage,
    IdempotencyKeyMissing,
    Unauthenticated,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    NotAcceptable,
    Conflict,
    StaleRevision,
    TooLarge,
    UnsupportedMediaType,
    RefusedByRule,
    IdempotencyKeyReused,
    ReplayTooCostly,
    AnswerTooLong,
    IfMatchMissing,
    TooManyRequests,
    Fault,
    Unavailable,
}

/// <summary>A type of problem.</summary>
/// <param name="Type">Its address, which never changes.</param>
/// <param name="Title">What it says, in a line.</param>
/// <param name="Status">The status that it is answered with.</param>
public sealed record ProblemType(string Type, string Title, int Status);

/// <summary>The catalogue of what can go wrong: each type is an address of this service that explains it.</summary>
internal static class ProblemTypes
{
    /// <summary>What every type starts with.</summary>
    public const string Root = "/problems/";

    /// <summary>The types there are.</summary>
    public static ImmutableArray<ProblemType> All { get; } = [.. Enum.GetValues<ProblemKind>().Select(Of)];

    /// <summary>The type of a kind of problem.</summary>
    public static ProblemType Of(ProblemKind kind)
    {
        var (status, title) = kind switch
        {
            ProblemKind.MalformedRequest => (400, "The request cannot be read"),
            ProblemKind.BadUsage => (400, "The request makes no sense as sent"),
            ProblemKind.IdempotencyKeyMissing => (400, "A command needs an Idempotency-Key"),
            ProblemKind.Unauthenticated => (401, "No valid credential was sent"),
            ProblemKind.Forbidden => (403, "The credential does not allow this"),
            ProblemKind.NotFound => (404, "What was named does not exist"),
            ProblemKind.MethodNotAllowed => (405, "That cannot be done with this address"),
            ProblemKind.NotAcceptable => (406, "It cannot be told in the form asked for"),
            ProblemKind.Conflict => (409, "Somebody else was first"),
            ProblemKind.StaleRevision => (412, "Another revision was made since"),
            ProblemKind.TooLarge => (413, "More was sent than is taken at once"),
            ProblemKind.UnsupportedMediaType => (415, "The body is in no form that is read here"),
            ProblemKind.RefusedByRule => (422, "A rule of the record forbids it"),
            ProblemKind.IdempotencyKeyReused => (422, "The Idempotency-Key was used for another command"),
            ProblemKind.ReplayTooCostly => (422, "It would take the processor longer than is computed at once"),
            ProblemKind.AnswerTooLong => (422, "The answer would be longer than is told at once"),
            ProblemKind.IfMatchMissing => (428, "A change of a development names its revision in If-Match"),
            ProblemKind.TooManyRequests => (429, "More was asked than is answered at once"),
            ProblemKind.Fault => (500, "Barometer has a fault"),
            ProblemKind.Unavailable => (503, "Barometer cannot answer now"),
            _ => throw new UnreachableException(),
        };
        return new ProblemType(Root + Word.Of(kind), title, status);
    }

    /// <summary>Explains a type to whoever follows its address.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Root + "{type}", (string type) => Word.Read<ProblemKind>(type) is { } kind
            ? TypedResults.Ok(Of(kind))
            : Problems.Of(ProblemKind.NotFound, $"There is no problem called '{type}'."))
        .WithName("explainProblem").WithSummary("Explains a type of problem.").WithTags("Problems").Produces<ProblemType>().AllowAnonymous();

    /// <summary>How an operation can go wrong, whatever it does: statuses, and what each means.</summary>
    /// <param name="writes">True for a command.</param>
    /// <param name="isSentBody">True where a body is sent.</param>
    public static IEnumerable<(string Status, string Title)> Expected(bool writes, bool isSentBody) =>
        from p in All
        where writes || p.Status is not (412 or 428)
        where writes || isSentBody || p.Status is not (409 or 413 or 415)
        group p.Title by p.Status into g
        select (g.Key.ToString(CultureInfo.InvariantCulture), string.Join("; ", g));
}
