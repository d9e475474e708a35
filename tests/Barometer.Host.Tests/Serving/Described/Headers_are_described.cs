using System.Net.Http.Json;
using Barometer.Domain.People;
using Barometer.Domain.Record;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>What the document says of the headers of answers is what they carry.</summary>
public sealed class Headers_are_described(Server server)
{
    private static readonly string[] Told = ["X-Correlation-Id", "ETag", "Location", "Retry-After", "Link", "Content-Disposition"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_carries_what_the_document_says_and_no_more_of_it()
    {
        await using var served = await ServedRecord.Open(server);
        using var nobody = served.Nobody();
        using var anna = await served.Person("anna", [Role.Editor, Role.ChiefEditor, Role.Administrator]);
        var description = await Description.Of(nobody);
        var scoring = new { relationship = "russia", date = "2019-12-05", title = "A talk", points = new { development = new { positive = 1, negative = 0 } } };
        var amending = new { points = new { development = new { positive = 2, negative = 0 } }, reason = "misread", reasonKind = "error" };

        await Carries("scoreDevelopment", 201, Post("developments/scored", scoring));
        await Carries("scoreDevelopment", 200, Post("developments/scored?dryRun=true", scoring));
        await Carries("issueKey", 201, Post("keys", new { name = "news", role = "reader", expires = DateTimeOffset.UtcNow.AddDays(1) }));
        await Carries("openPeriod", 201, Post("periods", new { period = "2020-01/2020-02" }));
        await Carries("amendDevelopment", 400, Post("developments/RU-12-001/amendments", new { points = "many" }, ifMatch: "\"1\""));
        await Carries("closePeriod", 200, Post("periods/2019-11--2019-12/closing", new { }));
        await Carries("amendDevelopment", 202, Post("developments/RU-12-001/amendments", amending, ifMatch: "\"1\""));
        await Carries("releaseFigures", 201, Post("releases", new { name = "corrected", reason = "misread" }));
        await Carries("readDevelopment", 200, Get("developments/RU-12-001"));
        await Carries("readDevelopment", 304, Get("developments/RU-12-001", ifNoneMatch: "\"1\""));
        await Carries("readIndices", 200, Get("indices"));
        await Carries("readIndices", 404, Get("indices?period=2018-01/2018-02"));
        await Carries("exportTable", 200, Get("exports/movements?format=csv"));

        async Task Carries(string operation, int status, HttpRequestMessage request)
        {
            using (request)
            {
                using var response = await anna.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
                ((int)response.StatusCode).ShouldBe(status, await response.Content.ReadAsStringAsync(Cancel));
                var carried = response.Headers.Concat(response.Content.Headers).Select(h => h.Key).Where(Told.Contains);
                var said = description.Find(operation).Json.GetProperty("responses").GetProperty($"{status}").GetProperty("headers").EnumerateObject().Select(h => h.Name);
                carried.ShouldBe(said, ignoreOrder: true, $"{operation} {status}");
            }
        }
    }

    private static HttpRequestMessage Post(string path, object body, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/barometers/minsk/{path}") { Content = JsonContent.Create(body, body.GetType(), options: RecordJson.Options) };
        request.Headers.Add("Idempotency-Key", $"{Guid.NewGuid()}");
        if (ifMatch is not null)
            request.Headers.Add("If-Match", ifMatch);
        return request;
    }

    private static HttpRequestMessage Get(string path, string? ifNoneMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/barometers/minsk/{path}");
        if (ifNoneMatch is not null)
            request.Headers.Add("If-None-Match", ifNoneMatch);
        return request;
    }
}
