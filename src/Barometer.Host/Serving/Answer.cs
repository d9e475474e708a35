using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Barometer.Host.Serving;

/// <summary>What is answered, and where to go from there.</summary>
/// <typeparam name="T">What is answered.</typeparam>
/// <param name="Data">The answer.</param>
/// <param name="Links">Addresses of what belongs to it, by name.</param>
public sealed record Resource<T>(T Data, ImmutableSortedDictionary<string, string> Links)
    where T : notnull;

/// <summary>
/// An answer over HTTP, or a refusal, told as a problem. What is read carries an entity tag, and is not sent again to whoever has it. Its status
/// follows from the marks of its endpoint; a dry run, which does nothing, is answered with 200 everywhere.
/// </summary>
/// <typeparam name="T">What is answered.</typeparam>
public sealed class Answer<T>(Decision<T> decision) : IResult, IEndpointMetadataProvider
    where T : notnull
{
    private readonly List<Func<T, IEnumerable<(string Name, string Address)>>> _links = [];
    private Func<T, string?> _location = _ => null;
    private Func<T, string?> _tag = _ => null;
    private Func<T, bool> _pending = _ => false;

    /// <summary>The same answer with links.</summary>
    public Answer<T> With(params Func<T, (string Name, string Address)>[] links)
    {
        foreach (var link in links)
            _links.Add(answer => [link(answer)]);
        return this;
    }

    /// <summary>The same answer with a link that is there only in some answers.</summary>
    public Answer<T> WithWhere(Func<T, bool> there, Func<T, (string Name, string Address)> link)
    {
        _links.Add(answer => there(answer) ? [link(answer)] : []);
        return this;
    }

    /// <summary>The same answer with however many links it gives, such as one for each of what it lists.</summary>
    public Answer<T> WithEach(Func<T, IEnumerable<(string Name, string Address)>> links)
    {
        _links.Add(links);
        return this;
    }

    /// <summary>The same answer, with where that is found which is new, or waits.</summary>
    public Answer<T> LocatedAt(Func<T, string?> address)
    {
        _location = address;
        return this;
    }

    /// <summary>The same answer with an entity tag of its own, such as a revision.</summary>
    public Answer<T> Tagged(Func<T, string?> tag)
    {
        _tag = tag;
        return this;
    }

    /// <summary>The same answer, told with 202 where what was sent is still to be done.</summary>
    public Answer<T> PendingWhere(Func<T, bool> pending)
    {
        _pending = pending;
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
        var tag = _tag(answer) is { } own ? EntityTags.Named(own) : HttpMethods.IsGet(httpContext.Request.Method) ? EntityTags.DigestOf(body) : null;
        if (tag is not null && EntityTags.IsKnown(httpContext, tag))
            return;
        httpContext.Response.StatusCode = Status(httpContext, answer);
        if (httpContext.Response.StatusCode is StatusCodes.Status201Created or StatusCodes.Status202Accepted && _location(answer) is { } address)
            httpContext.Response.Headers.Location = address;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Resource<T>), ["application/json"]));

    // An address that is too long to be followed is none.
    private ImmutableSortedDictionary<string, string> Links(T answer) =>
        _links.SelectMany(links => links(answer)).Where(l => l.Address.Length <= Limits.LongestLink)
            .Aggregate(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), (all, l) => all.SetItem(l.Name, l.Address));

    private int Status(HttpContext context, T answer) =>
        HttpDoor.Of(context).DryRun ? StatusCodes.Status200OK
        : _pending(answer) ? StatusCodes.Status202Accepted
        : context.GetEndpoint()?.Metadata.GetMetadata<CreatesAttribute>() is not null ? StatusCodes.Status201Created
        : StatusCodes.Status200OK;
}
