using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Barometer.Host.Tests.Serving;

public sealed class ServiceTests(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_service_tells_its_health_and_the_log_until_it_is_asked_to_end()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 1);
        var port = FreePort();
        using var service = Executable.Start(record.Connection, "serve", "--port", $"{port}");
        (await service.Error.ReadLineAsync(Cancel)).ShouldNotBeNull().ShouldContain($"http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        (await client.GetFromJsonAsync<JsonElement>("/health/live", Cancel)).GetProperty("status").GetString().ShouldBe("live");
        (await client.GetFromJsonAsync<JsonElement>("/health/ready", Cancel)).GetProperty("status").GetString().ShouldBe("ready");
        var log = (await client.GetFromJsonAsync<JsonElement>("/barometers/minsk/log", Cancel)).EnumerateArray().ToArray();
        log[^1].GetProperty("data").GetProperty("reference").GetString().ShouldBe(reference.ToString());
        var before = log[^2].GetProperty("sequence").GetInt64();
        (await client.GetFromJsonAsync<JsonElement>($"/barometers/minsk/log?after={before}", Cancel)).GetArrayLength().ShouldBe(1);
        (await client.GetAsync("/barometers/nowhere/log", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync("/barometers/minsk/log?take=0", Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        using var asked = Process.Start("kill", ["-TERM", $"{service.Id}"]);
        var ended = await service.End();
        ended.ExitCode.ShouldBe(0, ended.Error);
        ended.Out.ShouldBe("");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
