using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Domain.Periods;

namespace Barometer.Host.Tests.Serving;

/// <summary>A list is told part by part, and the parts are the whole: nothing twice, nothing left out.</summary>
public sealed class Lists_are_paged(Server server)
{
    [Fact]
    public async Task The_parts_of_developments_proposals_and_log_are_the_whole()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        using var boris = await served.Person("boris", Role.ChiefEditor);
        using var vera = await served.Person("vera", Role.Auditor);
        foreach (var day in Enumerable.Range(1, 5))
            (await anna.Command("developments/scored", new { relationship = "russia", date = $"2019-12-0{day}", title = $"Talk {day}", points = Score(1) })).Expected();
        (await boris.Command("periods/2019-11--2019-12/closing", new { answers = Array.Empty<object>() })).Expected();
        foreach (var number in Enumerable.Range(1, 5))
            (await anna.Command($"developments/RU-12-00{number}/amendments", new { points = Score(2), reason = "misread", reasonKind = "error" }, revision: 1)).Expected();
        (await boris.Command("proposals/RU-12-002.1.1/rejection", new { reason = "no" })).Expected();

        (await Parts(vera, "developments", page => page.GetProperty("developments"), d => d.GetProperty("reference"))).ShouldBe(["RU-12-001", "RU-12-002", "RU-12-003", "RU-12-004", "RU-12-005"]);
        (await Parts(vera, "proposals", page => page.GetProperty("proposals"), p => p.GetProperty("id"))).Length.ShouldBe(5);
        (await Parts(vera, "proposals?pending=true", page => page.GetProperty("proposals"), p => p.GetProperty("id"))).ShouldBe(["RU-12-001.1.1", "RU-12-003.1.1", "RU-12-004.1.1", "RU-12-005.1.1"]);
        var whole = (await vera.Read("log?after=0&take=1000")).Expected().Data.EnumerateArray().Select(e => e.GetProperty("sequence").ToString());
        (await Parts(vera, "log?after=0", page => page, e => e.GetProperty("sequence"))).ShouldBe(whole);
    }

    [Fact]
    public async Task The_parts_of_imports_replays_revisions_and_texts_are_the_whole()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", [Role.Editor, Role.ChiefEditor, Role.Administrator]);
        foreach (var number in Enumerable.Range(1, 5))
        {
            var file = Sending.File("talks.csv", "origin,relationship,period,date,title,points", $"a/{number},russia,2019-11/2019-12,2019-12-0{number},Talk {number},+1");
            await anna.FollowToItsEnd((await anna.Import("", $"import-{number}", file)).Expected());
            (await anna.Command("developments/RU-12-001/notes", new { text = $"Note {number}" }, revision: number)).Expected();
        }

        await Texts(served, 5);
        foreach (var moment in (string[])["russia:2", "russia:3", "russia:4", "russia:5", "russia:6"])
            (await anna.Command("replays", new { rules = "by-level", period = "2019-11/2019-12", asOf = moment })).Expected();

        (await Parts(anna, "imports", page => page, i => i.GetProperty("import"))).ShouldBe(["import-5", "import-4", "import-3", "import-2", "import-1"]);
        (await Parts(anna, "replays", page => page, r => r.GetProperty("asOf"))).ShouldBe(["russia:6", "russia:5", "russia:4", "russia:3", "russia:2"]);
        (await Parts(anna, "developments/RU-12-001/revisions", page => page.GetProperty("revisions"), r => r.GetProperty("revision"))).ShouldBe(["1", "2", "3", "4", "5", "6"]);
        (await Parts(anna, "texts", page => page, t => t.GetProperty("title"))).ShouldBe(["Text 1", "Text 2", "Text 3", "Text 4", "Text 5"]);
    }

    [Fact]
    public async Task To_go_on_after_a_proposal_that_is_none_is_refused()
    {
        await using var served = await ServedRecord.Open(server);
        using var vera = await served.Person("vera", Role.Auditor);

        var told = await vera.Read("proposals?after=RU-12-001.1.1");

        (told.Status, told.Problem).ShouldBe((System.Net.HttpStatusCode.NotFound, "not-found"));
        told.Detail.ShouldContain("RU-12-001.1.1");
    }

    // As an issue brings them.
    private static async Task Texts(ServedRecord served, int number)
    {
        await using var session = served.Record.Store.LightweightSession("minsk");
        session.Events.Append(EmptyRecord.Period.Stream, Enumerable.Range(1, number).Select(n => new TextRecorded(EmptyRecord.Period, "russia", TextKind.Trends, $"Text {n}", [new Passage(null, "A sentence.", n, n)], "anna")));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string[]> Parts(HttpClient client, string list, Func<JsonElement, JsonElement> items, Func<JsonElement, JsonElement> item)
    {
        var found = new List<string>();
        var part = (await client.Read($"{list}{(list.Contains('?') ? '&' : '?')}take=2")).Expected();
        while (true)
        {
            string[] told = [.. items(part.Data).EnumerateArray().Select(i => item(i).ToString())];
            told.Length.ShouldBeLessThanOrEqualTo(2);
            found.AddRange(told);
            if (!part.Body.GetProperty("links").TryGetProperty("next", out var next))
                return [.. found];
            part = (await client.Follow(next.GetString()!)).Expected();
        }
    }

    private static object Score(int points) => new { development = new { positive = points, negative = 0 } };
}
