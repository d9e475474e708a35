using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Domain.Record;
using Barometer.Domain.Tests;

namespace Barometer.Host.Tests.Serving;

/// <summary>
/// Every write endpoint, sent from several doors at once and again later with the same key: whatever comes of it, it comes of it once, and
/// whoever got an answer got the same.
/// </summary>
public sealed class Commands_sent_twice(Server server)
{
    private const int Operations = 10_000;
    private const int Doors = 4;

    // Of a development, by the one who scores; each is sent to another development.
    private static readonly Dictionary<string, object> OnDevelopments = new(StringComparer.Ordinal)
    {
        ["amendments"] = new { points = Score(1) },
        ["withdrawals"] = new { reason = "a rumour" },
        ["redatings"] = new { date = "2019-12-06" },
        ["refilings"] = new { to = "2020-01/2020-02", reason = "continued" },
        ["notes"] = new { text = "see the minutes" },
        ["descriptions"] = new { title = "Another title" },
        ["classifications"] = new { classification = new { cameo = "036" } },
        ["links"] = new { with = "US-12-001" },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_operations_with_doubled_keys_have_one_effect_each()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        using var boris = await served.Person("boris", Role.ChiefEditor);
        var sent = new Sent();

        await sent.Race(boris, "periods", new { period = "2020-01/2020-02" });
        await sent.Race(anna, "developments/scored", Happening("us", 0));
        var commands = Operations / (Doors + 1);
        await Parallel.ForAsync(0, commands / 2, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancel }, async (i, _) =>
        {
            var kind = (i % 3) switch { 0 => "scored", 1 => "unscored", _ => "considered" };
            await sent.Race(anna, $"developments/{kind}", Happening(i % 2 == 0 ? "russia" : "eu", i, kind));
        });
        await Parallel.ForAsync(0, commands / 2, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancel }, async (i, _) =>
        {
            var (path, body) = OnDevelopments.ElementAt(i % OnDevelopments.Count);
            await sent.Race(anna, $"developments/{(i % 2 == 0 ? "RU" : "EU")}-12-{(i / 2) + 1:000}/{path}", body, anyRevision: true);
        });
        await sent.Again(anna);

        sent.Count.ShouldBeGreaterThanOrEqualTo(Operations);
        sent.Answered.ShouldBeGreaterThan(commands / 2);
        await OneEffectEach(served, sent);
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
        var sent = new Sent();

        await sent.Race(root, "declaration", Declaration, barometer: "tiny");
        await sent.Race(ada, "settings", new { reason = "a new name", name = "Minsk Barometer 2", added = Array.Empty<object>() });
        await sent.Race(ada, "people", new { subject = "subject of carl", name = "carl", roles = (string[])["reader"] });
        await sent.Race(ada, "people/dismissals", new { subject = "subject of carl", reason = "has left" });
        await sent.Race(ada, "keys", new { name = "news", role = "editor", expires = DateTimeOffset.UtcNow.AddDays(2) }, secret: true);
        await sent.Race(ada, "keys/news/revocation", new { reason = "lost" });
        await sent.Race(boris, "rule-sets/drafts", new { document = JsonElement.Parse(await File.ReadAllTextAsync(ProjectFolder.Of("src", "Barometer.Domain", "RuleSets", "Shipped", "by-level.json"), Cancel)) }, named: "mine");
        await sent.Race(boris, "rule-sets/mine/publication", new { });
        await sent.Race(boris, "rule-sets/mine@1/retirement", new { reason = "superseded" });
        await sent.Race(anna, "developments/unscored", Happening("russia", 1, "unscored"));
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
        await sent.Again(anna);

        sent.Refused.ShouldBeEmpty();
        await OneEffectEach(served, sent);
        // A new write endpoint is raced, too, here or above.
        var written = await Written(anna);
        string[] raced = [.. sent.Paths, .. OnDevelopments.Keys.Select(path => $"developments/RU-12-001/{path}"), "developments/scored", "developments/considered"];
        written.Where(path => !raced.Any(r => Matches(path, r))).ShouldBeEmpty();
    }

    private static async Task OneEffectEach(ServedRecord served, Sent sent)
    {
        (await served.Record.Ask<long>("select count(*) from (select 1 from barometer.mt_events where headers ? 'idempotency-key' group by tenant_id, headers ->> 'idempotency-key' having count(distinct causation_id) > 1) twice")).ShouldBe(0);
        (await served.Record.Ask<long>("select count(distinct headers ->> 'idempotency-key') from barometer.mt_events where headers ? 'idempotency-key'")).ShouldBe(sent.Answered);
        sent.Different.ShouldBeEmpty();
    }

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
        ? new { relationship, date = "2019-12-05", title = $"Number {i}", points = Score(2) }
        : new { relationship, date = "2019-12-05", title = $"Number {i}", reason = "told before" };

    private static object Score(int points) => new { development = new { positive = points, negative = 0 } };

    private static object Declaration => new
    {
        name = "Tiny",
        range = 3,
        calendar = new { firstMonth = "2018-01-01", monthsPerPeriod = 2 },
        relationships = (object[])[new { key = "moon", name = "Moon", printedAs = Array.Empty<string>(), prefix = "MO", dimensions = (object[])[new { key = "development", name = "Development", rose = "improved", fell = "worsened" }] }],
    };

    /// <summary>What was sent, and what came of it.</summary>
    private sealed class Sent
    {
        private readonly ConcurrentBag<(string Path, object Body, bool AnyRevision, string Key, string Barometer)> _commands = [];
        private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);
        private int _count;

        public int Count => _count;

        public int Answered => _answers.Count;

        public ConcurrentBag<string> Different { get; } = [];

        public ConcurrentBag<string> Refused { get; } = [];

        public IEnumerable<string> Paths => _commands.Select(c => c.Path);

        public async Task Race(HttpClient client, string path, object body, bool anyRevision = false, string barometer = "minsk", bool secret = false, string? named = null)
        {
            var key = Guid.NewGuid().ToString();
            var said = named is null ? body : Named(body, named);
            await Task.WhenAll(Enumerable.Range(0, Doors).Select(_ => Send(client, path, said, anyRevision, key, barometer, secret)));
            _commands.Add((path, said, anyRevision, key, barometer));
            if (!_answers.ContainsKey(key))
                Refused.Add(path);
        }

        /// <summary>The same of files, whose answer tells how far they are: it is the same as long as it is of the same import.</summary>
        public async Task RaceImport(HttpClient client, (string Part, string Name, byte[] Content) file)
        {
            var key = Guid.NewGuid().ToString();
            var told = await Task.WhenAll(Enumerable.Range(0, Doors).Select(_ => client.Import("", key, file)));
            Interlocked.Add(ref _count, Doors);
            _commands.Add(("imports", file.Name, AnyRevision: false, key, "minsk"));
            foreach (var other in told.Where(t => t.Expected().Data.GetProperty("import").GetString() != key))
                Different.Add($"imports: {other.Data}");
            if ((await client.FollowToItsEnd(told[0]))[^1].GetProperty("state").GetString() == "done")
                _answers[key] = key;
            else
                Refused.Add("imports");
        }

        /// <summary>Sends those of an editor once more, long after.</summary>
        public Task Again(HttpClient client) => Parallel.ForEachAsync(
            _commands.Where(c => c.Path.StartsWith("developments", StringComparison.Ordinal)),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel },
            async (c, _) => await Send(client, c.Path, c.Body, c.AnyRevision, c.Key, c.Barometer, secret: false));

        private async Task Send(HttpClient client, string path, object body, bool anyRevision, string key, string barometer, bool secret)
        {
            Interlocked.Increment(ref _count);
            var told = await client.Command(path, body, anyRevision ? "*" : null, key, barometer: barometer);
            if ((int)told.Status >= 500)
                Different.Add($"{path}: {told.Status}");
            if (told.Status is not (HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted))
                return;
            // A secret is told once.
            var answer = secret ? told.Data.GetProperty("name").GetString()! : Domain.RuleSets.CanonicalJson.Digest(told.Data);
            if (_answers.GetOrAdd(key, answer) != answer)
                Different.Add($"{path}: {told.Data}");
        }

        private static JsonElement Named(object draft, string name)
        {
            var document = System.Text.Json.Nodes.JsonNode.Parse(JsonSerializer.Serialize(draft, RecordJson.Options))!;
            document["document"]!["name"] = name;
            return JsonElement.Parse(document.ToJsonString());
        }
    }
}
