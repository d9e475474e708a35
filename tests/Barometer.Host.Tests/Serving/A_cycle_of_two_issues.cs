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
    public async Task Two_issues_are_scored_closed_corrected_and_explained()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        using var boris = await served.Person("boris", Role.ChiefEditor);
        using var vera = await served.Person("vera", Role.Auditor);
        using var olga = await served.Person("olga", Role.Analyst);

        var visit = await November_and_December_are_scored(anna, boris);
        await Issue_12_goes_to_print(anna);
        var snapshot = await Issue_12_is_closed_when_its_question_is_answered(boris);
        await The_next_issue_begins(anna, boris);
        await A_closed_figure_is_corrected_by_two_people(anna, boris, visit);
        await A_change_that_the_chief_editor_does_not_share_is_rejected(anna, boris);
        await The_auditor_asks_why_the_figure_moved(vera, visit, snapshot);
        await Issue_13_is_printed_held_against_the_record_and_closed(anna, boris, vera);
        await The_corrected_issue_goes_out(boris, vera);
        await The_analyst_asks_how_much_of_it_is_the_rules(olga);
        await Everything_is_in_the_log(vera);
    }

    private static async Task<string> November_and_December_are_scored(HttpClient anna, HttpClient boris)
    {
        // Anna reads the news, and scores it. Of one rumour nobody knows when it was.
        var visit = (await anna.Command("developments/scored", Happening("russia", "2019-11-20", "The prime ministers meet in Moscow", +3))).Expected();
        visit.Status.ShouldBe(HttpStatusCode.Created);
        Reference(visit).ShouldBe("RU-12-001");
        var insult = Reference((await anna.Command("developments/scored", Happening("russia", "2019-12-05", "An insult on television", -2))).Expected());
        (await anna.Command("developments/considered", new { relationship = "russia", date = "-", period = Issue12, title = "A rumour about customs", reason = "nobody confirms it" })).Expected();
        (await Index(anna, "russia", Issue12)).ShouldBe(1);

        // She looks at the insult again: it was half as bad. What would come of it she sees before she does it.
        (await anna.Command($"developments/{insult}/amendments", Points(-1), revision: 1, dryRun: true)).Expected();
        (await Index(anna, "russia", Issue12)).ShouldBe(1);
        (await anna.Command($"developments/{insult}/amendments", Points(-1), revision: 1)).Expected().Tag.ShouldBe("\"2\"");
        (await Index(anna, "russia", Issue12)).ShouldBe(2);

        // Boris had the page open since before, and is told who was first.
        var stale = await boris.Command($"developments/{insult}/amendments", Points(-3), revision: 1);
        (stale.Status, stale.Problem).ShouldBe((HttpStatusCode.PreconditionFailed, "stale-revision"));
        (stale.Body.GetProperty("current").GetProperty("revision").GetInt32(), stale.Body.GetProperty("current").GetProperty("madeBy").GetString()).ShouldBe((2, "anna"));

        // She notes where to look again, says what kind of thing the visit is, and that security's catalogue has it, too.
        (await anna.Command($"developments/{Reference(visit)}/notes", new { text = "Compare the communiqué." }, revision: 1)).Expected();
        (await anna.Command($"developments/{Reference(visit)}/classifications", new { classification = new { eventType = "CONSULT", sources = Actors("head of government") } }, revision: 2)).Expected();
        var exercise = Reference((await anna.Command("developments/scored", new { relationship = "security", date = "2019-11-20", title = "Talks on exercises", points = new Dictionary<string, object> { ["national-security"] = Part(+1), ["regional-tension"] = Part(-1) } })).Expected());
        (await anna.Command($"developments/{Reference(visit)}/links", new { with = exercise }, revision: 3)).Expected().Tag.ShouldBe("\"4\"");
        return Reference(visit);
    }

    private static async Task Issue_12_goes_to_print(HttpClient anna)
    {
        await IsPrinted(anna, "Minsk Barometer, issue 12", Issue12, "positive,+3", "negative,-1", "aggregate,+2", "catalogue-total,+2");

        (await Differences(anna, Issue12)).ShouldBeEmpty();
    }

    private static async Task<Told> Issue_12_is_closed_when_its_question_is_answered(HttpClient boris)
    {
        var asked = await boris.Command("periods/2019-11--2019-12/closing", new { answers = Array.Empty<object>() });
        (asked.Status, asked.Problem).ShouldBe((HttpStatusCode.UnprocessableEntity, "refused-by-rule"));
        var question = asked.Body.GetProperty("remedy").GetProperty("with").EnumerateArray().ShouldHaveSingleItem().GetString()!;
        question.ShouldBe("date:RU-12-003");

        var closed = (await boris.Command("periods/2019-11--2019-12/closing", new { answers = new[] { new { question, word = "kept" } } })).Expected();
        closed.Data.GetProperty("ruleSet").GetProperty("name").GetString().ShouldBe("as-published");
        return (await boris.Follow(closed.Link("snapshot"))).Expected();
    }

    private static async Task The_next_issue_begins(HttpClient anna, HttpClient boris)
    {
        (await boris.Command("periods", new { period = Issue13 })).Expected().Status.ShouldBe(HttpStatusCode.Created);
        (await anna.Command("developments/scored", Happening("russia", "2020-01-03", "Oil stops flowing", -3))).Expected();
        (await anna.Command("developments/scored", Happening("russia", "2020-02-10", "The price of gas is agreed", +1))).Expected();
        var embargo = Reference((await anna.Command("developments/scored", Happening("russia", "2020-02-12", "An embargo on fuel", -2))).Expected());
        (await Index(anna, "russia", Issue13)).ShouldBe(-4);

        // There was no embargo. While the period is open she takes it back by herself; it stays in the record, as withdrawn.
        (await anna.Command($"developments/{embargo}/withdrawals", new { reason = "a rumour" }, revision: 1)).Expected().Status.ShouldBe(HttpStatusCode.OK);
        (await Index(anna, "russia", Issue13)).ShouldBe(-2);
        (await anna.Read($"developments/{embargo}")).Expected().Data.GetProperty("withdrawn").GetBoolean().ShouldBeTrue();
    }

    private static async Task A_closed_figure_is_corrected_by_two_people(HttpClient anna, HttpClient boris, string visit)
    {
        // Nothing was signed in Moscow after all. Anna says so, and why; the figure stands until somebody else agrees.
        var proposed = (await anna.Command($"developments/{visit}/amendments", new { points = Score(+2), reason = "nothing was signed", reasonKind = "new-information" }, revision: 4)).Expected();
        proposed.Status.ShouldBe(HttpStatusCode.Accepted);
        (await Index(anna, "russia", Issue12)).ShouldBe(2);
        var proposal = proposed.Data.GetProperty("proposal").GetProperty("id").GetString()!;
        (await anna.Command($"proposals/{proposal}/approval", new { })).Status.ShouldBe(HttpStatusCode.Forbidden);

        (await boris.Follow(proposed.Link("proposal"))).Expected();
        (await boris.Command($"proposals/{proposal}/approval", new { })).Expected();
        (await Index(anna, "russia", Issue12)).ShouldBe(1);
    }

    private static async Task A_change_that_the_chief_editor_does_not_share_is_rejected(HttpClient anna, HttpClient boris)
    {
        // The insult, Anna thinks by now, was none. Boris does not; that she proposed it stays in the record, and why it was rejected.
        var proposed = (await anna.Command("developments/RU-12-002/withdrawals", new { reason = "he was misquoted", reasonKind = "new-information" }, revision: 2)).Expected();
        proposed.Status.ShouldBe(HttpStatusCode.Accepted);
        var proposal = proposed.Data.GetProperty("proposal").GetProperty("id").GetString()!;
        (await boris.Command($"proposals/{proposal}/rejection", new { reason = "he was not" })).Expected();

        (await Index(anna, "russia", Issue12)).ShouldBe(1);
        var rejected = (await anna.Follow(proposed.Link("proposal"))).Expected().Data;
        (rejected.GetProperty("state").GetString(), rejected.GetProperty("rejectedBy").GetString(), rejected.GetProperty("rejectedBecause").GetString()).ShouldBe(("rejected", "boris", "he was not"));
    }

    private static async Task Issue_13_is_printed_held_against_the_record_and_closed(HttpClient anna, HttpClient boris, HttpClient vera)
    {
        // The printer's catalogue has a total of its own. Print contradicts itself, and the record says who is right.
        await IsPrinted(anna, "Minsk Barometer, issue 13", Issue13, "positive,+1", "negative,-3", "aggregate,-2", "catalogue-total,-1");
        var different = (await Differences(vera, Issue13)).ShouldHaveSingleItem();
        (different.GetProperty("figure").GetString(), different.GetProperty("recorded").GetInt32(), different.GetProperty("difference").GetInt32()).ShouldBe(("catalogue-total", -2, -1));
        different.GetProperty("contradictedInPrint").GetArrayLength().ShouldBe(1);

        var closed = (await boris.Command("periods/2020-01--2020-02/closing", new { answers = Array.Empty<object>() })).Expected();
        var figure = closed.Data.GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("relationship").GetString() == "russia");
        figure.GetProperty("aggregate").GetInt32().ShouldBe(-2);
        (await vera.Read("periods")).Expected().Data.EnumerateArray().Select(p => p.GetProperty("closedBy").GetString()).ShouldBe(["boris", "boris"]);
    }

    private static async Task The_auditor_asks_why_the_figure_moved(HttpClient vera, string visit, Told snapshot)
    {
        // As of the closing it is what the snapshot says, now as then; the link in the answer asks the same.
        var then = (await vera.Read($"indices?relationship=russia&period={Issue12}&asOf=closing")).Expected();
        then.Data.GetProperty("indices")[0].GetProperty("aggregate").GetInt32().ShouldBe(2);
        JsonElement.DeepEquals((await vera.Follow(then.Link("again"))).Data, then.Data).ShouldBeTrue();
        JsonElement.DeepEquals((await vera.Read("periods/2019-11--2019-12/snapshot")).Data, snapshot.Data).ShouldBeTrue();

        // Between then and now there is one movement, with both names and the reason, and nothing is left over.
        var explained = (await vera.Read($"explanations?relationship=russia&period={Issue12}")).Expected().Data.GetProperty("explanations")[0];
        var movement = explained.GetProperty("causes")[0].GetProperty("movements").EnumerateArray().ShouldHaveSingleItem();
        (movement.GetProperty("reference").GetString(), movement.GetProperty("aggregate").GetInt32()).ShouldBe((visit, -1));
        (movement.GetProperty("actor").GetString(), movement.GetProperty("approvedBy").GetString(), movement.GetProperty("reason").GetString()).ShouldBe(("anna", "boris", "nothing was signed"));
        explained.GetProperty("residual").GetInt32().ShouldBe(0);

        var history = (await vera.Read($"developments/{visit}/revisions")).Expected();
        history.Tag.ShouldBe("\"5\"");
    }

    private static async Task The_corrected_issue_goes_out(HttpClient boris, HttpClient vera)
    {
        (await boris.Command("releases", new { name = "corrected-2020-03", reason = "nothing was signed" })).Expected().Status.ShouldBe(HttpStatusCode.Created);

        var values = (await vera.Read($"vintages?relationship=russia&period={Issue12}&show=all")).Expected().Data.GetProperty("series")[0].GetProperty("observations").EnumerateArray().Select(o => o.GetProperty("aggregate").GetInt32()).ToArray();
        values[^1].ShouldBe(1);
        values.ShouldContain(2);

        // Of two periods one was revised by −1 since it first went out: half a point on average, in size, too.
        var revisions = (await vera.Read("figure-revisions?relationship=russia&to=corrected-2020-03")).Expected().Data.GetProperty("indices")[0];
        (revisions.GetProperty("n").GetInt32(), revisions.GetProperty("mean").GetDecimal(), revisions.GetProperty("meanAbsolute").GetDecimal()).ShouldBe((2, -0.5m, 0.5m));
        var onlyOne = (await vera.Read($"figure-revisions?relationship=russia&from=closing:{Issue12}&to=corrected-2020-03")).Expected().Data.GetProperty("indices")[0];
        (onlyOne.GetProperty("n").GetInt32(), onlyOne.GetProperty("mean").GetDecimal()).ShouldBe((1, -1m));
    }

    private static async Task The_analyst_asks_how_much_of_it_is_the_rules(HttpClient olga)
    {
        // A head of government counts 1.75 times under by-level: 2 becomes 3.5, and the insult stays −1.
        var replayed = (await olga.Command("replays", new { rules = "by-level", period = Issue12, relationship = "russia" })).Expected();
        (replayed.Data[0].GetProperty("value").GetDecimal(), replayed.Data[0].GetProperty("against").GetDecimal()).ShouldBe((2.5m, 1m));
        JsonElement.DeepEquals((await olga.Follow(replayed.Link("again"))).Expected().Data[0].GetProperty("value"), replayed.Data[0].GetProperty("value")).ShouldBeTrue();
    }

    private static async Task Everything_is_in_the_log(HttpClient vera)
    {
        var log = (await vera.Read("log?take=100")).Expected().Data.EnumerateArray().ToArray();
        log.Count(e => e.GetProperty("event").GetString() == "development_scored").ShouldBe(6);
        log.Where(e => e.GetProperty("event").GetString() is "change_proposed" or "proposal_approved" or "proposal_rejected").Select(e => e.GetProperty("actor").GetString()).ShouldBe(["anna", "boris", "anna", "boris"]);
        log.Count(e => e.GetProperty("event").GetString() == "period_closed").ShouldBe(2);
    }

    private static async Task IsPrinted(HttpClient client, string publication, string period, params IEnumerable<string> figures)
    {
        (await client.FollowToItsEnd((await client.Import("", $"print of {period}".Replace(' ', '-'), Sending.Print(publication, period, figures))).Expected()))[^1].GetProperty("publication").GetProperty("figures").GetInt32().ShouldBe(figures.Count());
    }

    private static async Task<JsonElement[]> Differences(HttpClient client, string period) =>
        [.. (await client.Read($"reconciliation?period={period}")).Expected().Data.GetProperty("figures").EnumerateArray().Where(f => f.GetProperty("difference").GetInt32() != 0)];

    private static object Happening(string relationship, string date, string title, int points) => new { relationship, date, title, points = Score(points) };

    private static object Points(int points) => new { points = Score(points) };

    private static object Score(int points) => new { development = Part(points) };

    private static object Part(int points) => new { positive = Math.Max(points, 0), negative = Math.Min(points, 0) };

    private static object[] Actors(string level) => [new { name = "Prime Minister", country = "Belarus", groups = Array.Empty<string>(), level }];

    private static string Reference(Told told) => told.Data.GetProperty("changes")[0].GetProperty("reference").GetString()!;

    private static async Task<int> Index(HttpClient client, string relationship, string period) =>
        (await client.Read($"indices?relationship={relationship}&period={period}")).Expected().Data.GetProperty("indices")[0].GetProperty("aggregate").GetInt32();
}
