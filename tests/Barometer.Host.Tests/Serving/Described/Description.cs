using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Domain.Record;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>The OpenAPI document as a client reads it.</summary>
internal sealed class Description
{
    private readonly JsonElement _document;

    private Description(JsonElement document)
    {
        _document = document;
        Form = new JsonForm(document);
        Operations =
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               select new Operation(operation.Value.GetProperty("operationId").GetString()!, HttpMethod.Parse(operation.Name), path.Name, operation.Value),
        ];
    }

    public JsonForm Form { get; }

    public Operation[] Operations { get; }

    public static async Task<Description> Of(HttpClient client) =>
        new(JsonElement.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)));

    public Operation Find(string operation) => Operations.Single(o => o.Id == operation);

    /// <summary>What is wrong with an answer, held against what the document says of the operation.</summary>
    public IEnumerable<string> Mistakes(Operation operation, int status, string? type, string body)
    {
        if (!operation.Json.GetProperty("responses").TryGetProperty($"{status}", out var response))
            return [$"{status} is not in the document"];
        if (!response.TryGetProperty("content", out var content))
            return body.Length == 0 ? [] : [$"{status} has a body, and none in the document"];
        return content.TryGetProperty(type ?? "", out var media)
            ? IsJson(type!) ? Form.Mistakes(media.GetProperty("schema"), JsonElement.Parse(body)) : []
            : [$"{status} is told as '{type}', which is not in the document"];
    }

    /// <summary>True for a form of JSON.</summary>
    public static bool IsJson(string? type) => type?.EndsWith("json", StringComparison.Ordinal) == true;

    /// <summary>What is wrong with a problem, wherever it comes from.</summary>
    public IEnumerable<string> Mistakes(JsonElement problem) => Form.Mistakes(Form.Named("#/components/schemas/Problem"), problem);
}

/// <summary>An operation of the document.</summary>
internal sealed record Operation(string Id, HttpMethod Method, string Path, JsonElement Json)
{
    public Right? Right => Json.TryGetProperty("x-right", out var right) ? Word.Read<Right>(right.GetString()!) : null;

    public bool IsForAnybody => !Json.TryGetProperty("security", out _);

    /// <summary>Its parameters in a place: path, query, header.</summary>
    public JsonElement[] Parameters(string place) =>
        Json.TryGetProperty("parameters", out var all) ? [.. all.EnumerateArray().Where(p => p.GetProperty("in").GetString() == place)] : [];

    /// <summary>What it says of its body; null where it takes none.</summary>
    public JsonElement? Body => Json.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var media) ? media : null;

    /// <summary>True where it takes files.</summary>
    public bool TakesFiles => Json.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("multipart/form-data", out _);

    public override string ToString() => $"{Method} {Path}";
}
