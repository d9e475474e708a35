using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Barometer.Benchmarks.Measuring;
using Barometer.Domain.People;
using Barometer.Host.Record;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Barometer.Host.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Barometer.Benchmarks.Serving;

/// <summary>A record served over HTTP on a port of its own, and clients with a key each.</summary>
internal sealed class ServedRecord : IAsyncDisposable
{
    private readonly WebApplication _service;
    private readonly TemporaryRecord _record;

    private ServedRecord(WebApplication service, TemporaryRecord record) => (_service, _record) = (service, record);

    public static async Task<ServedRecord> Start(TemporaryRecord record, CancellationToken cancellation)
    {
        var service = Service.Build(new ServiceSettings(Schema.AsService(record.Connection), new IPEndPoint(IPAddress.Loopback, port: 0)));
        await service.StartAsync(cancellation);
        return new ServedRecord(service, record);
    }

    /// <summary>A client that may read and score, with a connection and a key of its own.</summary>
    public async Task<HttpClient> Client(Publisher publisher, string name, CancellationToken cancellation)
    {
        var (secret, hash) = ApiKeys.NewSecret();
        await publisher.Send<KeyIssued>(new IssueKey(name, Role.Editor, DateTimeOffset.UtcNow.AddDays(1), "bench") { Hash = hash }, cancellation);
        // What a client does takes the processors from the service.
        var plain = new SocketsHttpHandler { MaxConnectionsPerServer = 1, UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null };
        var client = new HttpClient(plain) { BaseAddress = new Uri($"{_service.Urls.Single()}/v1/barometers/{publisher.Barometer}/") };
        client.DefaultRequestHeaders.Add(ApiKeys.Header, ApiKeys.Written(publisher.Barometer, name, secret));
        return client;
    }

    /// <summary>Waits until nothing follows behind the record any more.</summary>
    public async Task CaughtUp(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = new Uri(_service.Urls.Single()) };
        while ((await client.Read("/health/ready", cancellation)).GetProperty("lag").GetDecimal() > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
    }

    /// <summary>Has every command go through alone from now on, or in company, as usual.</summary>
    public void GoAlone(bool alone) => _service.Services.GetRequiredService<Gathering>().Alone = alone;

    /// <summary>The database behind it.</summary>
    public TemporaryRecord Record => _record;

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync();
        await _service.DisposeAsync();
    }
}

/// <summary>How the measurements ask.</summary>
internal static class Asking
{
    /// <summary>Adds a note to a development, whatever its revision is.</summary>
    public static async Task Note(this HttpClient client, string reference, string text, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"developments/{reference}/notes") { Content = JsonContent.Create(new { text }) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Headers.Add("If-Match", "*");
        using var response = await client.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{reference}: {await response.Content.ReadAsStringAsync(cancellation)}");
    }

    /// <summary>Reads; anything but an answer ends the measurement.</summary>
    public static async Task<JsonElement> Read(this HttpClient client, string path, CancellationToken cancellation)
    {
        using var response = await client.GetAsync(path, cancellation);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        return response.IsSuccessStatusCode ? JsonElement.Parse(body) : throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {JsonElement.Parse(body)}");
    }
}
