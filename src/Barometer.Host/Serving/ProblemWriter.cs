using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Barometer.Host.Serving;

/// <summary>Writes a problem as problem details, whatever Accept names: better in another form than not at all (RFC 9110, 12.5.1).</summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    /// <inheritdoc />
    public bool CanWrite(ProblemDetailsContext context) => true;

    /// <inheritdoc />
    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        FrameworkProblems.Complete(context);
        await context.HttpContext.Response.WriteAsJsonAsync<ProblemDetails>(
            context.ProblemDetails, options: null, contentType: "application/problem+json", context.HttpContext.RequestAborted);
    }
}
