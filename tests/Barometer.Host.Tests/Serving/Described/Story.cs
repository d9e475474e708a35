using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Barometer.Host.Serving.Description;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>How much is read of what is told as it comes.</summary>
internal enum OfStream
{
    /// <summary>That it begins.</summary>
    Nothing,

    /// <summary>The first event.</summary>
    FirstEvent,

    /// <summary>All, until it ends.</summary>
    Everything,
}

/// <summary>The examples of the document, sent to a service one after the other.</summary>
internal static class Story
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Sends the whole story to a service without a record.</summary>
    /// <param name="description">What the service says of itself.</param>
    /// <param name="team">Who sends it.</param>
    /// <param name="before">What is done before each.</param>
    public static async IAsyncEnumerable<(Example Example, Operation Operation, int Status, string? Type, string Body)> Play(Description description, Team team, Func<Example, Operation, Task>? before = null)
    {
        var replay = default(string);
        foreach (var written in Example.Story)
        {
            // What a replay is called, its answer tells.
            var example = written.Path?["replay"] is null ? written : written with { Path = new JsonObject { ["replay"] = replay } };
            var operation = description.Find(example.Operation);
            if (before is not null)
                await before(example, operation);
            var (status, type, body) = await example.Send(operation, await team.Of(operation));
            if (example.Operation == "replay")
                replay = JsonNode.Parse(body)!["data"]?[0]?["replay"]?.ToString();
            yield return (example, operation, status, type, body);
        }
    }

    /// <summary>Asks what would come of an example.</summary>
    public static Task<(int Status, string? Type, string Body)> DryRun(this Example example, Operation operation, HttpClient client)
    {
        var query = example.Query?.DeepClone().AsObject() ?? [];
        query["dryRun"] = "true";
        return (example with { Query = query }).Send(operation, client);
    }

    private static async Task<(int Status, string? Type, string Body)> Send(this Example example, Operation operation, HttpClient client)
    {
        using var request = new HttpRequestMessage(operation.Method, Address(example, operation));
        if (example.Body is { } body)
            request.Content = JsonContent.Create(Dated(body));
        if (example.Files is { } files)
            request.Content = Multipart(files);
        if (operation.Parameters("header").Any(p => p.GetProperty("name").GetString() == "Idempotency-Key"))
            request.Headers.Add("Idempotency-Key", example.Key ?? Guid.NewGuid().ToString());
        if (example.IfMatch is not null)
            request.Headers.Add("If-Match", example.IfMatch);
        // What follows in the story needs what was imported.
        return await client.Answered(request, Stream(example));
    }

    /// <summary>Sends a request; of what is told without end, the beginning is an answer, too.</summary>
    public static async Task<(int Status, string? Type, string Body)> Answered(this HttpClient client, HttpRequestMessage request, OfStream read = OfStream.Nothing)
    {
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        var type = response.Content.Headers.ContentType?.MediaType;
        return ((int)response.StatusCode, type, type != "text/event-stream" || read == OfStream.Everything ? await response.Content.Text() : read == OfStream.FirstEvent ? await FirstEvent(response) : "");
    }

    private static OfStream Stream(Example example) => example.Operation switch
    {
        "followImport" => OfStream.Everything,
        "followLog" => OfStream.FirstEvent,
        _ => OfStream.Nothing,
    };

    private static async Task<string> FirstEvent(HttpResponseMessage response)
    {
        using var told = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        var lines = new List<string>();
        while (await told.ReadLineAsync(Cancel) is { Length: > 0 } line)
            lines.Add(line);
        return $"{string.Join('\n', lines)}\n\n";
    }

    /// <summary>A body, as it was before it was compressed.</summary>
    public static async Task<string> Text(this HttpContent content)
    {
        var body = await content.ReadAsStreamAsync(Cancel);
        using var text = new StreamReader(content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            null or "identity" => body,
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            var other => throw new InvalidOperationException($"Nobody can read {other}."),
        });
        return await text.ReadToEndAsync(Cancel);
    }

    private static MultipartFormDataContent Multipart(JsonObject files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, text) in files)
            content.Add(new StringContent(text!.ToString()), "file", name);
        return content;
    }

    private static string Address(Example example, Operation operation)
    {
        var path = string.Join('/', operation.Path.Split('/').Select(part => part.StartsWith('{') ? Uri.EscapeDataString(example.Said(part.Trim('{', '}'))!.ToString()) : part));
        var query = string.Join('&', (example.Query ?? []).Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value!.ToString())}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    // A key lives at most a year from now, whenever now is.
    private static JsonNode Dated(JsonNode body)
    {
        if (body["expires"] is null)
            return body;
        var dated = body.DeepClone();
        dated["expires"] = JsonSerializer.SerializeToNode(DateTimeOffset.UtcNow.AddDays(30));
        return dated;
    }
}
