using Microsoft.AspNetCore.Http;
using Wolverine.Http;

namespace Barometer.Host.Serving;

/// <summary>
/// What is said in a query. A name that an endpoint does not know would change nothing of its answer, though whoever said it meant something:
/// it is refused, as it is in a body.
/// </summary>
internal static class SaidQuery
{
    /// <summary>The name by which a command is only asked.</summary>
    public const string DryRun = "dryRun";

    // As much of it as whoever said it recognises.
    private const int Shown = 60;

    /// <summary>Keeps from an endpoint a query that it would not understand.</summary>
    public static Task Understood(HttpContext context, RequestDelegate next) =>
        context.Request.Query is { Count: > 0 } said && context.GetEndpoint()?.Metadata.GetMetadata<HttpChain>() is { } chain && Misunderstood(said, chain, IsCommand(context)) is { } refusal
            ? Problems.Of(refusal).ExecuteAsync(context)
            : next(context);

    private static bool IsCommand(HttpContext context) =>
        !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && context.GetEndpoint()!.Metadata.GetMetadata<AsksAttribute>() is null;

    private static Refusal? Misunderstood(IQueryCollection said, HttpChain chain, bool isCommand)
    {
        string[] known = isCommand ? [.. Known(chain), DryRun] : [.. Known(chain)];
        if (said.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            return Refusal.Usage($"'{Cut(unknown)}' means nothing in the query here; {(known is [] ? "leave it out" : $"what can be said is {string.Join(", ", known)}")}. Nothing was done.").About(Cut(unknown));
        if (said.FirstOrDefault(s => s.Value.Any(v => v!.Contains('\0'))) is { Key: { } nul })
            return Refusal.Usage($"'{nul}' has a character that no text of the record has, U+0000; leave it out. Nothing was done.").About(nul);
        // What was meant as a dry run must not be done for real.
        return said.TryGetValue(DryRun, out var dry) && dry is not ["true" or "false"]
            ? Refusal.Usage($"{DryRun} is true or false, said once; nothing was done.").About(DryRun)
            : null;
    }

    // What is neither in the path nor the body, nor the service's own.
    private static IEnumerable<string> Known(HttpChain chain) =>
        from parameter in chain.Method.Method.GetParameters()
        where (parameter.ParameterType == typeof(string) || parameter.ParameterType.IsValueType) && chain.RoutePattern!.GetParameter(parameter.Name!) is null
        select parameter.Name;

    private static string Cut(string name) => name.Length > Shown ? $"{name[..Shown]}…" : name;
}
