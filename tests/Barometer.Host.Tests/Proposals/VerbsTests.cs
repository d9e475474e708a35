using System.Text.Json;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Proposals;

public sealed class VerbsTests(Server server)
{
    private const string Period = "2019-11/2019-12";

    private static readonly string[] Amend = ["amend", "RU-12-001", "--points", "+1", "--reason", "misread", "--reason-kind", "error", "--actor", "anna"];

    [Fact]
    public async Task Every_verb_of_proposals_prints_its_documented_answer()
    {
        var typist = await Closed();

        var proposed = await typist.Ask(Amend);
        Members(proposed).ShouldBe(["changes", "indices", "ruleSet", "closedPeriods", "proposal"]);
        (proposed.GetProperty("changes").GetArrayLength(), proposed.GetProperty("indices").GetArrayLength()).ShouldBe((0, 0));
        Members(proposed.GetProperty("proposal")).ShouldBe(["id", "indices", "asOf", "closedPeriods"]);
        var pending = (await typist.Ask("proposals", "--pending")).EnumerateArray().Single();
        Members(pending).ShouldBe(["id", "state", "relationship", "reference", "title", "madeOn", "command", "proposedBy", "proposedAt", "reason", "reasonKind", "indices", "asOf", "ruleSet"], ignoreOrder: true);
        (Text(pending, "state"), Text(pending, "title"), pending.GetProperty("madeOn").GetInt32(), Text(pending.GetProperty("command"), "name")).ShouldBe(("pending", "A talk", 1, "amend_points"));
        JsonElement.DeepEquals(pending.GetProperty("indices"), proposed.GetProperty("proposal").GetProperty("indices")).ShouldBeTrue();

        var approved = await typist.Ask("approve", "ru-12-001.1.1", "--actor", "vera");
        Members(approved).ShouldBe(["changes", "indices", "asOf", "ruleSet", "closedPeriods"]);
        JsonElement.DeepEquals(approved.GetProperty("indices"), pending.GetProperty("indices")).ShouldBeTrue();
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-06", "--title", "A loan", "--points", "+1", "--period", Period, "--after-closing", "--reason", "forgotten", "--reason-kind", "error");
        var rejected = await typist.Ask("reject", "RU-12-NEW.1", "--reason", "it is RU-12-001", "--actor", "vera");
        (Text(rejected, "proposal"), Text(rejected, "actor"), Text(rejected, "reason")).ShouldBe(("RU-12-NEW.1", "vera", "it is RU-12-001"));

        var all = (await typist.Ask("proposals")).EnumerateArray().ToArray();
        all.Select(p => (Text(p, "id"), Text(p, "state"))).ShouldBe([("RU-12-001.1.1", "approved"), ("RU-12-NEW.1", "rejected")]);
        (Text(all[0], "approvedBy"), all[0].GetProperty("made").GetInt32(), Text(all[1], "rejectedBy"), Text(all[1], "rejectedBecause")).ShouldBe(("vera", 2, "vera", "it is RU-12-001"));
        all.ShouldAllBe(p => p.GetProperty("decidedAt").GetDateTimeOffset() >= p.GetProperty("proposedAt").GetDateTimeOffset());
        (await typist.Ask("proposals", "RU-12-NEW.1")).EnumerateArray().Select(p => Text(p, "id")).ShouldBe(["RU-12-NEW.1"]);
        (await typist.Ask("proposals", "--pending")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_history_the_explanation_and_the_log_tell_who_approved()
    {
        var typist = await Closed();
        await typist.Ask(Amend);
        await typist.Ask("approve", "RU-12-001.1.1", "--actor", "vera");

        var revision = (await typist.Ask("history", "RU-12-001")).GetProperty("revisions").EnumerateArray().Last();
        (Text(revision, "actor"), Text(revision, "approvedBy")).ShouldBe(("anna", "vera"));
        var explanation = (await typist.Ask("explain", "russia", "--period", Period)).GetProperty("explanations").EnumerateArray().Single();
        var movement = explanation.GetProperty("causes")[0].GetProperty("movements")[0];
        (Text(movement, "actor"), Text(movement, "approvedBy"), explanation.GetProperty("residual").GetInt32()).ShouldBe(("anna", "vera", 0));
        (await typist.Ask("log", "--take", "3")).EnumerateArray().Select(e => $"{Text(e, "stream")} {Text(e, "event")} {Text(e, "actor")}").ShouldBe(
            ["proposal/RU-12-001.1.1 change_proposed anna", "proposal/RU-12-001.1.1 proposal_approved vera", "relationship/russia points_amended anna"], ignoreOrder: true);
        (await typist.Type("history", "RU-12-001")).Done().Out.ShouldMatch(@"amended \+2 → \+1 +anna, approved by vera +error: misread");
        (await typist.Type("explain", "russia", "--period", Period)).Done().Out.ShouldContain("anna, approved by vera, error: misread");
    }

    [Fact]
    public async Task A_person_reads_that_a_change_waits_for_somebody_else_and_what_it_would_move()
    {
        var typist = await Closed();

        var said = (await typist.Type(Amend)).Done().Out;

        said.ShouldContain("Proposed as RU-12-001.1.1; it needs somebody else's approval (barometer approve RU-12-001.1.1). Nothing has moved.");
        said.ShouldMatch(@"russia +2019-11/2019-12 +\+2 +→ +\+1");
        (await typist.Type("proposals")).Done().Out.ShouldMatch(@"RU-12-001\.1\.1 +pending +\S+ \S+ +anna +amend RU-12-001 to \+1 \(A talk\) +error: misread +russia \+2 → \+1");
        (await typist.Type("approve", "RU-12-001.1.1", "--actor", "anna")).Failed(3, "anna proposed RU-12-001.1.1; somebody else approves it.").Error.ShouldContain("barometer approve RU-12-001.1.1 --actor …");
        (await typist.Type("reject", "RU-12-001.1.1")).Failed(2, "Say why RU-12-001.1.1 is rejected").Error.ShouldContain("--reason \"…\"");
        await typist.Ask("note", "RU-12-001", "Seen by two.", "--actor", "carla");
        (await typist.Type("approve", "RU-12-001.1.1", "--actor", "vera")).Failed(5, "RU-12-001 is at revision 2, made by carla").Error.ShouldContain("barometer proposals RU-12-001.1.1");
        (await typist.Type("proposals", "--pending")).Done().Out.ShouldContain("There is no such proposal.");
    }

    [Fact]
    public async Task Settings_say_where_two_persons_are_needed()
    {
        var typist = await Typist.WithOpenPeriod(server);
        Text(await typist.Ask("settings", "--two-persons", "every-period", "--reason", "four eyes"), "twoPersons").ShouldBe("every-period");

        (await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2", "--period", Period)).TryGetProperty("proposal", out _).ShouldBeTrue();

        (await typist.Type("settings", "--two-persons", "none", "--reason", "haste")).Failed(2, "'none' is not one of closed-periods, every-period");
    }

    private async Task<Typist> Closed()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2", "--period", Period);
        await typist.Ask("close", Period);
        return typist;
    }

    private static string Text(JsonElement e, string member) => e.GetProperty(member).GetString()!;

    private static string[] Members(JsonElement answer) => [.. answer.EnumerateObject().Select(m => m.Name)];
}
