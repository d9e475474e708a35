using System.Net;
using Barometer.Domain.People;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.Builder;

namespace Barometer.Host.Tests.Serving.Admission;

/// <summary>What a credential is worth, for how long, and where.</summary>
public sealed class Tokens_and_keys(Server server)
{
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
    public async Task A_service_with_an_endpoint_about_which_nobody_decided_does_not_start()
    {
        await using var service = WebApplication.CreateSlimBuilder().Build();
        service.MapGet("/secrets", () => "told to everybody");

        Should.Throw<InvalidOperationException>(service.CheckAdmission).Message.ShouldContain("/secrets");
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

    [Fact]
    public async Task A_key_that_is_issued_again_at_the_command_line_is_the_first_one_and_is_told_no_more()
    {
        await using var record = await (await server.NewRecord()).Declared();
        string[] typed = ["keys", "issue", "nightly-import", "--role", "editor", "--days", "30", "--key", "once"];

        var first = await Executable.Run(record.Connection, typed);
        var again = await Executable.Run(record.Connection, typed);

        (first.ExitCode, again.ExitCode).ShouldBe((0, 0), again.Error);
        first.Out.ShouldContain("bk.minsk.nightly-import.");
        again.Out.ShouldContain("Its key was told");
        again.Out.Split('\n')[0].ShouldBe(first.Out.Split('\n')[0]);
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
    public async Task Nobody_approves_what_he_proposed_under_another_name_or_by_a_key_that_he_issued()
    {
        await using var served = await ServedRecord.Open(server);
        using var ada = await served.Person("ada", [Role.Administrator, Role.ChiefEditor], Appointments.Everywhere);
        (await ada.Command("settings", new { twoPersons = "every-period", reason = "four eyes" })).Expected();
        var expires = DateTimeOffset.UtcNow.AddDays(30);
        using var program = served.WithKey((await ada.Command("keys", new { name = "news-reader", role = "editor", expires })).Expected().Data.GetProperty("key").GetString()!);
        var byHerself = await Propose(ada);
        var byHerKey = await Propose(program);

        (await ada.Command("people", new { subject = "subject of ada", name = "adele", roles = new[] { "chief-editor" } })).Expected();

        (await ada.Command($"proposals/{byHerself}/approval", new { })).Body.GetRawText().ShouldContain("adele, as *ada, proposed");
        (await ada.Command($"proposals/{byHerKey}/approval", new { })).Body.GetRawText().ShouldContain("adele, as news-reader, proposed");
        using var boris = await served.Person("boris", Role.ChiefEditor);
        (await boris.Command($"proposals/{byHerself}/approval", new { })).Expected();
        (await boris.Command($"proposals/{byHerKey}/approval", new { })).Expected();

        static async Task<string> Propose(HttpClient client)
        {
            var scored = new { relationship = "russia", date = "2019-12-05", title = "Visit", points = new { development = new { positive = 1, negative = 0 } } };
            return (await client.Command("developments/scored", scored)).Expected().Data.GetProperty("proposal").GetProperty("id").GetString()!;
        }
    }

    [Fact]
    public async Task Who_is_an_administrator_everywhere_appoints_everywhere()
    {
        await using var served = await ServedRecord.Open(server);
        using var root = await served.Person("root", Role.Administrator, Appointments.Everywhere);
        using var ada = await served.Person("ada", Role.Administrator);
        var anna = new { subject = "subject of anna", name = "anna", roles = new[] { "reader" } };

        (await ada.Command("people", anna, barometer: Appointments.Everywhere)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ada.Read("people", Appointments.Everywhere)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await root.Command("people", anna, barometer: Appointments.Everywhere)).Expected();

        (await root.Read("people", Appointments.Everywhere)).Expected().Data.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(["root", "anna"]);
        using var reader = served.WithToken(Tokens.Of("subject of anna"));
        (await reader.Read("indices")).Expected();
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
}
