using System.Text.Json;
using Barometer.Domain.RuleSets;
using Barometer.Host.Tests.Replays;
using Barometer.Host.Tests.Terminal;
using static Barometer.Host.Tests.Movements.ReleasedIssues;

namespace Barometer.Host.Tests.Movements;

public sealed class VintagesTests(ReleasedIssues issues) : IClassFixture<ReleasedIssues>
{
    private Typist Typist => issues.Typist;

    [Fact]
    public async Task The_triangle_has_a_row_a_period_and_a_column_a_release_and_is_empty_where_a_period_was_closed_later()
    {
        var answer = await Typist.Ask("vintages", "--triangle");

        Members(answer).ShouldBe(["show", "asOf", "until", "print", "releases", "series"]);
        answer.GetProperty("releases").EnumerateArray().Select(r => Text(r, "name")).ShouldBe([Closing12, Corrected, Closing13]);
        Cells(answer, "russia").ShouldBe([$"{Issue12} {Closing12} 13", $"{Issue12} {Corrected} 12", $"{Issue12} {Closing13} 12", $"{Issue13} {Closing13} 0"]);
        Cells(answer, "us").ShouldBe([$"{Issue12} {Closing12} 8", $"{Issue12} {Corrected} 8", $"{Issue12} {Closing13} 8", $"{Issue13} {Closing13} 1"]);
        Cells(answer, "security", "regional-tension").ShouldBe([$"{Issue12} {Closing12} -9 Yellow", $"{Issue12} {Corrected} -6 Green", $"{Issue12} {Closing13} -6 Green", $"{Issue13} {Closing13} 0 White"]);
    }

    [Fact]
    public async Task A_column_is_what_the_index_says_as_of_its_release()
    {
        var answer = await Typist.Ask("vintages", "--show", "triangle");

        foreach (var release in answer.GetProperty("releases").EnumerateArray())
        {
            var asked = Text(release, "name") is var name && name.StartsWith("closing:", StringComparison.Ordinal) ? name : $"release:{name}";
            var indices = (await Typist.Ask("index", "--as-of", asked)).EnumerateArray().ToDictionary(Key, Value);
            var cells = answer.GetProperty("series").EnumerateArray()
                .SelectMany(s => s.GetProperty("observations").EnumerateArray().Where(o => Text(o, "release") == Text(release, "name")).Select(o => (Key: Key(s), Value: Value(o)))).ToArray();
            cells.Length.ShouldBe(asked == Closing13 ? 14 : 7);
            cells.ShouldAllBe(c => indices[c.Key].Equals(c.Value));
            (await Typist.Ask("index", "--as-of", Text(release, "positions"))).GetRawText().ShouldBe((await Typist.Ask("index", "--as-of", asked)).GetRawText());
        }
    }

    [Fact]
    public async Task As_published_is_the_snapshot_and_first_is_the_same_from_the_movements()
    {
        var published = await Typist.Ask("vintages", "--show", "as-published");
        var first = await Typist.Ask("vintages", "--show", "first");

        Cells(published, "russia").ShouldBe([$"{Issue12} {Closing12} 13", $"{Issue13} {Closing13} 0"]);
        published.GetProperty("series").GetRawText().ShouldBe(first.GetProperty("series").GetRawText());
        published.GetProperty("series").GetArrayLength().ShouldBe(14);
    }

    [Fact]
    public async Task The_latest_is_what_the_index_says()
    {
        var latest = await Typist.Ask("vintages", "--show", "latest");

        latest.GetProperty("series").EnumerateArray().Select(s => (Key(s), Value(s.GetProperty("observations").EnumerateArray().Single())))
            .ShouldBe((await Typist.Ask("index")).EnumerateArray().Select(i => (Key(i), Value(i))));
    }

    [Fact]
    public async Task All_are_the_values_one_after_another_each_with_its_cause_and_the_releases_it_went_out_in()
    {
        var russia = (await Typist.Ask("vintages", "russia", "--period", Issue12)).GetProperty("series").EnumerateArray().Single().GetProperty("observations").EnumerateArray().ToArray();

        russia.Length.ShouldBe(31);
        russia.Zip(russia.Skip(1)).ShouldAllBe(pair => pair.First.GetProperty("to").GetRawText() == pair.Second.GetProperty("from").GetRawText());
        russia[^1].TryGetProperty("to", out _).ShouldBeFalse();
        russia[^3..].Select(o => (Aggregate(o), string.Join(", ", o.GetProperty("releases").EnumerateArray().Select(r => r.GetString())), Why(o))).ShouldBe(
        [
            (13, Closing12, "RU-12-029 new"),
            (12, $"{Corrected}, {Closing13}", "RU-12-016 amended by anna: crude oil only"),
            (14, "", "RU-12-016 amended by anna: the whole balance"),
        ]);
    }

    [Fact]
    public async Task A_withdrawal_is_among_them_and_the_development_stays_to_be_seen_as_withdrawn()
    {
        var security = (await Typist.Ask("vintages", "security", "--period", Issue12)).GetProperty("series").EnumerateArray().Last();
        var last = security.GetProperty("observations").EnumerateArray().Last();

        (Aggregate(last), Text(last, "band"), Number(last, "developments"), Why(last)).ShouldBe((-6, "Green", 30, "SEC-12-004 withdrawn by boris: counted twice"));
        (await Typist.Ask("history", "SEC-12-004")).GetProperty("development").GetProperty("withdrawn").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Print_stands_beside_and_is_no_observation()
    {
        var us = (await Typist.Ask("vintages", "us", "--show", "as-published")).GetProperty("series").EnumerateArray().ToArray();

        us[0].GetProperty("printed").EnumerateArray().Select(f => (Text(f, "figure"), Number(f, "points"))).ShouldContain(("aggregate", 9));
        us[0].GetProperty("observations").EnumerateArray().Select(Aggregate).ShouldBe([8]);
        us[1].GetProperty("printed").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Every_number_carries_its_rules_and_how_far_the_record_had_come()
    {
        foreach (var show in new[] { "as-published", "first", "latest", "all", "triangle" })
        {
            var answer = await Typist.Ask("vintages", "--show", show);
            answer.GetProperty("series").EnumerateArray().SelectMany(s => s.GetProperty("observations").EnumerateArray()).ShouldAllBe(o =>
                Text(o.GetProperty("ruleSet"), "name") == "as-published" && Number(o.GetProperty("ruleSet"), "version") == 1
                && Text(o.GetProperty("ruleSet"), "digest") == RuleSet.AsPublished.Digest && o.GetProperty("asOf").GetInt64() > 0);
            (Text(answer, "show"), Text(answer, "until")).ShouldBe((show, Closing13));
        }
    }

    [Fact]
    public async Task A_closing_under_rules_that_add_to_the_points_is_told_with_what_they_come_to_and_its_points_have_no_colour()
    {
        var typist = await Typist.WithOpenPeriod(issues.Server);
        const string calmer = "rules:\n  - id: calmer\n    reason: r\n    scale: 0.5\nbands:\n  - dimension: development\n    bands:\n      - {name: Cold, to: 1, meaning: m}\n      - {name: Warm, from: 2, meaning: m}";
        await OwnRules.InFile(calmer, file => typist.Ask("rules", "draft", file), "calmer");
        await typist.Ask("rules", "publish", "calmer");
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2", "--period", Issue12);
        await typist.Ask("close", Issue12, "--rules", "calmer@1");

        var published = Observed(await typist.Ask("vintages", "russia", "--show", "as-published"));
        var first = Observed(await typist.Ask("vintages", "russia", "--show", "first"));

        (Aggregate(published), Number(published, "underRules"), Text(published, "band"), Text(published.GetProperty("ruleSet"), "name")).ShouldBe((2, 1, "Cold", "calmer"));
        (Aggregate(first), first.TryGetProperty("underRules", out _), first.TryGetProperty("band", out _), Text(first.GetProperty("ruleSet"), "name")).ShouldBe((2, false, false, "calmer"));

        static JsonElement Observed(JsonElement answer) => answer.GetProperty("series").EnumerateArray().Single().GetProperty("observations").EnumerateArray().Single();
    }

    [Fact]
    public async Task A_person_reads_a_triangle_with_print_beside_it()
    {
        var lines = (await Typist.Type("vintages", "us", "--triangle")).Done().Out.Split('\n');

        lines[1].ShouldMatch($"^period +{Closing12} +{Corrected} +{Closing13} +printed");
        lines[2].ShouldMatch(@"^2019-11/2019-12 +\+8 +\+8 +\+8 +\+9");
        lines[3].ShouldMatch(@"^2020-01/2020-02 +\+1 *$");
    }

    [Fact]
    public async Task A_person_reads_who_made_each_value_and_where_it_went_out()
    {
        var lines = (await Typist.Type("vintages", "russia", "--period", Issue12)).Done().Out.Split('\n');

        lines[0].ShouldBe($"russia {Issue12} in print +10");
        lines.ShouldContain(l => l.Contains("+12") && l.Contains($"{Corrected}, {Closing13}") && l.Contains("RU-12-016 amended by anna, new-information: crude oil only"));
    }

    /// <summary>Period, release, aggregate and colour of each observation.</summary>
    internal static IEnumerable<string> Cells(JsonElement answer, string relationship, string? dimension = null) =>
        from s in answer.GetProperty("series").EnumerateArray()
        where Text(s, "relationship") == relationship && (dimension is null || Text(s, "dimension") == dimension)
        from o in s.GetProperty("observations").EnumerateArray()
        select $"{Text(s, "period")} {Text(o, "release")} {Aggregate(o)}{(o.TryGetProperty("band", out var band) ? $" {band}" : "")}";

    private static string Why(JsonElement o) =>
        o.GetProperty("movements").EnumerateArray().Single() is var m && m.TryGetProperty("reason", out var reason)
            ? $"{Text(m, "reference")} {Text(m, "cause")} by {Text(m, "actor")}: {reason}"
            : $"{Text(m, "reference")} {Text(m, "cause")}";

    private static (string, string, string) Key(JsonElement e) => (Text(e, "relationship"), Text(e, "dimension"), Text(e, "period"));

    private static (int, int, int, int) Value(JsonElement e) => (Number(e, "positive"), Number(e, "negative"), Aggregate(e), Number(e, "developments"));

    private static string Text(JsonElement e, string member) => e.GetProperty(member).GetString()!;

    private static int Aggregate(JsonElement e) => Number(e, "aggregate");

    private static int Number(JsonElement e, string member) => e.GetProperty(member).GetInt32();

    private static string[] Members(JsonElement answer) => [.. answer.EnumerateObject().Select(m => m.Name)];
}
