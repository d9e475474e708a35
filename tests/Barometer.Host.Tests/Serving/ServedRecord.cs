using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Domain.Record;
using Barometer.Host.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Barometer.Host.Tests.Serving;

/// <summary>A record of a test's own, and the real service before it, on a port of its own.</summary>
internal sealed class ServedRecord : IAsyncDisposable
{
    private readonly WebApplication _service;
    private readonly bool _first;
    private Task? _stopped;

    private ServedRecord(EmptyRecord record, WebApplication service, bool first)
    {
        (Record, _service, _first) = (record, service, first);
        Part<ILoggerFactory>().AddProvider(Failures);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The record itself, and the way past HTTP.</summary>
    public EmptyRecord Record { get; }

    public Uri Address => new(_service.Urls.Single());

    /// <summary>What it said of its failures so far.</summary>
    public Failures Failures { get; } = new();

    /// <summary>A part of the service.</summary>
    public T Part<T>()
        where T : notnull => _service.Services.GetRequiredService<T>();

    /// <summary>Everything that the service answers to, whether or not it is described.</summary>
    public IEnumerable<(HttpMethod Method, string Path)> Routes =>
        from endpoint in ((IEndpointRouteBuilder)_service).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        select (HttpMethod.Parse(method), $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}");

    /// <summary>The Minsk Barometer with the period of issue 12 open, served.</summary>
    public static async Task<ServedRecord> Open(Server server) => await Serve(await (await server.NewRecord()).Declared());

    /// <summary>A record of nothing, served.</summary>
    public static async Task<ServedRecord> OpenEmpty(Server server) => await Serve(await server.NewRecord());

    private static async Task<ServedRecord> Serve(EmptyRecord record) => new(record, await Start(record), first: true);

    /// <summary>Another instance of the service, before the same record.</summary>
    public async Task<ServedRecord> Beside() => new(Record, await Start(Record), first: false);

    /// <summary>Stops the service, as it is stopped when it is asked to end.</summary>
    public Task Stop() => _stopped ??= _service.StopAsync();

    /// <summary>A client without a credential.</summary>
    public HttpClient Nobody() => new(new SocketsHttpHandler
    {
        // Headers may be odd on purpose, and a large body waits until it is asked for.
        RequestHeaderEncodingSelector = (name, _) => name == "Accept" ? Encoding.Latin1 : Encoding.UTF8,
        Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
    })
    {
        BaseAddress = Address,
    };

    /// <summary>A client of a person who is appointed to roles, of a barometer or everywhere.</summary>
    public Task<HttpClient> Person(string name, Role role, string barometer = "minsk") => Person(name, [role], barometer);

    /// <summary>The same, of somebody who is several things.</summary>
    public async Task<HttpClient> Person(string name, Role[] roles, string barometer = "minsk")
    {
        (await Record.Send<PersonAppointed>(new AppointPerson($"subject of {name}", name, [.. roles], "test"), barometer)).Expected();
        // Appointed past the service, which remembers for a second who there is.
        Part<LatelyRead>().Forget(barometer);
        return WithToken(Tokens.Of($"subject of {name}"));
    }

    /// <summary>A client with a token.</summary>
    public HttpClient WithToken(string token)
    {
        var client = Nobody();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client with a key.</summary>
    public HttpClient WithKey(string key)
    {
        var client = Nobody();
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await _service.DisposeAsync();
        if (_first)
            await Record.DisposeAsync();
    }

    private static async Task<WebApplication> Start(EmptyRecord record)
    {
        var service = Service.Build(new ServiceSettings(record.Connection, new IPEndPoint(IPAddress.Loopback, port: 0)));
        await service.StartAsync(Cancel);
        return service;
    }
}

/// <summary>How tests ask over HTTP.</summary>
internal static class Asking
{
    private const string Root = "/v1/barometers/";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Sends a command; with a key of its own, where none is said.</summary>
    public static Task<Told> Command(this HttpClient client, string path, object body, int? revision = null, string? key = null, bool dryRun = false, string barometer = "minsk") =>
        client.Command(path, body, revision is null ? null : $"\"{revision}\"", key, dryRun, barometer);

    /// <summary>The same on a revision as it is written, such as any.</summary>
    public static async Task<Told> Command(this HttpClient client, string path, object body, string? ifMatch, string? key = null, bool dryRun = false, string barometer = "minsk")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}{barometer}/{path}{(dryRun ? "?dryRun=true" : "")}");
        request.Content = JsonContent.Create(body, body.GetType(), options: RecordJson.Options);
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        if (ifMatch is not null)
            request.Headers.Add("If-Match", ifMatch);
        using var response = await client.SendAsync(request, Cancel);
        return await Told.Of(response);
    }

    /// <summary>Reads.</summary>
    public static async Task<Told> Read(this HttpClient client, string path, string barometer = "minsk")
    {
        using var response = await client.GetAsync($"{Root}{barometer}/{path}", Cancel);
        return await Told.Of(response);
    }

    /// <summary>Reads an address that an answer linked to.</summary>
    public static async Task<Told> Follow(this HttpClient client, string link)
    {
        using var response = await client.GetAsync(link, Cancel);
        return await Told.Of(response);
    }
}

/// <summary>What was told over HTTP.</summary>
internal sealed record Told(HttpStatusCode Status, string? Tag, string? Type, JsonElement Body)
{
    public JsonElement Data => Body.GetProperty("data");

    public string Link(string name) => Body.GetProperty("links").GetProperty(name).GetString()!;

    /// <summary>The last word of a problem's type.</summary>
    public string Problem => Body.GetProperty("type").GetString()!["/problems/".Length..];

    /// <summary>The value that a problem is about; null where none is named.</summary>
    public string? Field => Body.TryGetProperty("field", out var named) ? named.GetString() : null;

    public string Detail => Body.GetProperty("detail").GetString()!;

    public static async Task<Told> Of(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Told(response.StatusCode, response.Headers.ETag?.Tag, response.Content.Headers.ContentType?.MediaType, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    /// <summary>The same, where nothing but success is right.</summary>
    public Told Expected() => (int)Status is >= 200 and < 300 ? this : throw new InvalidOperationException($"{(int)Status}: {Body}");
}
