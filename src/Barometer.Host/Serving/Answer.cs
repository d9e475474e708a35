using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Barometer.Host.Serving;

/// <summary>What is answered, and where to go from there.</summary>
/// <typeparam name="T">What is answered.</typeparam>
/// <param name="Data">The answer.</param>
/// <param name="Links">Addresses of what belongs to it, by name.</param>
public sealed record Resource<T>(T Data, ImmutableSortedDictionary<string, string> Links)
    where T : notnull;

/// <summary>An answer over HTTP, or a refusal, told as a problem. What is read carries an entity tag, and is not sent again to whoever has it.</summary>
/// <typeparam name="T">What is answered.</typeparam>
public sealed class Answer<T>(Decision<T> decision) : IResult, IEndpointMetadataProvider
    where T : notnull
{
    private readonly List<(Func<T, bool> There, Func<T, (string Name, string Address)> Link)> _links = [];
    private Func<T, string?> _tag = _ => null;
    private Func<T, int> _status = _ => StatusCodes.Status200OK;

    /// <summary>The same answer with links.</summary>
    public Answer<T> With(params Func<T, (string Name, string Address)>[] links)
    {
        _links.AddRange(links.Select(link => ((Func<T, bool>)(_ => true), link)));
        return this;
    }

    /// <summary>The same answer with a link that is there only in some answers.</summary>
    public Answer<T> WithWhere(Func<T, bool> there, Func<T, (string Name, string Address)> link)
    {
        _links.Add((there, link));
        return this;
    }

    /// <summary>The same answer with an entity tag of its own, such as a revision.</summary>
    public Answer<T> Tagged(Func<T, string?> tag)
    {
        _tag = tag;
        return this;
    }

    /// <summary>The same answer with another status than 200.</summary>
    public Answer<T> As(Func<T, int> status)
    {
        _status = status;
        return this;
    }

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!decision.Accepted(out var answer, out var refusal))
        {
            await Problems.Of(refusal).ExecuteAsync(httpContext);
            return;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new Resource<T>(answer, Links(answer)), RecordJson.Options);
        // A digest is weak, since the same answer is sent compressed, too. A revision is strong all the same: If-Match takes no weak one.
        var tag = _tag(answer) is { } own ? $"\"{own}\"" : HttpMethods.IsGet(httpContext.Request.Method) ? $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\"" : null;
        if (tag is not null)
            httpContext.Response.Headers.ETag = tag;
        if (tag is not null && IsKnown(httpContext, tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.StatusCode = _status(answer);
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Resource<T>), ["application/json"]));

    // An address that is too long to be followed is none.
    private ImmutableSortedDictionary<string, string> Links(T answer) =>
        _links.Where(l => l.There(answer)).Select(l => l.Link(answer)).Where(l => l.Address.Length < Limits.LongestAddress)
            .ToImmutableSortedDictionary(l => l.Name, l => l.Address, StringComparer.Ordinal);

    private static bool IsKnown(HttpContext context, string tag) =>
        HttpMethods.IsGet(context.Request.Method)
        && EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known)
        && known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
