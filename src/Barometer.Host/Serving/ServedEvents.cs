using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Barometer.Host.Serving;

/// <summary>Something told as it comes.</summary>
/// <typeparam name="T">What is told.</typeparam>
/// <param name="Id">From where whoever was cut off goes on; null where that makes no difference.</param>
/// <param name="Event">What kind of thing it is.</param>
/// <param name="Data">The thing itself.</param>
public sealed record Served<T>(string? Id, string Event, T Data);

/// <summary>
/// Server-sent events (the format is HTML's, section 9.2): what there is, then what comes, until nothing more can come, the client leaves, may
/// no longer ask, or the service is stopped. A comment every 15 seconds shows that it lives.
/// </summary>
/// <typeparam name="T">What is told.</typeparam>
public sealed class ServedEvents<T> : IResult, IEndpointMetadataProvider
{
    private const string Form = "text/event-stream";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private readonly Decision<(HttpDoor Door, Func<CancellationToken, Task<ImmutableArray<Served<T>>?>> Next)> _told;

    /// <summary>A stream.</summary>
    /// <param name="door">Whoever is told.</param>
    /// <param name="next">What is new since it was last asked; null where nothing more can come.</param>
    public ServedEvents(HttpDoor door, Func<CancellationToken, Task<ImmutableArray<Served<T>>?>> next) => _told = (door, next);

    /// <summary>A refusal instead.</summary>
    public ServedEvents(Refusal refusal) => _told = refusal;

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!_told.Accepted(out var told, out var refusal))
        {
            await Problems.Of(refusal).ExecuteAsync(httpContext);
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            httpContext.RequestAborted, httpContext.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        var response = httpContext.Response;
        response.ContentType = Form;
        response.Headers.CacheControl = "no-cache, no-store";
        // What is already encoded is compressed by nobody, and so held back by nobody.
        response.Headers.ContentEncoding = "identity";
        httpContext.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        try
        {
            await response.Body.FlushAsync(end.Token);
            await Tell(response, told.Door, told.Next, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Ended, as such a stream ends.
        }
    }

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [Form]));

    private static async Task Tell(HttpResponse response, HttpDoor door, Func<CancellationToken, Task<ImmutableArray<Served<T>>?>> next, CancellationToken end)
    {
        var last = Stopwatch.GetTimestamp();
        while (await door.MayStill(end) && await next(end) is { } news)
        {
            foreach (var one in news)
                Write(response.BodyWriter, one);
            if (news.IsEmpty && Stopwatch.GetElapsedTime(last) >= Heartbeat)
                response.BodyWriter.Write(": heartbeat\n\n"u8);
            if (response.BodyWriter.UnflushedBytes > 0)
            {
                await response.BodyWriter.FlushAsync(end);
                last = Stopwatch.GetTimestamp();
            }

            if (news.IsEmpty)
                await Task.Delay(Pause, end);
        }
    }

    private static void Write(IBufferWriter<byte> to, Served<T> one)
    {
        if (one.Id is not null)
            to.Write(Encoding.UTF8.GetBytes($"id: {one.Id}\n"));
        to.Write(Encoding.UTF8.GetBytes($"event: {one.Event}\ndata: "));
        // JSON as it is written here has no line breaks of its own.
        to.Write(JsonSerializer.SerializeToUtf8Bytes(one.Data, RecordJson.Options));
        to.Write("\n\n"u8);
    }
}
