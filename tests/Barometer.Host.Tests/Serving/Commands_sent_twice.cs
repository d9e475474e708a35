using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Domain.Tests;

namespace Barometer.Host.Tests.Serving;

/// <summary>
/// Every write endpoint, sent from several doors at once and again later with the same key: whatever comes of it, it comes of it once, and
/// whoever got an answer got the same.
/// </summary>
public sealed class Commands_sent_twice(Server server)
{
    // Four fifths score developments and change them; the others are spread over what else there is to write.
    private const int Operations = (2 * OfDevelopments) + (10 * OfOthers);
    private const int OfDevelopments = 4_000;
    private const int OfOthers = 200;

    // What developments are scored with, and what is made of it.
    private const int Scored = 2;
    private const int Amended = 1;

    private const string SumsOfMovements = """
        select string_agg(line, E'\n' order by line collate "C")
        from (
            select format('%s %s %s %s %s', relationship, period, sum(positive), sum(negative), sum(developments)) line
            from barometer.movements where barometer = 'minsk' group by relationship, period having sum(developments) > 0) sums
        """;

    // Of a development, by the one who scores; each is sent to another development.
    private static readonly Dictionary<string, object> OnDevelopments = new(StringComparer.Ordinal)
    {
        ["amendments"] = new { points = Score(Amended) },
        ["withdrawals"] = new { reason = "a rumour" },
        ["redatings"] = new { date = "2019-12-06" },
        ["refilings"] = new { to = "2020-01/2020-02", reason = "continued" },
        ["notes"] = new { text = "see the minutes" },
        ["descriptions"] = new { title = "Another title" },
        ["classifications"] = new { classification = new { cameo = "036" } },
        ["links"] = new { with = "US-12-001" },
    };

    private static ParallelOptions Several => new() { MaxDegreeOfParallelism = 4, CancellationToken = Cancel };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_operations_with_doubled_keys_have_one_effect_each()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        using var boris = await served.Person("boris", Role.ChiefEditor);
        using var ada = await served.Person("ada", Role.Administrator);
        var rules = JsonElement.Parse(await File.ReadAllTextAsync(ProjectFolder.Of("src", "Barometer.Domain", "RuleSets", "Shipped", "by-level.json"), Cancel));
        var sent = new SentTwice();

        await sent.Race(boris, "periods", new { period = "2020-01/2020-02" });
        // What is released corrects what went out.
        await sent.Race(boris, "periods", new { period = "2020-03/2020-04" });
        await sent.Race(boris, "periods/2020-03--2020-04/closing", new { });
        await sent.Race(anna, "developments/scored", Happening("us", 0));
        // Twice at once each, and once more when all are done: the ones bring something new, the others change what those brought, or end it.
        await Parallel.ForAsync(0, OfDevelopments, Several, async (i, _) =>
            await sent.Race(anna, "developments/scored", Happening(i % 2 == 0 ? "russia" : "eu", i), doors: 2));
        await Parallel.ForAsync(0, OfOthers, Several, async (i, _) =>
        {
            await sent.Race(anna, "developments/unscored", Happening("us", i, "unscored"), doors: 2);
            await sent.Race(anna, "developments/considered", Happening("china", i, "considered"), doors: 2);
            await sent.Race(ada, "people", new { subject = $"subject {i}", name = $"reader-{i}", roles = (string[])["reader"] }, doors: 2);
            await sent.Race(ada, "keys", new { name = $"program-{i}", role = "reader", expires = DateTimeOffset.UtcNow.AddDays(2) }, doors: 2);
            await sent.Race(boris, "rule-sets/drafts", new { document = rules }, named: $"rules-{i}", doors: 2);
            await sent.Race(boris, "releases", new { name = $"release-{i}", reason = "oil" }, doors: 2);
        });
        await Parallel.ForAsync(0, OfDevelopments, Several, async (i, _) =>
        {
            var (path, body) = OnDevelopments.ElementAt(i / 2 % OnDevelopments.Count);
            await sent.Race(anna, $"developments/{(i % 2 == 0 ? "RU" : "EU")}-12-{(i / 2) + 1:000}/{path}", body, anyRevision: true, doors: 2);
        });
        await Parallel.ForAsync(0, OfOthers, Several, async (i, _) =>
        {
            await sent.Race(anna, $"developments/US-12-{i + 2:000}/points", new { points = Score(Scored) }, anyRevision: true, doors: 2);
            await sent.Race(ada, "people/dismissals", new { subject = $"subject {i}", reason = "has left" }, doors: 2);
            await sent.Race(ada, $"keys/program-{i}/revocation", new { reason = "lost" }, doors: 2);
            await sent.Race(boris, $"rule-sets/rules-{i}/publication", new { }, doors: 2);
        });
        await NothingComesOfThemLater(served, sent);

        sent.Refused.ShouldBeEmpty();
        sent.Answered.ShouldBe(Operations + 4);
        await OneEffectEach(served, sent);
        (await Answered(anna)).ShouldBe(Expected(sent));
    }

    [Fact]
    public async Task Every_write_endpoint_acts_once_however_often_it_is_asked()
    {
        await using var served = await ServedRecord.Open(server);
        await served.Record.Send<PersonAppointed>(new AppointPerson("subject of root", "root", [Role.Administrator], "test"), Appointments.Everywhere);
        using var root = served.WithToken(Tokens.Of("subject of root"));
        using var anna = await served.Person("anna", Role.Editor);
        using var boris = await served.Person("boris", Role.ChiefEditor);
        using var ada = await served.Person("ada", Role.Administrator);
        var sent = new SentTwice();

        await sent.Race(root, "declaration", Declaration, barometer: "tiny");
        await sent.Race(ada, "settings", new { reason = "a new name", name = "Minsk Barometer 2", added = Array.Empty<object>() });
        await sent.Race(ada, "people", new { subject = "subject of carl", name = "carl", roles = (string[])["reader"] });
        await sent.Race(ada, "people/dismissals", new { subject = "subject of carl", reason = "has left" });
        await sent.Race(ada, "keys", new { name = "news", role = "editor", expires = DateTimeOffset.UtcNow.AddDays(2) });
        await sent.Race(ada, "keys/news/revocation", new { reason = "lost" });
        await sent.Race(boris, "rule-sets/drafts", new { document = JsonElement.Parse(await File.ReadAllTextAsync(ProjectFolder.Of("src", "Barometer.Domain", "RuleSets", "Shipped", "by-level.json"), Cancel)) }, named: "mine");
        await sent.Race(boris, "rule-sets/mine/publication", new { });
        await sent.Race(boris, "rule-sets/mine@1/retirement", new { reason = "superseded" });
        await sent.Race(anna, "developments/unscored", Happening("russia", 1, "unscored"));
        await sent.Race(anna, "developments/considered", Happening("russia", 2, "considered"));
        await sent.RaceImport(anna, Sending.File("news.csv", "origin,relationship,period,date,title,points", "a/1,eu,2019-11/2019-12,2019-12-05,A talk,+1"));
        await sent.Race(anna, "developments/RU-12-001/points", new { points = Score(2) }, anyRevision: true);
        await sent.Race(anna, "developments/RU-12-001/withdrawals", new { reason = "a rumour" }, anyRevision: true);
        await sent.Race(anna, "developments/RU-12-001/reinstatements", new { reason = "no rumour" }, anyRevision: true);
        await sent.Race(boris, "periods", new { period = "2020-01/2020-02" });
        await sent.Race(boris, "periods/2019-11--2019-12/closing", new { });
        await sent.Race(boris, "releases", new { name = "corrected", reason = "oil" });
        foreach (var ordinal in (int[])[1, 2, 3])
            await sent.Race(anna, "developments/RU-12-001/amendments", new { points = Score(3), reason = "misread", reasonKind = "error" }, anyRevision: true);
        await sent.Race(boris, "proposals/RU-12-001.4.2/rejection", new { reason = "no" });
        await sent.Race(anna, "proposals/RU-12-001.4.3/retraction", new { reason = "a mistake" });
        await sent.Race(boris, "proposals/RU-12-001.4.1/approval", new { });
        await NothingComesOfThemLater(served, sent);

        sent.Refused.ShouldBeEmpty();
        await OneEffectEach(served, sent);
        // A new write endpoint is raced, too, here or above.
        var written = await Written(anna);
        string[] raced = [.. sent.Paths, .. OnDevelopments.Keys.Select(path => $"developments/RU-12-001/{path}"), "developments/scored"];
        written.Where(path => !raced.Any(r => Matches(path, r))).ShouldBeEmpty();
    }

    private static async Task OneEffectEach(ServedRecord served, SentTwice sent)
    {
        (await served.Record.Ask<long>("select count(*) from (select 1 from barometer.mt_events where headers ? 'idempotency-key' group by tenant_id, headers ->> 'idempotency-key' having count(distinct causation_id) > 1) twice")).ShouldBe(0);
        (await served.Record.Ask<long>("select count(distinct headers ->> 'idempotency-key') from barometer.mt_events where headers ? 'idempotency-key'")).ShouldBe(sent.Answered);
        // Each event tells of the request that it came of, whatever it is about.
        (await served.Record.Ask<long>("select count(distinct correlation_id) from barometer.mt_events where headers ? 'idempotency-key'")).ShouldBe(sent.Answered);
        (await served.Record.Ask<long>("select count(*) from barometer.mt_events where headers ? 'idempotency-key' and correlation_id is null")).ShouldBe(0);
        sent.Different.ShouldBeEmpty();
        using var vera = await served.Person("vera", Role.Auditor);
        (await served.Record.Ask<string>(SumsOfMovements)).Split('\n').ShouldBe(await Answered(vera));
    }

    private static async Task NothingComesOfThemLater(ServedRecord served, SentTwice sent)
    {
        var (before, numbers) = (await served.Record.Everything(), await served.Record.NumbersGiven());
        await sent.Again();
        (await served.Record.Everything()).ShouldBe(before);
        (await served.Record.NumbersGiven()).ShouldBe(numbers);
    }

    // Worked out from what was accepted, and from nothing else that the service told.
    private static string[] Expected(SentTwice sent)
    {
        var standing = sent.Accepted.Where(c => c.Path == "developments/scored").ToDictionary(c => c.Reference, _ => (Period: "2019-11/2019-12", Points: Scored), StringComparer.Ordinal);
        foreach (var (reference, what) in sent.Accepted.Select(c => c.Path.Split('/')).Where(path => path is ["developments", _, _]).Select(path => (path[1], path[2])))
        {
            if (what == "points")
                standing[reference] = ("2019-11/2019-12", Scored);
            else if (what == "withdrawals")
                standing.Remove(reference);
            else if (what == "amendments")
                standing[reference] = standing[reference] with { Points = Amended };
            else if (what == "refilings")
                standing[reference] = standing[reference] with { Period = "2020-01/2020-02" };
        }

        return
        [
            .. standing.GroupBy(s => (Relationship: s.Key[..2] switch { "RU" => "russia", "EU" => "eu", _ => "us" }, s.Value.Period))
                .Select(g => $"{g.Key.Relationship} {g.Key.Period} {g.Sum(s => s.Value.Points)} 0 {g.Count()}").Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<string[]> Answered(HttpClient client) =>
    [
        .. from index in (await client.Read("indices")).Expected().Data.GetProperty("indices").EnumerateArray()
           where index.GetProperty("developments").GetInt32() > 0
           let line = $"{index.GetProperty("relationship")} {index.GetProperty("period")} {index.GetProperty("positive")} {index.GetProperty("negative")} {index.GetProperty("developments")}"
           orderby line
           select line,
    ];

    private static async Task<string[]> Written(HttpClient client)
    {
        var document = JsonElement.Parse(await client.GetStringAsync("/openapi/v1.json", Cancel));
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               where path.Value.TryGetProperty("post", out var post) && post.TryGetProperty("parameters", out var parameters)
                   && parameters.EnumerateArray().Any(p => p.GetProperty("name").GetString() == "Idempotency-Key")
               select path.Name["/v1/barometers/{barometer}/".Length..],
        ];
    }

    private static bool Matches(string path, string raced)
    {
        var (parts, said) = (path.Split('/'), raced.Split('/'));
        return parts.Length == said.Length && parts.Zip(said).All(p => p.First.StartsWith('{') || p.First == p.Second);
    }

    private static object Happening(string relationship, int i, string kind = "scored") => kind == "scored"
        ? new { relationship, date = "2019-12-05", title = $"Number {i}", points = Score(Scored) }
        : new { relationship, date = "2019-12-05", title = $"Number {i}", reason = "told before" };

    private static object Score(int points) => new { development = new { positive = points, negative = 0 } };

    private static object Declaration => new
    {
        name = "Tiny",
        range = 3,
        calendar = new { firstMonth = "2018-01-01", monthsPerPeriod = 2 },
        relationships = (object[])[new { key = "moon", name = "Moon", printedAs = Array.Empty<string>(), prefix = "MO", dimensions = (object[])[new { key = "development", name = "Development", rose = "improved", fell = "worsened" }] }],
    };
}
