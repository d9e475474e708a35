using System.Net;
using System.Text.Json;
using Barometer.Domain.People;

namespace Barometer.Host.Tests.Serving;

/// <summary>An answer says how to ask for the same again, and that is the same for ever: whatever is recorded, opened, closed, printed or settled since.</summary>
public sealed class Asked_again(Server server)
{
    private const string Issue12 = "2019-11/2019-12";

    private static readonly string[] Questions =
    [
        "indices", $"indices?period={Issue12}", "indices?relationship=russia&running=true", $"indices?asOf=closing:{Issue12}", $"indices?period={Issue12}&asOf=start", "indices?asOf=release:corrected",
        $"explanations?period={Issue12}", $"explanations?period={Issue12}&relationship=russia", "explanations", $"explanations?period={Issue12}&from=start",
        "vintages", "vintages?show=latest", "vintages?show=first", "vintages?show=as-published", $"vintages?show=triangle&relationship=russia&period={Issue12}",
        "figure-revisions", "figure-revisions?relationship=russia&nth=2",
        "reconciliation", $"reconciliation?period={Issue12}&diagnose=true", $"reconciliation?period={Issue12}&asOf=closing",
        "developments", $"developments?period={Issue12}", "developments?relationship=russia&take=1",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_asked_again_is_the_same_after_everything_has_changed()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", [Role.Editor, Role.Administrator, Role.ChiefEditor]);
        using var boris = await served.Person("boris", Role.ChiefEditor);
        await BeforeAnythingIsAsked(anna, boris);
        var asked = new List<(string Question, Told First)>();
        foreach (var question in Questions)
            asked.Add((question, (await boris.Read(question)).Expected()));

        await EverythingChanges(anna, boris);

        var different = new List<string>();
        foreach (var (question, first) in asked)
        {
            var again = (await boris.Follow(first.Link("again"))).Expected();
            if (!JsonElement.DeepEquals(again.Data, first.Data))
                different.Add($"{question}: first {first.Data}, again {again.Data}");
            var now = (await boris.Read(question)).Expected();
            if (question.StartsWith("indices?asOf=", StringComparison.Ordinal) && !JsonElement.DeepEquals(now.Data, first.Data))
                different.Add($"{question}: of one moment first {first.Data}, then {now.Data}");
            if (JsonElement.DeepEquals(now.Data, first.Data) && !question.Contains("asOf", StringComparison.Ordinal))
                different.Add($"{question} does not see that everything changed");
        }

        different.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_pages_of_the_catalogue_are_of_one_moment()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        using var boris = await served.Person("boris", Role.ChiefEditor);
        (await boris.Command("periods", new { period = "2020-01/2020-02" })).Expected();
        foreach (var day in Enumerable.Range(1, 4))
            await Scores(anna, "russia", $"2019-12-0{day}", 1);
        var page = (await anna.Read($"developments?period={Issue12}&take=2")).Expected();

        // What was filed under the period then is told though it is filed elsewhere now, and what was amended is told as it was.
        (await anna.Command("developments/RU-12-003/refilings", new { to = "2020-01/2020-02", reason = "continued" }, revision: 1)).Expected();
        (await anna.Command("developments/RU-12-004/amendments", new { points = Score(3) }, revision: 1)).Expected();
        await Scores(anna, "russia", "2019-12-09", 1);

        References(page).ShouldBe(["RU-12-001", "RU-12-002"]);
        var rest = (await anna.Follow(page.Link("next"))).Expected();
        References(rest).ShouldBe(["RU-12-003", "RU-12-004"]);
        rest.Data.GetProperty("developments").EnumerateArray().Select(d => d.GetProperty("points").GetProperty("development").GetProperty("positive").GetInt32()).ShouldBe([1, 1]);
        rest.Body.GetProperty("links").TryGetProperty("next", out _).ShouldBeFalse();
        References((await anna.Read($"developments?period={Issue12}")).Expected()).ShouldBe(["RU-12-001", "RU-12-002", "RU-12-004", "RU-12-005"]);
        References((await anna.Read("developments?period=2020-01/2020-02")).Expected()).ShouldBe(["RU-12-003"]);
    }

    [Fact]
    public async Task A_replay_that_somebody_else_asks_again_stays_that_of_whoever_asked_first()
    {
        await using var served = await ServedRecord.Open(server);
        using var olga = await served.Person("olga", Role.Analyst);
        using var oskar = await served.Person("oskar", Role.Analyst);
        await served.Record.Score("russia", 2);
        var first = (await olga.Command("replays", new { rules = "by-level", asOf = "russia:2" })).Expected();
        var kept = (await olga.Read("replays")).Expected();

        (await oskar.Command("replays", new { rules = "by-level", asOf = "russia:2" })).Expected().Link("again").ShouldBe(first.Link("again"));

        JsonElement.DeepEquals((await olga.Read("replays")).Expected().Data, kept.Data).ShouldBeTrue();
        kept.Data[0].GetProperty("actor").GetString().ShouldBe("olga");
    }

    [Fact]
    public async Task An_index_of_a_relationship_that_the_moment_does_not_know_is_refused()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);

        var told = await anna.Read($"indices?relationship=russia&period={Issue12}&asOf=eu:1");

        (told.Status, told.Field).ShouldBe((HttpStatusCode.BadRequest, "asOf"));
        told.Detail.ShouldContain("nothing is known of russia");
    }

    [Fact]
    public async Task A_table_is_sent_again_when_it_has_changed_and_only_then()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", [Role.Editor, Role.Administrator, Role.ChiefEditor]);
        await Scores(anna, "russia", "2019-12-05", 1);
        string[] tables = ["exports/indices?format=csv", "exports/movements?format=csv", $"exports/catalogue?format=csv&period={Issue12}"];
        var tags = await Task.WhenAll(tables.Select(async t => (await Table(anna, t, tag: null)).Tag!));

        (await anna.Command("periods", new { period = "2020-01/2020-02" })).Expected();
        foreach (var (table, tag) in tables.Zip(tags))
            (await Table(anna, table, tag)).Status.ShouldBe(HttpStatusCode.NotModified, table);

        (await anna.Command("developments/RU-12-001/amendments", new { points = Score(2) }, revision: 1)).Expected();
        foreach (var (table, tag) in tables.Zip(tags))
        {
            var changed = await Table(anna, table, tag);
            (changed.Status, changed.Tag == tag).ShouldBe((HttpStatusCode.OK, false), table);
        }
    }

    [Fact]
    public async Task What_describes_a_table_names_the_very_table_that_was_sent()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        await Scores(anna, "russia", "2019-12-05", 1);
        var sent = await Table(anna, $"exports/catalogue?format=csv&period={Issue12}", tag: null);

        (await anna.Command("developments/RU-12-001/amendments", new { points = Score(2) }, revision: 1)).Expected();

        var described = (await anna.Follow(sent.DescribedBy!)).Expected().Body;
        using var again = await anna.GetAsync(described.GetProperty("url").GetString(), Cancel);
        (await again.Content.ReadAsStringAsync(Cancel)).ShouldBe(sent.Text);
    }

    private static async Task BeforeAnythingIsAsked(HttpClient anna, HttpClient boris)
    {
        await Scores(anna, "russia", "2019-11-20", 3);
        await Scores(anna, "russia", "2019-12-05", -2);
        await Scores(anna, "eu", "2019-12-06", 1);
        await Prints(anna, "1", "aggregate,+1");
        (await boris.Command("periods/2019-11--2019-12/closing", new { answers = Array.Empty<object>() })).Expected();
        await Amends(anna, boris, "RU-12-001", revision: 1, points: 2);
        (await boris.Command("releases", new { name = "corrected", reason = "misread" })).Expected();
        await Amends(anna, boris, "RU-12-001", revision: 2, points: 1);
    }

    private static async Task EverythingChanges(HttpClient anna, HttpClient boris)
    {
        (await boris.Command("periods", new { period = "2020-01/2020-02" })).Expected();
        (await boris.Command("periods", new { period = "2019-09/2019-10" })).Expected();
        await Scores(anna, "russia", "2020-01-03", -3);
        await Amends(anna, boris, "RU-12-001", revision: 3, points: 3);
        await Prints(anna, "2", "catalogue-total,+2", "positive,+3");
        (await boris.Command("releases", new { name = "corrected-again", reason = "misread again" })).Expected();
        (await boris.Command("periods/2020-01--2020-02/closing", new { answers = Array.Empty<object>() })).Expected();
        var moon = new { key = "moon", name = "Moon", printedAs = Array.Empty<string>(), prefix = "MO", dimensions = new[] { new { key = "tides", name = "Tides", rose = "rose", fell = "fell" } } };
        (await anna.Command("settings", new { reason = "another name, another relationship", name = "Barometer of Minsk", added = new[] { moon } })).Expected();
        (await boris.Command("periods", new { period = "2020-03/2020-04" })).Expected();
        (await anna.Command("developments/scored", new { relationship = "moon", date = "2020-03-03", title = "A tide", points = new { tides = new { positive = 1, negative = 0 } } })).Expected();
    }

    private static async Task Scores(HttpClient client, string relationship, string date, int points) =>
        (await client.Command("developments/scored", new { relationship, date, title = $"Of {date}", points = Score(points) })).Expected();

    private static async Task Amends(HttpClient anna, HttpClient boris, string reference, int revision, int points)
    {
        var proposed = (await anna.Command($"developments/{reference}/amendments", new { points = Score(points), reason = "misread", reasonKind = "error" }, revision)).Expected();
        (await boris.Command($"proposals/{proposed.Data.GetProperty("proposal").GetProperty("id").GetString()}/approval", new { })).Expected();
    }

    private static async Task Prints(HttpClient client, string edition, params IEnumerable<string> figures)
    {
        (await client.FollowToItsEnd((await client.Import("", $"print-{edition}", Sending.Print($"edition {edition}", Issue12, figures))).Expected()))[^1].GetProperty("state").GetString().ShouldBe("done");
    }

    private static string?[] References(Told page) => [.. page.Data.GetProperty("developments").EnumerateArray().Select(d => d.GetProperty("reference").GetString())];

    private static async Task<(HttpStatusCode Status, string? Tag, string? DescribedBy, string Text)> Table(HttpClient client, string path, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/barometers/minsk/{path}");
        if (tag is not null)
            request.Headers.Add("If-None-Match", tag);
        using var response = await client.SendAsync(request, Cancel);
        var described = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        return (response.StatusCode, response.Headers.ETag?.ToString(), described, await response.Content.ReadAsStringAsync(Cancel));
    }

    private static object Score(int points) => new { development = new { positive = Math.Max(points, 0), negative = Math.Min(points, 0) } };
}
