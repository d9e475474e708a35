using Barometer.Host.Serving.Running;
using Barometer.Host.Store;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace Barometer.Host.Serving;

/// <summary>What goes wrong before an endpoint is asked, or where one fails: what the framework says of it is told in the form that every problem has.</summary>
internal static class FrameworkProblems
{
    private static readonly string TooLarge = $"A body has at most {Limits.LargestBody / 1024 / 1024} MB, but for files to import; send less at once.";

    /// <summary>Gives what the framework tells the same form, and what it tells of the inside another sentence.</summary>
    public static void Complete(ProblemDetailsContext told)
    {
        var problem = told.ProblemDetails;
        var status = problem.Status ?? told.HttpContext.Response.StatusCode;
        if (problem.Type?.StartsWith(ProblemTypes.Root, StringComparison.Ordinal) != true)
        {
            var type = ProblemTypes.All.FirstOrDefault(p => p.Status == status) ?? ProblemTypes.Of(ProblemKind.MalformedRequest) with { Title = ReasonPhrases.GetReasonPhrase(status) };
            var field = MisreadField(problem);
            (problem.Type, problem.Title, problem.Detail) = (type.Type, type.Title, Sentence(problem, status, told.HttpContext));
            problem.Extensions.Clear();
            if (field is not null)
                problem.Extensions[Problems.Field] = field;
            problem.Instance = null;
        }

        // Whoever knows better has said so.
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            told.HttpContext.Response.Headers.TryAdd(HeaderNames.RetryAfter, "1");
        problem.Extensions.Remove("traceId");
        problem.Extensions["correlation"] = Correlation.Of(told.HttpContext);
    }

    /// <summary>What happened where a handler failed.</summary>
    public static IResult OfFailure(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.Of(ProblemKind.TooLarge, TooLarge),
        BadHttpRequestException => Problems.Of(ProblemKind.MalformedRequest, "The request cannot be read as HTTP."),
        { } failure when failure.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } =>
            Problems.Of(ProblemKind.BadUsage, "A text has a character that cannot be kept, such as U+0000; leave it out."),
        { } failure when Unavailable.Is(failure) =>
            Problems.Of(ProblemKind.Unavailable, "the database cannot be reached; whether a command was recorded is not known: send it again with the same Idempotency-Key, and it acts once"),
        _ => Problems.Of(ProblemKind.Fault, "Barometer has a fault; send a command again with the same Idempotency-Key, and it acts once at most."),
    };

    private static string? MisreadField(ProblemDetails problem) =>
        problem.Extensions.TryGetValue("parameter", out var parameter) ? parameter?.ToString()
        : problem.Extensions.ContainsKey("lineNumber") ? Misread.Field(problem.Detail)
        : null;

    private static string Sentence(ProblemDetails problem, int status, HttpContext context) => status switch
    {
        400 when problem.Extensions.TryGetValue("parameter", out var parameter) => $"The value of '{parameter}' in the query cannot be read.",
        400 when problem.Extensions.TryGetValue("lineNumber", out var line) => $"The body is no JSON of the form that is asked for{Misread.Place(problem.Detail)}, line {(line is long number ? number + 1 : 1)}.",
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
