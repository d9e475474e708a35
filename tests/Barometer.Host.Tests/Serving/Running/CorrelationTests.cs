using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Barometer.Domain.People;

namespace Barometer.Host.Tests.Serving.Running;

public sealed class CorrelationTests(Server server)
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_trace_that_a_request_was_sent_in_is_in_its_answer_and_in_its_events()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);

        using var response = await Score(anna, $"00-{Trace}-b7ad6b7169203331-01");

        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Cancel));
        response.Headers.GetValues("X-Correlation-Id").ShouldBe([Trace]);
        (await Recorded(served)).ShouldBe(Trace);
    }

    [Fact]
    public async Task A_request_in_no_trace_has_one_of_its_own()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);

        using var response = await Score(anna, traceparent: null);

        var correlation = response.Headers.GetValues("X-Correlation-Id").ShouldHaveSingleItem();
        correlation.ShouldMatch("^[0-9a-f]{32}$");
        (await Recorded(served)).ShouldBe(correlation);
    }

    [Fact]
    public async Task A_problem_tells_the_same_as_its_answer()
    {
        await using var served = await ServedRecord.Open(server);
        using var nobody = served.Nobody();
        using var anna = await served.Person("anna", Role.Editor);

        foreach (var (client, path) in ((HttpClient, string)[])[(nobody, "/v1/barometers/minsk/log"), (nobody, "/nowhere"), (anna, "/v1/barometers/minsk/developments/RU-12-999")])
        {
            using var response = await client.GetAsync(path, Cancel);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);
            problem.GetProperty("correlation").GetString().ShouldBe(response.Headers.GetValues("X-Correlation-Id").Single(), path);
        }
    }

    private static async Task<HttpResponseMessage> Score(HttpClient client, string? traceparent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/barometers/minsk/developments/scored");
        request.Content = JsonContent.Create(new { relationship = "russia", date = "2019-12-05", title = "A talk", points = new { development = new { positive = 2, negative = 0 } } });
        request.Headers.Add("Idempotency-Key", "key");
        if (traceparent is not null)
            request.Headers.Add("traceparent", traceparent);
        return await client.SendAsync(request, Cancel);
    }

    private static Task<string> Recorded(ServedRecord served) => served.Record.Ask<string>("select correlation_id from barometer.mt_events where headers ->> 'idempotency-key' = 'key'");
}
