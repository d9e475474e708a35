using System.Collections.Frozen;
using System.Globalization;
using Barometer.Host.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace Barometer.Host.Serving;

/// <summary>
/// What went wrong, told to programs and people alike as problem details (RFC 9457). A type is an address of this service that explains
/// it, and never changes; the detail is a sentence that says what to do; nothing of the inside is told.
/// </summary>
internal static class Problems
{
    /// <summary>What every type starts with.</summary>
    public const string Root = "/problems/";

    /// <summary>The member that names the one value that a problem is about.</summary>
    public const string Field = "field";

    private static readonly (int Status, string Type, string Title)[] All =
    [
        (400, "malformed-request", "The request cannot be read"),
        (400, "bad-usage", "The request makes no sense as sent"),
        (400, "idempotency-key-missing", "A command needs an Idempotency-Key"),
        (401, "unauthenticated", "No valid credential was sent"),
        (403, "forbidden", "The credential does not allow this"),
        (404, "not-found", "What was named does not exist"),
        (405, "method-not-allowed", "That cannot be done with this address"),
        (406, "not-acceptable", "It cannot be told in the form asked for"),
        (409, "conflict", "Somebody else was first"),
        (412, "stale-revision", "Another revision was made since"),
        (413, "too-large", "More was sent than is taken at once"),
        (415, "unsupported-media-type", "The body is in no form that is read here"),
        (422, "refused-by-rule", "A rule of the record forbids it"),
        (422, "idempotency-key-reused", "The Idempotency-Key was used for another command"),
        (422, "replay-too-costly", "It would take the processor longer than is computed at once"),
        (422, "answer-too-long", "The answer would be longer than is told at once"),
        (428, "if-match-missing", "A change of a development names its revision in If-Match"),
        (429, "too-many-requests", "More was asked than is answered at once"),
        (500, "fault", "Barometer has a fault"),
        (503, "unavailable", "Barometer cannot answer now"),
    ];

    private static readonly FrozenDictionary<string, (int Status, string Type, string Title)> ByType = All.ToFrozenDictionary(p => p.Type);

    private static readonly string TooLarge = $"A body has at most {Limits.LargestBody / 1024 / 1024} MB, but for files to import; send less at once.";

    public static Refusal KeyMissing { get; } =
        Refusal.Usage($"Send {SaidHeaders.KeyHeader}, a new one for each command: sent again with it, a command acts once.").About(SaidHeaders.KeyHeader).Until(RemedyKind.GiveKey);

    public static Refusal IfMatchMissing { get; } =
        Refusal.Usage("Send If-Match with the revision that you saw, as \"3\" (the ETag of the development), or * to act on the current one whatever it is.").About(HeaderNames.IfMatch).Until(RemedyKind.GiveRevision);

    /// <summary>The types there are, for whoever follows one's address.</summary>
    public static IEnumerable<ProblemDetails> Types => All.Select(p => new ProblemDetails { Type = Root + p.Type, Title = p.Title, Status = p.Status });

    /// <summary>Explains a type to whoever follows its address.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Root + "{type}", (string type) => Types.FirstOrDefault(p => p.Type == Root + type) is { } known
            ? TypedResults.Ok(new ProblemType(known.Type!, known.Title!, known.Status!.Value))
            : Of("not-found", $"There is no problem called '{type}'."))
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

    /// <summary>A refusal as a problem.</summary>
    public static IResult Of(Refusal refusal)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (FieldOf(refusal) is { } field)
            extensions[Field] = field;
        if (refusal.Remedy is { } remedy)
            extensions["remedy"] = remedy;
        if (refusal.Current is { } current)
            extensions["current"] = current;
        return Of(TypeOf(refusal), refusal.Sentence, extensions);
    }

    /// <summary>A problem of a type.</summary>
    public static IResult Of(string type, string detail, IDictionary<string, object?>? extensions = null)
    {
        var (status, _, title) = ByType[type];
        return Results.Problem(detail, instance: null, status, title, Root + type, extensions);
    }

    /// <summary>Gives what the framework tells the same form, and what it tells of the inside another sentence.</summary>
    public static void Complete(ProblemDetailsContext told)
    {
        var problem = told.ProblemDetails;
        var status = problem.Status ?? told.HttpContext.Response.StatusCode;
        if (problem.Type?.StartsWith(Root, StringComparison.Ordinal) != true)
        {
            var (_, type, title) = All.FirstOrDefault(p => p.Status == status, (Status: status, Type: "malformed-request", Title: ReasonPhrases.GetReasonPhrase(status)));
            var field = Misread(problem);
            (problem.Type, problem.Title, problem.Detail) = (Root + type, title, Sentence(problem, status, told.HttpContext));
            problem.Extensions.Clear();
            if (field is not null)
                problem.Extensions[Field] = field;
            problem.Instance = null;
        }

        problem.Extensions.Remove("traceId");
        problem.Extensions["correlation"] = Running.Correlation.Of(told.HttpContext);
    }

    /// <summary>What happened where a handler failed.</summary>
    public static IResult OfFailure(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Of("too-large", TooLarge),
        BadHttpRequestException => Of("malformed-request", "The request cannot be read as HTTP."),
        { } failure when failure.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } =>
            Of("bad-usage", "A text has a character that cannot be kept, such as U+0000; leave it out."),
        { } failure when Unavailable.Is(failure) => Of("unavailable", "the database cannot be reached; whether a command was recorded is not known: send it again with the same Idempotency-Key, and it acts once"),
        _ => Of("fault", "Barometer has a fault; send a command again with the same Idempotency-Key, and it acts once at most."),
    };

    private static string TypeOf(Refusal refusal) => refusal switch
    {
        { Remedy.Kind: RemedyKind.GiveKey, Kind: RefusalKind.Conflict } => "idempotency-key-reused",
        { Remedy.Kind: RemedyKind.GiveKey } => "idempotency-key-missing",
        { Remedy.Kind: RemedyKind.GiveRevision } => "if-match-missing",
        { Remedy.Kind: RemedyKind.ReplayLess } => "replay-too-costly",
        { Remedy.Kind: RemedyKind.ReadLess } => "answer-too-long",
        { Current: not null } => "stale-revision",
        { Kind: RefusalKind.Usage } => "bad-usage",
        { Kind: RefusalKind.NotFound } => "not-found",
        { Kind: RefusalKind.Conflict } => "conflict",
        _ => "refused-by-rule",
    };

    // What is missing is told by what is to be done.
    private static string? FieldOf(Refusal refusal) => refusal.Field ?? refusal.Remedy?.Kind switch
    {
        RemedyKind.GiveReason or RemedyKind.GiveReasonAndKind => "reason",
        RemedyKind.GiveTitle => "title",
        RemedyKind.NamePeriod => "period",
        RemedyKind.GiveKey => SaidHeaders.KeyHeader,
        _ => null,
    };

    private static string? Misread(ProblemDetails problem) =>
        problem.Extensions.TryGetValue("parameter", out var parameter) ? parameter?.ToString()
        : problem.Extensions.ContainsKey("lineNumber") ? Serving.Misread.Field(problem.Detail)
        : null;

    private static string Sentence(ProblemDetails problem, int status, HttpContext context) => status switch
    {
        400 when problem.Extensions.TryGetValue("parameter", out var parameter) => $"The value of '{parameter}' in the query cannot be read.",
        400 when problem.Extensions.TryGetValue("lineNumber", out var line) => $"The body is no JSON of the form that is asked for{Serving.Misread.Place(problem.Detail)}, line {(line is long number ? number + 1 : 1)}.",
        400 => "The body cannot be read.",
        404 => $"There is nothing at {context.Request.Path}.",
        405 => $"{context.Request.Method} cannot be done with {context.Request.Path}.",
        406 => "The answer cannot be told in any form that Accept names; application/json always can.",
        413 => TooLarge,
        415 => "Send the body as application/json.",
        429 => "More was asked than is answered at once; wait as long as Retry-After says.",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };
}

/// <summary>A type of problem.</summary>
/// <param name="Type">Its address, which never changes.</param>
/// <param name="Title">What it says, in a line.</param>
/// <param name="Status">The status that it is answered with.</param>
public sealed record ProblemType(string Type, string Title, int Status);
