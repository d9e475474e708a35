using System.Net;
using System.Text;
using System.Text.Json;
using Barometer.Domain.People;

namespace Barometer.Host.Tests.Serving;

/// <summary>What is more than is answered at once is refused, and told which limit it is.</summary>
public sealed class Limits_are_told(Server server)
{
    private const string GoingOn = """
        {
          "name": "going-on", "version": 1, "title": "A test",
          "rules": [{ "id": "less", "reason": "A test.", "saturate": { "limit": 20 } }, { "id": "level", "reason": "A test.", "level": { "halfLife": 60 } }],
          "inputs": [
            { "id": "limit", "reason": "A test.", "rule": "less", "varies": "limit", "distribution": { "uniform": { "from": 10, "to": 30 } } },
            { "id": "half-life", "reason": "A test.", "rule": "level", "varies": "half-life", "distribution": { "uniform": { "from": 30, "to": 90 } } }
          ]
        }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_a_page_and_a_replay_have_their_own_limits()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        using var olga = await served.Person("olga", Role.Analyst);
        using var vera = await served.Person("vera", Role.Auditor);

        var large = await anna.Command("developments/scored", new { title = new string('x', 1024 * 1024) });
        (large.Status, large.Problem).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "too-large"));
        large.Detail.ShouldContain("1 MB");

        var page = await vera.Read("log?take=1001");
        (page.Status, page.Problem).ShouldBe((HttpStatusCode.BadRequest, "bad-usage"));
        page.Detail.ShouldContain("1000");

        // Six indices of a period, of ten rows each, for both inputs and all together.
        var draws = await olga.Command("uncertainty?draws=1000000", new { document = JsonElement.Parse(GoingOn) });
        (draws.Status, draws.Problem).ShouldBe((HttpStatusCode.UnprocessableEntity, "replay-too-costly"));
        draws.Detail.ShouldContain("180,000,000 row evaluations, and at most 150,000,000");
        draws.Detail.ShouldContain("fewer draws");
        (await olga.Command("uncertainty?draws=1000", new { document = JsonElement.Parse(GoingOn) })).Expected();
    }

    [Fact]
    public async Task What_is_made_of_more_movements_than_are_told_is_asked_for_in_parts()
    {
        await using var served = await ServedRecord.Open(server);
        using var olga = await served.Person("olga", Role.Analyst);
        await served.Record.Score("russia", 1);
        await served.Record.Score("china", 1);
        var before = (await olga.Read("explanations")).Expected().Data.GetProperty("to").GetString();
        // As if the development of China had been amended again and again.
        await served.Record.Execute(
            $"""
            insert into barometer.movements (barometer, relationship, position, sequence, recorded_at, reference, revision, cause, actor, reason, reason_kind, period, day, dimension, positive, negative, developments, approved_by)
            select barometer, relationship, position, sequence, recorded_at, reference, revision, cause, actor, reason, reason_kind, period, day + n, dimension, 0, 0, 0, approved_by
            from barometer.movements cross join generate_series(1, 10000) n where relationship = 'china'
            """);

        foreach (var asked in (string[])["explanations", "vintages", "vintages?show=all&period=2019-11/2019-12"])
        {
            var told = await olga.Read(asked);
            (told.Status, told.Problem).ShouldBe((HttpStatusCode.UnprocessableEntity, "answer-too-long"), asked);
            told.Detail.ShouldContain("10,000 movements");
        }

        (await olga.Read("explanations?relationship=russia")).Expected();
        (await olga.Read("vintages?relationship=russia")).Expected();
        (await olga.Read("vintages?show=latest")).Expected();
        (await olga.Read($"explanations?from={before}")).Expected();
    }

    [Fact]
    public async Task Who_asks_for_more_replays_than_can_wait_is_told_when_to_come_again()
    {
        await using var served = await ServedRecord.Open(server);
        await served.Record.Score("russia", 1);
        using var olga = await served.Person("olga", Role.Analyst);
        using var oskar = await served.Person("oskar", Role.Analyst);

        // Each takes the processor for a while; so many neither run nor wait at once.
        var asking = Enumerable.Range(0, 64).Select(_ => Ask(olga)).ToArray();
        var others = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Ask(oskar)));
        var asked = await Task.WhenAll(asking);

        var refused = asked.Where(a => a.Status == HttpStatusCode.TooManyRequests).ToArray();
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(r => r.RetryAfter >= 1 && r.Body.Contains("/problems/too-many-requests", StringComparison.Ordinal) && r.Body.Contains("replays at once", StringComparison.Ordinal));
        asked.ShouldContain(a => a.Status == HttpStatusCode.OK);
        // What one asks for leaves room for others.
        others.ShouldAllBe(o => o.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_answered_of_hundreds_of_relationships_can_be_asked_again()
    {
        await using var served = await ServedRecord.Open(server);
        using var ada = await served.Person("ada", Role.Administrator);
        var added = Enumerable.Range(100, 600).Select(n => new
        {
            key = $"the-far-away-country-{n}",
            name = $"Far away {n}",
            printedAs = Array.Empty<string>(),
            prefix = $"F{n}",
            dimensions = (object[])[new { key = "development", name = "Development", rose = "improved", fell = "worsened" }],
        });
        (await ada.Command("settings", new { added, reason = "the whole world" })).Expected();

        var all = (await ada.Read("indices")).Expected();
        var one = (await ada.Read("indices?relationship=russia")).Expected();

        all.Link("again").Length.ShouldBeGreaterThan(8 * 1024);
        (await ada.Follow(all.Link("again"))).Expected().Body.GetRawText().ShouldBe(all.Body.GetRawText());
        one.Data.GetProperty("asOf").GetString().ShouldBe("russia:1");
        (await ada.Follow(one.Link("again"))).Expected().Body.GetRawText().ShouldBe(one.Body.GetRawText());
    }

    [Theory]
    [InlineData("dryRun=1")]
    [InlineData("dryRun")]
    [InlineData("dryRun=true&dryRun=true")]
    [InlineData("dry-run=true")]
    public async Task What_may_have_been_meant_as_a_dry_run_is_not_done_for_real(string query)
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        var before = await served.Record.Ask<long>("select count(*) from barometer.mt_events");

        var told = await Send(anna, $"/v1/barometers/minsk/developments/unscored?{query}", """{"relationship":"russia","date":"2019-12-05","title":"Visit"}""");

        (told.Status, told.Problem).ShouldBe((HttpStatusCode.BadRequest, "bad-usage"));
        (await served.Record.Ask<long>("select count(*) from barometer.mt_events")).ShouldBe(before);
    }

    [Theory]
    [InlineData("indices?peroid=2019-11/2019-12", "'peroid' means nothing in the query here; what can be said is period, relationship, asOf, running.")]
    [InlineData("indices?period=2019-11/2019-12&dryRun=true", "'dryRun' means nothing in the query here")]
    [InlineData("relationships?period=2019-11/2019-12", "'period' means nothing in the query here; leave it out.")]
    public async Task A_name_in_a_query_that_an_endpoint_does_not_know_is_told_with_those_that_it_knows(string path, string sentence)
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);

        var told = await anna.Read(path);

        (told.Status, told.Problem).ShouldBe((HttpStatusCode.BadRequest, "bad-usage"));
        told.Detail.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_body_that_is_not_understood_is_told_where_before_anything_else_is_looked_at()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);

        foreach (var (body, place, field) in ((string, string, string)[])[
            ("""{"points":{"development":{"positive":"2","negative":0}}}""", "development.positive", "points.development.positive"),
            ("""{"points":{"development":{"positive":1,"negative":0}},"reasonKind":"because"}""", "$.reasonKind", "reasonKind"),
            ("""{"points":{"development":{"positive":1,"negative":0}},"raeson":"x"}""", "raeson", "raeson"),
            ("""{"points":{"development":{"positive":1,"negative":0}},"reason":"a\u0000b"}""", "$.reason", "reason"),
            ("""{"points":{"development":{"positive":1,"negative":0}},"reason":"\ud800"}""", "$.reason", "reason"),
            ("""{"points":{"development":{"positive":-1,"negative":0}}}""", "$.points", "points"),
            ("""{"points":{"development":null}}""", "$.points", "points"),
            ("""{"reason":"x"}""", "points", "points"),
            ("""{"points":{},"points":{}}""", "points", "points")])
        {
            // There is no such development; what is wrong with the body comes first.
            var told = await Send(anna, "/v1/barometers/minsk/developments/RU-99-999/amendments", body);
            (told.Status, told.Problem).ShouldBe((HttpStatusCode.BadRequest, "malformed-request"), body);
            told.Detail.ShouldContain(place, customMessage: body);
            told.Field.ShouldBe(field, body);
        }
    }

    [Fact]
    public async Task A_problem_names_the_value_that_it_is_about()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        using var olga = await served.Person("olga", Role.Analyst);

        foreach (var (path, field) in ((string, string)[])[
            ("developments?take=1001", "take"), ("developments?take=many", "take"), ("indices?period=2019", "period"), ("indices?relationship=rusia", "relationship"), ("indices?asOf=yesterday", "asOf"),
            ("vintages?show=some", "show"), ("explanations?from=yesterday", "from"), ("developments/12", "reference"), ("periods/2019-11-2019-12", "period"), ("texts?kind=poem", "kind"), ("exports/indices?format=pdf", "format")])
            (await olga.Read(path)).Field.ShouldBe(field, path);
        (await olga.Command("uncertainty?draws=0", new { rules = "by-level" })).Field.ShouldBe("draws");
        (await olga.Command("replays", new { rules = "by-levl" })).Field.ShouldBe("rules");
        (await olga.Command("replays", new { rules = "by-level", from = "2019" })).Field.ShouldBe("from");
        var development = new { relationship = "russia", date = "2019-12-05", title = "Visit", points = new { development = new { positive = 1, negative = 0 } } };
        (await anna.Command("developments/scored", development with { title = " " })).Field.ShouldBe("title");
        (await anna.Command("developments/scored", development with { date = "soon" })).Field.ShouldBe("date");
        (await anna.Command("developments/scored", development with { points = new { development = new { positive = 99, negative = 0 } } })).Field.ShouldBe("points");
        (await anna.Command("developments/scored", development, key: "two words")).Field.ShouldBe("Idempotency-Key");
        (await anna.Command("developments/RU-12-001/withdrawals", new { reason = "never happened" })).Field.ShouldBe("If-Match");
        // Of a request as a whole nothing is named.
        (await olga.Command("replays", new { })).Field.ShouldBeNull();
    }

    private static async Task<(HttpStatusCode Status, int RetryAfter, string Body)> Ask(HttpClient olga)
    {
        using var content = new StringContent("""{"rules":"by-level"}""", Encoding.UTF8, "application/json");
        using var response = await olga.PostAsync("/v1/barometers/minsk/uncertainty?draws=10000", content, Cancel);
        return (response.StatusCode, (int)(response.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0), await response.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<Told> Send(HttpClient client, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Headers.Add("If-Match", "*");
        using var response = await client.SendAsync(request, Cancel);
        return await Told.Of(response);
    }
}
