using System.Net;
using System.Text.Json;
using Barometer.Domain.People;

namespace Barometer.Host.Tests.Serving;

/// <summary>What a small editorial team does in four months, over HTTP.</summary>
public sealed class A_cycle_of_two_issues(Server server)
{
    private const string Issue12 = "2019-11/2019-12";
    private const string Issue13 = "2020-01/2020-02";

    [Fact]
    public async Task Two_issues_are_scored_closed_and_explained()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        using var boris = await served.Person("boris", Role.ChiefEditor);
        using var vera = await served.Person("vera", Role.Auditor);

        // Anna reads the news of November and December, and scores it.
        var visit = (await anna.Command("developments/scored", Happening("russia", "2019-11-20", "The prime ministers meet in Moscow", +3))).Expected();
        visit.Status.ShouldBe(HttpStatusCode.Created);
        var insult = (await anna.Command("developments/scored", Happening("russia", "2019-12-05", "An insult on television", -2))).Expected();
        Reference(visit).ShouldBe("RU-12-001");
        (await Index(anna, "russia", Issue12)).ShouldBe(1);

        // She looks at the insult again: it was half as bad. Before the closing nothing more is asked.
        (await anna.Command($"developments/{Reference(insult)}/amendments", Points(-1), revision: 1)).Expected();
        (await Index(anna, "russia", Issue12)).ShouldBe(2);

        // Boris closes the issue; he opens the next.
        var closed = (await boris.Command("periods/2019-11--2019-12/closing", new { answers = Array.Empty<object>() })).Expected();
        (await boris.Command("periods", new { period = Issue13 })).Expected().Status.ShouldBe(HttpStatusCode.Created);

        // The next issue gets its own development.
        (await anna.Command("developments/scored", Happening("russia", "2020-01-03", "Oil stops flowing", -3))).Expected();
        (await Index(anna, "russia", Issue13)).ShouldBe(-3);

        // Vera asks, as of the closing, and gets what the snapshot says; the link in the answer asks the same.
        var then = (await vera.Read($"indices?relationship=russia&period={Issue12}&asOf=closing")).Expected();
        then.Data.GetProperty("indices")[0].GetProperty("aggregate").GetInt32().ShouldBe(2);
        JsonElement.DeepEquals((await vera.Follow(then.Link("again"))).Data, then.Data).ShouldBeTrue();
        closed.Data.GetProperty("ruleSet").GetProperty("name").GetString().ShouldBe("as-published");

        // Everything is in the log, with who did it.
        var log = (await vera.Read("log?take=100")).Expected().Data.EnumerateArray().ToArray();
        log.Select(e => e.GetProperty("actor").GetString()).ShouldContain("anna");
        log.Count(e => e.GetProperty("event").GetString() == "development_scored").ShouldBe(3);
    }

    private static object Happening(string relationship, string date, string title, int points) => new { relationship, date, title, points = Score(points) };

    private static object Points(int points) => new { points = Score(points) };

    private static object Score(int points) => new { development = new { positive = Math.Max(points, 0), negative = Math.Min(points, 0) } };

    private static string Reference(Told told) => told.Data.GetProperty("changes")[0].GetProperty("reference").GetString()!;

    private static async Task<int> Index(HttpClient client, string relationship, string period) =>
        (await client.Read($"indices?relationship={relationship}&period={period}")).Expected().Data.GetProperty("indices")[0].GetProperty("aggregate").GetInt32();
}
