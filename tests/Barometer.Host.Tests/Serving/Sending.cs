using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Barometer.Host.Tests.Serving;

/// <summary>How tests send files, and follow what is told as it comes.</summary>
internal static class Sending
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Sends files to be imported.</summary>
    public static async Task<Told> Import(this HttpClient client, string query, string? key, params (string Part, string Name, byte[] Content)[] files)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (part, name, content) in files)
            body.Add(new ByteArrayContent(content), part, name);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/barometers/minsk/imports{query}") { Content = body };
        // What is too large is refused before it is sent.
        request.Headers.ExpectContinue = true;
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request, Cancel);
        return await Told.Of(response);
    }

    /// <summary>A file of these lines.</summary>
    public static (string Part, string Name, byte[] Content) File(string name, params IEnumerable<string> lines) => ("file", name, System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    /// <summary>A file of figures of Russia as they were printed, each as <c>aggregate,+2</c>.</summary>
    public static (string Part, string Name, byte[] Content) Print(string publication, string period, IEnumerable<string> figures) =>
        File("print.csv", ["publication,period,relationship,dimension,figure,printed,place", .. figures.Select(f => $"\"{publication}\",{period},russia,development,{f},headline")]);

    /// <summary>A file out of the samples.</summary>
    public static (string Part, string Name, byte[] Content) Sample(string path) => ("file", Path.GetFileName(path), System.IO.File.ReadAllBytes(path));

    /// <summary>Follows an import to its end, and gives what was told on the way.</summary>
    public static async Task<JsonElement[]> FollowToItsEnd(this HttpClient client, Told sent)
    {
        var told = new List<JsonElement>();
        await foreach (var one in client.Follow(sent.Link("stream"), lastEventId: null))
            told.Add(JsonElement.Parse(one.Data));
        return [.. told];
    }

    /// <summary>Follows a stream, as a browser does.</summary>
    public static async IAsyncEnumerable<SseItem<string>> Follow(this HttpClient client, string path, string? lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/event-stream", await Problem(response));
        await foreach (var one in SseParser.Create(await response.Content.ReadAsStreamAsync(Cancel)).EnumerateAsync(Cancel))
            yield return one;
    }

    private static async Task<string> Problem(HttpResponseMessage response) => response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync(Cancel);
}
