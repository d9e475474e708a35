using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Barometer.Host.Tests.Serving.Running;

public sealed class TelemetryTests(Server server)
{
    private static readonly byte[] Trace = Convert.FromHexString("0af7651916cd43dd8448eb211c80319c");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_metrics_and_logs_go_to_the_collector_that_the_environment_names_and_carry_no_credential()
    {
        await using var collector = await Collector.Start();
        await using var record = await (await server.NewRecord()).Declared();
        using (var instance = await Instance.Start(record.Connection, "instance", ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        {
            instance.Client.DefaultRequestHeaders.Add("traceparent", $"00-{Convert.ToHexStringLower(Trace)}-b7ad6b7169203331-01");
            (await instance.Client.Command("developments/scored", new { relationship = "russia", date = "2019-12-05", title = "A talk", points = new { development = new { positive = 2, negative = 0 } } }, key: "key-of-the-command")).Expected();
            using var refused = new HttpRequestMessage(HttpMethod.Get, "/v1/barometers/minsk/log?secret-in-the-query=1");
            refused.Headers.Add("X-Api-Key", "secret-of-the-key");
            (await instance.Client.SendAsync(refused, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            instance.Terminate();
            (await instance.End()).ExitCode.ShouldBe(0);
            instance.Log.ShouldContain(line => line.ToString().Contains("/developments/scored answered 201", StringComparison.Ordinal) && line.ToString().Contains(Convert.ToHexStringLower(Trace), StringComparison.Ordinal));
            instance.Log.ShouldNotContain(line => line.ToString().Contains("secret", StringComparison.Ordinal) || line.ToString().Contains("key-of-the-command", StringComparison.Ordinal));
        }

        var traces = collector.Sent("/v1/traces");
        traces.ShouldContain(sent => Contains(sent, Trace));
        foreach (var from in (string[])["Microsoft.AspNetCore", "Wolverine", "Npgsql"])
            traces.ShouldContain(sent => Contains(sent, from), from);
        collector.Sent("/v1/metrics").ShouldContain(sent => Contains(sent, "http.server.request.duration"));
        collector.Sent("/v1/logs").ShouldContain(sent => Contains(sent, "answered"));
        collector.Everything.ShouldNotContain(sent => Contains(sent, "secret-of-the-key") || Contains(sent, "A talk"));
    }

    private static bool Contains(byte[] sent, string text) => Contains(sent, Encoding.UTF8.GetBytes(text));

    private static bool Contains(byte[] sent, byte[] part) => sent.AsSpan().IndexOf(part) >= 0;

    /// <summary>Takes whatever is sent to it.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentBag<(string Path, byte[] Body)> _sent = [];

        public string Address => app.Urls.Single();

        public IEnumerable<byte[]> Everything => _sent.Select(s => s.Body);

        public static async Task<Collector> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
            var collector = new Collector(builder.Build());
            await collector.Begin();
            return collector;
        }

        public IReadOnlyCollection<byte[]> Sent(string path) => [.. _sent.Where(s => s.Path == path).Select(s => s.Body)];

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private Task Begin()
        {
            app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, Cancel);
                _sent.Add((context.Request.Path, body.ToArray()));
            });
            return app.StartAsync(Cancel);
        }
    }
}
