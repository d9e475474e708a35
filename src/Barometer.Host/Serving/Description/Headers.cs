using System.Collections.Frozen;
using Barometer.Host.Serving.Running;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Barometer.Host.Serving.Description;

/// <summary>What the document says of headers: those that go with every answer of a kind, and those that a reader may send.</summary>
internal static class Headers
{
    private static readonly FrozenDictionary<string, string> Answered = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Correlation.Header] = "What the request is known by: in the log of the service, in problems, and with the events that it recorded.",
        [HeaderNames.ETag] = "Of one development its revision, which a change names in If-Match; otherwise what stands for the answer, for If-None-Match.",
        [HeaderNames.Location] = "Where it is found: at an address of its own, or in a list.",
        [HeaderNames.RetryAfter] = "In how many seconds to come again.",
        [HeaderNames.Link] = "Where the columns are described, and what to cite (rel=describedby).",
        [HeaderNames.ContentDisposition] = "The name of the file.",
    }.ToFrozenDictionary();

    /// <summary>Adds them to the parts of the document that answers refer to.</summary>
    public static void AddTo(OpenApiDocument document) => document.Components!.Headers = Answered.OrderBy(h => h.Key, StringComparer.Ordinal).ToDictionary(
        h => h.Key,
        h => (IOpenApiHeader)new OpenApiHeader { Description = h.Value, Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
        StringComparer.Ordinal);

    /// <summary>Tells of every answer of an operation which headers it carries.</summary>
    /// <param name="operation">Whose answers all are told already.</param>
    /// <param name="document">The whole.</param>
    /// <param name="reads">True where nothing but what there is is told.</param>
    /// <param name="tellsRevision">True where a development gets another revision, which is the tag of the answer.</param>
    public static void Describe(OpenApiOperation operation, OpenApiDocument document, bool reads, bool tellsRevision)
    {
        var isTable = operation.Responses!["200"].Content?.ContainsKey("text/csv") == true;
        foreach (var (status, response) in operation.Responses)
        {
            if (response is OpenApiResponse told)
                told.Headers = Of(status, reads || tellsRevision, isTable).ToDictionary(name => name, name => (IOpenApiHeader)new OpenApiHeaderReference(name, document), StringComparer.Ordinal);
        }

        if (!reads)
            return;
        operation.Parameters ??= [];
        operation.Parameters.Add(Text(HeaderNames.IfNoneMatch, "The ETag of an answer that one has: where it would be the same, 304 is answered without it."));
    }

    /// <summary>Tells of a stream that whoever was cut off can go on.</summary>
    public static void GoingOn(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(Text(SaidHeaders.LastEventIdHeader, "The id of the last event that was seen: the stream goes on behind it."));
    }

    private static IEnumerable<string> Of(string status, bool isTagged, bool isTable) =>
    [
        Correlation.Header,
        .. status is "200" or "201" or "304" && isTagged ? [HeaderNames.ETag] : Array.Empty<string>(),
        .. status is "200" && isTable ? [HeaderNames.Link, HeaderNames.ContentDisposition] : Array.Empty<string>(),
        .. status is "201" or "202" ? [HeaderNames.Location] : Array.Empty<string>(),
        .. status is "429" or "503" ? [HeaderNames.RetryAfter] : Array.Empty<string>(),
    ];

    private static OpenApiParameter Text(string name, string said) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = said,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
