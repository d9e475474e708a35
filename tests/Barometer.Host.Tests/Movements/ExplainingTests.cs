using System.Text.Json;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Movements;

/// <summary>A period that was closed, and then changed in every way that an index can be.</summary>
public sealed class ChangedSinceItsClosing(Server server) : IAsyncLifetime
{
    public const string Period = "2019-11/2019-12";
    public const string Later = "2020-01/2020-02";

    public Typist Typist { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var typist = Typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("open", Later);
        foreach (var (points, title) in new[] { ("+3", "Presidents meet"), ("+1", "An exercise ends"), ("+1", "Gas is paid for"), ("0", "Nothing is signed") })
            await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", title, "--points", points, "--period", Period);
        await typist.Ask("score", "-r", "us", "--date", "2019-12-05", "--title", "A visit", "--points", "+1", "--period", Period);
        await typist.Ask("close", Period, "--actor", "dora");
        await typist.AskBoth("amend", "RU-12-001", "--points", "+1", "--actor", "anna", "--reason", "misread", "--reason-kind", "error");
        await typist.AskBoth("withdraw", "RU-12-002", "--actor", "boris", "--reason", "rumour", "--reason-kind", "error");
        await typist.AskBoth("withdraw", "RU-12-003", "--actor", "boris", "--reason", "rumour", "--reason-kind", "error");
        await typist.AskBoth("reinstate", "RU-12-003", "--actor", "anna", "--reason", "confirmed", "--reason-kind", "new-information");
        await typist.AskBoth("score", "-r", "russia", "--date", "2019-12-06", "--title", "A loan", "--points", "+1", "--period", Period, "--after-closing", "--actor", "carla", "--reason", "found in a footnote", "--reason-kind", "new-information");
        await typist.AskBoth("refile", "RU-12-004", "--to", Later, "--actor", "carla", "--reason", "continued in January", "--reason-kind", "reattribution");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class ExplainingTests(ChangedSinceItsClosing changed) : IClassFixture<ChangedSinceItsClosing>
{
    private const string Period = ChangedSinceItsClosing.Period;

    [Fact]
    public async Task Since_a_closing_every_change_is_told_by_cause_with_its_actor_and_reason_and_nothing_is_left_over()
    {
        var typist = changed.Typist;

        var explanation = (await typist.Ask("explain", "russia", "--period", Period)).GetProperty("explanations").EnumerateArray().Single();

        explanation.GetProperty("from").GetProperty("aggregate").GetInt32().ShouldBe(5);
        explanation.GetProperty("to").GetProperty("aggregate").GetInt32().ShouldBe(3);
        explanation.GetProperty("residual").GetInt32().ShouldBe(0);
        Told(explanation).ShouldBe(
        [
            "new RU-12-005 r1 +1 by carla: found in a footnote (new-information)",
            "amended RU-12-001 r2 -2 by anna: misread (error)",
            "withdrawn RU-12-002 r2 -1 by boris: rumour (error)",
            "withdrawn RU-12-003 r2 -1 by boris: rumour (error)",
            "reinstated RU-12-003 r3 +1 by anna: confirmed (new-information)",
            "refiled RU-12-004 r2 +0 by carla: continued in January (reattribution)",
        ]);
    }

    [Fact]
    public async Task A_change_is_said_in_the_dimensions_own_word()
    {
        var explanation = (await changed.Typist.Ask("explain", "russia", "--period", Period)).GetProperty("explanations").EnumerateArray().Single();
        explanation.GetProperty("said").GetString().ShouldBe("deteriorated");
    }

    [Theory]
    [InlineData("closing")]
    [InlineData($"closing:{Period}")]
    public async Task However_a_closing_is_named_its_snapshot_is_where_the_explanation_starts(string from) =>
        (await changed.Typist.Ask("explain", "--period", Period, "--from", from)).GetProperty("fromSnapshot").GetBoolean().ShouldBeTrue();

    [Fact]
    public async Task The_explanation_from_A_to_B_and_that_from_B_to_C_are_that_from_A_to_C()
    {
        var typist = changed.Typist;
        string[] moments = ["start", "russia:3", "russia:5", "russia:8", "now"];

        for (var b = 1; b < moments.Length - 1; b++)
        {
            var whole = await Explain(typist, moments[0], moments[^1]);
            var (before, after) = (await Explain(typist, moments[0], moments[b]), await Explain(typist, moments[b], moments[^1]));

            Told(before).Concat(Told(after)).Order(StringComparer.Ordinal).ShouldBe(Told(whole).Order(StringComparer.Ordinal));
            JsonElement.DeepEquals(before.GetProperty("to"), after.GetProperty("from")).ShouldBeTrue();
            (Aggregate(before.GetProperty("from")), Aggregate(after.GetProperty("to"))).ShouldBe((Aggregate(whole.GetProperty("from")), Aggregate(whole.GetProperty("to"))));
            new[] { before, after, whole }.ShouldAllBe(e => e.GetProperty("residual").GetInt32() == 0);
        }
    }

    [Fact]
    public async Task As_of_its_closing_a_period_is_as_its_snapshot_whatever_was_recorded_since()
    {
        var typist = changed.Typist;

        var snapshot = await Snapshot(typist);
        var closing = await typist.Ask("index", "--period", Period, "--as-of", "closing");

        closing.EnumerateArray().Select(Sums).ShouldBe(snapshot.GetProperty("figures").EnumerateArray().Select(Sums));
        closing.EnumerateArray().Sum(Aggregate).ShouldBe(6);
        (await typist.Ask("index", "--period", Period)).EnumerateArray().Sum(Aggregate).ShouldBe(4);
        JsonElement.DeepEquals(await typist.Ask("index", "--period", Period, "--as-of", $"closing:{Period}"), closing).ShouldBeTrue();
        JsonElement.DeepEquals(await typist.Ask("index", "--period", Period, "--as-of", snapshot.GetProperty("positions").GetString()!), closing).ShouldBeTrue();
    }

    [Fact]
    public async Task A_person_reads_the_waterfall_from_the_snapshot_to_now()
    {
        var typist = changed.Typist;

        var lines = (await typist.Type("explain", "russia", "--period", Period)).Done().Out.Split('\n');

        lines[0].ShouldContain("from the snapshot at ");
        lines.ShouldContain(l => l.StartsWith("russia ", StringComparison.Ordinal) && l.Contains("+5"));
        lines.Single(l => l.Contains("RU-12-001 r2")).ShouldMatch(@"-2 +\+4 .*anna, approved by approver, error: misread");
        lines.ShouldContain(l => l.Contains("-2") && l.Contains("+3") && l.Contains("residual 0"));
    }

    private static async Task<JsonElement> Snapshot(Typist typist) =>
        (await typist.Ask("log", "--take", "1000")).EnumerateArray().Single(e => e.GetProperty("event").GetString() == "period_closed").GetProperty("data");

    private static async Task<JsonElement> Explain(Typist typist, string from, string to) =>
        (await typist.Ask("explain", "russia", "--period", Period, "--from", from, "--to", to)).GetProperty("explanations").EnumerateArray().Single();

    private static string[] Told(JsonElement explanation) =>
        [.. from cause in explanation.GetProperty("causes").EnumerateArray()
            from m in cause.GetProperty("movements").EnumerateArray()
            select $"{cause.GetProperty("cause")} {m.GetProperty("reference")} r{m.GetProperty("revision")} {m.GetProperty("positive").GetInt32() + m.GetProperty("negative").GetInt32():+0;-0;+0}"
                + $" by {m.GetProperty("actor")}: {Said(m, "reason")} ({Said(m, "reasonKind")})"];

    private static string Said(JsonElement e, string member) => e.TryGetProperty(member, out var said) ? said.ToString() : "";

    private static int Aggregate(JsonElement figure) => figure.GetProperty("aggregate").GetInt32();

    private static (string?, string?, int, int, int) Sums(JsonElement f) =>
        (f.GetProperty("relationship").GetString(), f.GetProperty("dimension").GetString(), f.GetProperty("positive").GetInt32(), f.GetProperty("negative").GetInt32(), f.GetProperty("developments").GetInt32());
}
