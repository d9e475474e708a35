using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Barometer.Host.Serving.Description;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>The examples of the document, sent to a service one after the other.</summary>
internal static class Story
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Sends one, as the document says that it is sent.</summary>
    public static async Task<(int Status, string? Type, string Body)> Send(this Example example, Operation operation, HttpClient client)
    {
        using var request = new HttpRequestMessage(operation.Method, Address(example, operation));
        if (example.Body is { } body)
            request.Content = JsonContent.Create(Dated(body));
        if (operation.Parameters("header").Any(p => p.GetProperty("name").GetString() == "Idempotency-Key"))
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (example.IfMatch is not null)
            request.Headers.Add("If-Match", example.IfMatch);
        using var response = await client.SendAsync(request, Cancel);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(Cancel));
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
