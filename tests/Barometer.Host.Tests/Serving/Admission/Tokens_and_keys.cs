using System.Net;
using System.Text;
using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Domain.Record;

namespace Barometer.Host.Tests.Serving;

/// <summary>Every endpoint of the OpenAPI document, in every role, at one's own barometer, another's, and none.</summary>
public sealed class Who_may_do_what(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_lets_in_whose_role_has_its_right_and_tells_others_nothing()
    {
        await using var served = await ServedRecord.Open(server);
        await served.Record.Declared("vilnius");
        using var nobody = served.Nobody();
        using var stranger = await served.Person("stranger", Role.Administrator, "vilnius");
        var roles = new Dictionary<Role, HttpClient>();
        foreach (var role in Enum.GetValues<Role>())
            roles[role] = await served.Person(Word.Of(role), role);
        var wrong = new List<string>();

        foreach (var operation in await Operations(nobody))
        {
            await Expect(wrong, operation, "nobody", nobody, "minsk", HttpStatusCode.Unauthorized);
            if (!operation.OfBarometer)
                continue;
            var none = await Expect(wrong, operation, "stranger of none", stranger, "nowhere", HttpStatusCode.NotFound);
            var other = await Expect(wrong, operation, "stranger of another", stranger, "minsk", HttpStatusCode.NotFound);
            if (other.Replace("minsk", "nowhere", StringComparison.Ordinal) != none)
                wrong.Add($"{operation} tells a stranger that minsk exists: {other}");
            foreach (var (role, client) in roles)
            {
                var may = Rights.Of(role).Contains(operation.Right!.Value);
                await Expect(wrong, operation, Word.Of(role), client, "minsk", may ? null : HttpStatusCode.Forbidden);
                await Expect(wrong, operation, $"{Word.Of(role)} elsewhere", client, "vilnius", HttpStatusCode.NotFound);
            }
        }

        wrong.ShouldBeEmpty();
        foreach (var client in roles.Values)
            client.Dispose();
    }

    [Fact]
    public async Task A_token_that_is_expired_signed_by_another_or_for_somebody_else_lets_nobody_in()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Auditor);
        (await anna.Read("log")).Status.ShouldBe(HttpStatusCode.OK);

        foreach (var token in (string[])[Tokens.Of("subject of anna", valid: TimeSpan.FromHours(-1)), Tokens.Of("subject of anna", key: new byte[32]), Tokens.Of("subject of anna", audience: "others"), "x"])
        {
            using var client = served.WithToken(token);
            var told = await client.Read("log");
            (told.Status, told.Problem).ShouldBe((HttpStatusCode.Unauthorized, "unauthenticated"));
        }
    }

    [Fact]
    public async Task The_first_people_and_keys_of_a_barometer_may_come_all_at_once()
    {
        await using var served = await ServedRecord.Open(server);
        using var root = await served.Person("root", Role.Administrator, Appointments.Everywhere);

        var issued = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => root.Command("keys", new { name = $"program-{n}", role = "editor", expires = DateTimeOffset.UtcNow.AddDays(30) })));

        issued.ShouldAllBe(told => told.Status == HttpStatusCode.Created);
        (await root.Read("people")).Expected().Body.GetRawText().ShouldContain("program-8");
    }

    [Theory]
    [InlineData("barometer:development-name", "anna", "barometer:development-role", "administrator")]
    [InlineData("barometer:key-name", "news-reader", "barometer:key-barometer", "minsk")]
    [InlineData("barometer:key-name", "news-reader", "other", "claim")]
    public async Task What_a_token_claims_beside_its_subject_counts_for_nothing(string name, string value, string another, string other)
    {
        await using var served = await ServedRecord.Open(server);
        using var ada = await served.Person("ada", Role.Administrator);
        (await ada.Command("keys", new { name = "news-reader", role = "editor", expires = DateTimeOffset.UtcNow.AddDays(30) })).Expected();
        using var mallory = served.WithToken(Tokens.Of("subject of mallory", claims: [(name, value), (another, other)]));

        var told = await mallory.Read("indices");

        (told.Status, told.Problem).ShouldBe((HttpStatusCode.NotFound, "not-found"));
    }

    [Fact]
    public async Task An_import_declares_a_barometer_for_an_administrator_alone()
    {
        await using var served = await ServedRecord.OpenEmpty(server);
        using var anna = await served.Person("anna", Role.Editor, Appointments.Everywhere);
        using var root = await served.Person("root", [Role.ChiefEditor, Role.Administrator], Appointments.Everywhere);
        var developments = Sending.Sample(Samples.Developments);

        (await anna.Import("", "an-import", developments)).Problem.ShouldBe("not-found");

        (await served.Record.Ask<long>("select count(*) from barometer.mt_doc_settings")).ShouldBe(0);
        (await anna.FollowToItsEnd((await root.Import("", "an-import", developments)).Expected()))[^1].GetProperty("state").GetString().ShouldBe("done");
    }

    [Fact]
    public async Task What_is_not_proposed_yet_cannot_be_taken_back()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);

        var told = await anna.Command("proposals/RU-12-001.1.1/retraction", new { reason = "before anybody else" });

        (told.Status, told.Problem).ShouldBe((HttpStatusCode.NotFound, "not-found"));
    }

    [Fact]
    public async Task Two_persons_can_be_asked_for_in_open_periods_and_are_at_once()
    {
        await using var served = await ServedRecord.Open(server);
        using var ada = await served.Person("ada", Role.Administrator);
        using var anna = await served.Person("anna", Role.Editor);

        (await ada.Command("settings", new { twoPersons = "every-period", reason = "four eyes" })).Expected();

        var scored = new { relationship = "russia", date = "2019-12-05", title = "Visit", points = new { development = new { positive = 1, negative = 0 } } };
        (await anna.Command("developments/scored", scored)).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_key_acts_in_its_name_until_it_is_revoked()
    {
        await using var served = await ServedRecord.Open(server);
        using var ada = await served.Person("ada", Role.Administrator);
        var wanted = new { name = "news-reader", role = "editor", expires = DateTimeOffset.UtcNow.AddDays(30) };
        var issued = (await ada.Command("keys", wanted, key: "issue")).Expected();
        var key = issued.Data.GetProperty("key").GetString()!;
        using var program = served.WithKey(key);

        (await program.Command("developments/unscored", new { relationship = "russia", date = "2019-12-05", title = "Visit" })).Expected();

        var again = (await ada.Command("keys", wanted, key: "issue")).Expected();
        again.Data.TryGetProperty("key", out _).ShouldBeFalse();
        var log = (await ada.Read("log")).Expected();
        log.Data.EnumerateArray().Last().GetProperty("actor").GetString().ShouldBe("news-reader");
        log.Body.GetRawText().ShouldNotContain(key.Split('.')[^1]);
        log.Body.GetRawText().ShouldNotContain("hash");
        (await program.Command("keys", wanted)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await program.Read("indices", "nowhere")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await ada.Command("keys/news-reader/revocation", new { reason = "lost" })).Expected();
        (await program.Read("indices")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Whoever_is_dismissed_is_let_in_no_more_and_stays_in_the_record()
    {
        await using var served = await ServedRecord.Open(server);
        using var ada = await served.Person("ada", Role.Administrator);
        using var anna = await served.Person("anna", Role.Editor);
        (await anna.Read("indices")).Expected();

        (await ada.Command("people/dismissals", new { subject = "subject of anna", reason = "has left" })).Expected();

        (await anna.Read("indices")).Status.ShouldBe(HttpStatusCode.NotFound);
        var people = (await ada.Read("people")).Expected().Data.GetProperty("people").EnumerateArray();
        people.Single(p => p.GetProperty("name").GetString() == "anna").GetProperty("roles").GetArrayLength().ShouldBe(0);
    }

    private static async Task<string> Expect(List<string> wrong, Operation operation, string who, HttpClient client, string barometer, HttpStatusCode? expected)
    {
        using var request = new HttpRequestMessage(operation.Method, operation.At(barometer));
        if (operation.Method != HttpMethod.Get)
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        var met = expected is { } status
            ? response.StatusCode == status
            : (int)response.StatusCode < 500 && response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
        if (!met)
            wrong.Add($"{operation} answers {who} with {(int)response.StatusCode}");
        return expected is null ? "" : Without(await response.Content.ReadAsStringAsync(Cancel), "correlation");
    }

    private static string Without(string problem, string member) =>
        string.Join(", ", JsonElement.Parse(problem).EnumerateObject().Where(m => m.Name != member).Select(m => m.ToString()));

    private static async Task<Operation[]> Operations(HttpClient client)
    {
        var document = JsonElement.Parse(await client.GetStringAsync("/openapi/v1.json", Cancel));
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               where operation.Value.TryGetProperty("security", out _)
               select new Operation(
                   HttpMethod.Parse(operation.Name), path.Name,
                   operation.Value.TryGetProperty("x-right", out var right) ? Word.Read<Right>(right.GetString()!) : null),
        ];
    }

    private sealed record Operation(HttpMethod Method, string Path, Right? Right)
    {
        public bool OfBarometer => Path.Contains("{barometer}", StringComparison.Ordinal);

        public string At(string barometer) => string.Join('/', Path.Replace("{barometer}", barometer, StringComparison.Ordinal).Split('/').Select(part => part.StartsWith('{') ? "RU-12-001" : part));

        public override string ToString() => $"{Method} {Path}";
    }
}
