using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Host.Store;
using Barometer.Host.Terminal;
using Barometer.Host.Tests.Serving.Admission;
using Barometer.Host.Tests.Store.Private;

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
        using var service = Executable.Start(record.Connection, "serve", "--development", "--port", $"{port}");
        (await service.Error.ReadLineAsync(Cancel)).ShouldNotBeNull().ShouldContain("development mode");
        (await service.Error.ReadLineAsync(Cancel)).ShouldNotBeNull().ShouldContain($"http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        (await client.GetFromJsonAsync<JsonElement>("/health/live", Cancel)).GetProperty("status").GetString().ShouldBe("live");
        (await client.GetFromJsonAsync<JsonElement>("/health/ready", Cancel)).GetProperty("status").GetString().ShouldBe("ready");
        var log = (await client.GetFromJsonAsync<JsonElement>("/v1/barometers/minsk/log", Cancel)).GetProperty("data").EnumerateArray().ToArray();
        log[^1].GetProperty("data").GetProperty("reference").GetString().ShouldBe(reference.ToString());
        var before = log[^2].GetProperty("sequence").GetInt64();
        (await client.GetFromJsonAsync<JsonElement>($"/v1/barometers/minsk/log?after={before}", Cancel)).GetProperty("data").GetArrayLength().ShouldBe(1);
        (await client.GetAsync("/v1/barometers/nowhere/log", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        // As a page of elsewhere would have a browser ask, whose name leads here.
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/v1/barometers/minsk/log") { Headers = { Host = "page.test" } };
        (await client.SendAsync(elsewhere, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync("/health/live", Cancel)).Headers.GetValues("X-Barometer-Mode").ShouldHaveSingleItem().ShouldStartWith("development mode");
        (await client.GetAsync("/v1/barometers/minsk/log?take=0", Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync("/v1/barometers/minsk/log?take=abc", Cancel)).Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");

        using var asked = Process.Start("kill", ["-TERM", $"{service.Id}"]);
        var ended = await service.End();
        ended.ExitCode.ShouldBe(0, ended.Error);
        ended.Out.ShouldBe("");
    }

    [Fact]
    public async Task A_service_whose_database_went_away_says_so_in_a_sentence()
    {
        await using var own = new PrivateServer();
        var connection = await SetUp(await own.Start());
        await using (var record = await EmptyRecord.Open(connection))
            await record.Declared();
        var port = FreePort();
        using var service = Executable.Start(connection, "serve", "--development", "--port", $"{port}");
        (await service.Error.ReadLineAsync(Cancel)).ShouldNotBeNull().ShouldContain("development mode");
        (await service.Error.ReadLineAsync(Cancel)).ShouldNotBeNull().ShouldContain($"http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        (await client.GetAsync("/v1/barometers/minsk/log", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/health/ready", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await own.At(own.Home).Stop(Cancel);

        (await client.GetAsync("/health/ready", Cancel)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await client.GetAsync("/health/live", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var log = await client.GetAsync("/v1/barometers/minsk/log", Cancel);
        log.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await log.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString().ShouldNotBeNull().ShouldStartWith("the database cannot be reached");
        using var asked = Process.Start("kill", ["-TERM", $"{service.Id}"]);
        var ended = await service.End();
        (ended.ExitCode, ended.Out).ShouldBe((0, ""), ended.Error);
        ended.Error.ShouldContain("/v1/barometers/minsk/log answered 503");
    }

    [Fact]
    public async Task Whoever_a_provider_of_identity_vouches_for_is_let_in_and_nobody_else()
    {
        await using var record = await (await server.NewRecord()).Declared();
        (await record.Send<PersonAppointed>(new AppointPerson("subject of vera", "vera", [Role.Auditor], "test"))).Expected();
        await using var provider = await OpenIdProvider.Start();
        var port = FreePort();
        using var service = Executable.Start([("ConnectionStrings__barometer", record.Connection), .. provider.Environment], "serve", "--port", $"{port}");
        (await service.Error.ReadLineAsync(Cancel)).ShouldNotBeNull().ShouldContain($"http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var another = RSA.Create(2048);

        (await Log(provider.Token("subject of vera"))).ShouldBe(HttpStatusCode.OK);
        (await Log(provider.Token("subject of vera", another))).ShouldBe(HttpStatusCode.Unauthorized);
        (await Log(provider.Token("subject of mallory"))).ShouldBe(HttpStatusCode.NotFound);
        (await Log(Tokens.Of("subject of vera"))).ShouldBe(HttpStatusCode.Unauthorized);

        using var asked = Process.Start("kill", ["-TERM", $"{service.Id}"]);
        (await service.End()).ExitCode.ShouldBe(0);

        async Task<HttpStatusCode> Log(string token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/barometers/minsk/log") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
            using var response = await client.SendAsync(request, Cancel);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task While_the_provider_of_identity_is_silent_nobody_is_told_that_a_token_is_wrong()
    {
        await using var record = await (await server.NewRecord()).Declared();
        await using var provider = await OpenIdProvider.Start();
        var port = FreePort();
        using var service = Executable.Start([("ConnectionStrings__barometer", record.Connection), .. provider.Environment], "serve", "--port", $"{port}");
        (await service.Error.ReadLineAsync(Cancel)).ShouldNotBeNull().ShouldContain($"http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/barometers/minsk/log") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", provider.Token("subject of vera")) } };

        await provider.Stop();
        using var told = await client.SendAsync(request, Cancel);

        told.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        told.Headers.RetryAfter.ShouldNotBeNull();
        (await told.Content.ReadAsStringAsync(Cancel)).ShouldContain("The provider of identity cannot be reached");
        using var asked = Process.Start("kill", ["-TERM", $"{service.Id}"]);
        (await service.End()).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    [InlineData("::")]
    public async Task Development_mode_listens_to_no_other_machine(string address)
    {
        await using var record = await server.NewRecord();

        var ended = await Executable.Run(record.Connection, "serve", "--development", "--address", address);

        ended.ExitCode.ShouldBe(ExitCodes.Refused);
        ended.Error.TrimEnd('\n').Split('\n').ShouldHaveSingleItem().ShouldContain($"not on {address}");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_a_sentence()
    {
        await using var record = await server.NewRecord();
        using var taken = new TcpListener(IPAddress.Loopback, port: 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        using var service = Executable.Start(record.Connection, "serve", "--port", $"{port}");

        var ended = await service.End();
        ended.ExitCode.ShouldBe(1);
        ended.Error.TrimEnd('\n').Split('\n').ShouldHaveSingleItem().ShouldContain($"127.0.0.1:{port}");
        (await record.Ask<long>("select count(*) from wolverine.wolverine_nodes")).ShouldBe(0);
    }

    private static async Task<string> SetUp(string owner)
    {
        await Schema.SetUp(owner, Cancel);
        return Schema.AsService(owner);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
