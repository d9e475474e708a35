using System.Text.Json;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.RuleSets;

public sealed class RulesTests(Server server)
{
    private const string Heads = """
        name: heads-count-double
        version: 1
        title: A head of state counts double
        rules:
          - id: heads
            reason: They can bind a state.
            when: { source: { level: head of state }, nonEvent: false }
            scale: 2
        """;

    [Fact]
    public async Task A_rule_set_is_drafted_replaced_published_and_retired_and_stays_what_it_was()
    {
        var typist = await Typist.WithOpenPeriod(server);

        (await Draft(typist, Heads)).GetProperty("version").GetInt32().ShouldBe(1);
        (await Draft(typist, Heads.Replace("scale: 2", "scale: 3", StringComparison.Ordinal))).GetProperty("document").GetProperty("rules")[0].GetProperty("scale").GetDecimal().ShouldBe(3);
        var published = await typist.Ask("rules", "publish", "heads-count-double");
        published.GetProperty("ruleSet").GetProperty("version").GetInt32().ShouldBe(1);
        await Refused(typist, Heads, "heads-count-double@1 is published and never changes; the next version of heads-count-double is 2.");
        await Draft(typist, Heads.Replace("version: 1", "version: 2", StringComparison.Ordinal));
        (await typist.Type("rules", "publish", "heads-count-double@3")).Failed(3, "heads-count-double@2 is drafted, not heads-count-double@3.");
        await typist.Ask("rules", "publish", "heads-count-double@2");
        await typist.Ask("rules", "retire", "heads-count-double@2", "--reason", "it was a slip");

        (await Listed(typist)).ShouldBe(["heads-count-double@1 published", "heads-count-double@2 retired"]);
        var shown = await typist.Ask("rules", "show", "heads-count-double");
        shown.GetProperty("ruleSet").GetRawText().ShouldBe(published.GetProperty("ruleSet").GetRawText());
        shown.GetProperty("said")[0].GetProperty("sentence").GetString().ShouldBe("where a source's level is head of state and it did happen, multiplies the value by 3");
        (await typist.Ask("rules", "show", "heads-count-double@2")).GetProperty("said")[0].GetProperty("sentence").GetString()!.ShouldEndWith("by 2");
        (await typist.Ask("rules", "compare", "heads-count-double@1", "heads-count-double@2")).GetProperty("differences").EnumerateArray().Select(d => d.GetProperty("sentence").GetString())
            .ShouldBe(["'heads' multiplies the value by 2 instead of 3"]);
    }

    [Fact]
    public async Task The_same_draft_sent_again_with_its_key_is_recorded_once()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await InFile(Heads, async file =>
        {
            var first = await typist.Ask("rules", "draft", file, "--key", "once");
            await typist.Ask("rules", "publish", "heads-count-double");
            JsonElement.DeepEquals(await typist.Ask("rules", "draft", file, "--key", "once"), first).ShouldBeTrue();
            (await typist.Ask("rules", "compare", file, "heads-count-double@1")).GetProperty("differences").GetArrayLength().ShouldBe(0);
        });
        (await typist.Ask("log")).EnumerateArray().Select(e => e.GetProperty("event").GetString()).Count(e => e == "rule_set_drafted").ShouldBe(1);
    }

    [Fact]
    public async Task Rule_sets_of_one_barometer_are_unknown_to_another_and_the_shipped_ones_known_to_every()
    {
        var (one, other) = (await Typist.WithOpenPeriod(server), await Typist.WithOpenPeriod(server));
        await Draft(one, Heads);

        (await other.Type("rules", "show", "heads-count-double@1")).Failed(4, $"'{other.Barometer}' has no rule set 'heads-count-double'; there are as-published, cameo-goldstein, plover-2021, plover-2021-corrected, by-level, deeds-not-words.");
        (await other.Ask("rules", "list")).EnumerateArray().Select(r => $"{r.GetProperty("name")} {r.GetProperty("state")}").ShouldBe(
            ["as-published shipped", "cameo-goldstein shipped", "plover-2021 shipped", "plover-2021-corrected shipped", "by-level shipped", "deeds-not-words shipped"]);
    }

    [Fact]
    public async Task What_is_checked_shown_or_compared_out_of_files_and_of_what_is_shipped_needs_no_barometer()
    {
        var typist = await Typist.Before(server);
        await InFile(Heads, async file =>
        {
            (await typist.Ask("rules", "check", file)).GetProperty("ruleSet").GetProperty("name").GetString().ShouldBe("heads-count-double");
            (await typist.Type("rules", "check", file)).Done().Out.ShouldContain("heads: where a source's level is head of state and it did happen, multiplies the value by 2");
            (await typist.Type("rules", "compare", "as-published", file)).Done().Out.ShouldContain("'heads' is new");
            (await typist.Type("rules", "compare", file, file)).Done().Out.ShouldContain("in nothing.");
        });
        (await typist.Ask("rules", "show", "plover-2021@1")).GetProperty("document").GetProperty("rules").GetArrayLength().ShouldBe(5);
        (await typist.Ask("rules", "schema")).GetProperty("title").GetString().ShouldBe("a rule set");
    }

    [Fact]
    public async Task A_person_reads_what_became_of_a_rule_set()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await InFile(Heads, async file => (await typist.Type("rules", "draft", file)).Done().Out.ShouldBe("heads-count-double@1 is drafted; it can still be replaced.\n"));
        (await typist.Type("rules", "publish", "heads-count-double")).Done().Out.ShouldMatch("^heads-count-double@1 is published: [0-9a-f]{64}\n$");
        (await typist.Type("rules", "retire", "heads-count-double@1")).Failed(2, "Say why heads-count-double@1 is retired.");
        (await typist.Type("rules", "retire", "heads-count-double@1", "--reason", "a slip")).Done().Out.ShouldBe("heads-count-double@1 is retired: a slip\n");
        (await typist.Type("rules", "retire", "heads-count-double@1", "--reason", "again")).Failed(3, "heads-count-double@1 was retired already: a slip");
        (await typist.Type("rules", "retire", "heads-count-double@2", "--reason", "a slip")).Failed(4, "heads-count-double@2 is not published; there is heads-count-double@1 (retired).");
        (await typist.Type("rules", "list")).Done().Out.ShouldContain("A head of state counts double (retired: a slip)");
    }

    [Fact]
    public async Task Rule_sets_that_differ_in_every_part_are_compared_in_words()
    {
        var typist = await Typist.WithOpenPeriod(server);
        const string one = "name: one\nversion: 1\ntitle: One\nrules:\n- { id: a, reason: r, scale: 2 }\n- { id: b, reason: r, exclude: true, when: { theme: trade } }\n";
        const string other = "name: other\nversion: 3\ntitle: Other\nlevels: [minister]\nrules:\n- { id: a, reason: r, scale: 0.5 }\n- { id: c, reason: r, clamp: { to: 2 } }\n";
        await InFile(one, first => InFile(other, async second =>
        {
            var compared = await typist.Ask("rules", "compare", first, second);
            (compared.GetProperty("first").GetProperty("name").GetString(), compared.GetProperty("second").GetProperty("version").GetInt32()).ShouldBe(("one", 3));
            compared.GetProperty("differences").EnumerateArray().Select(d => (d.GetProperty("part").GetString(), d.TryGetProperty("id", out var id) ? id.GetString() : null)).Order()
                .ShouldBe([("levels", null), ("rules", "a"), ("rules", "b"), ("rules", "c"), ("title", null)]);
            var said = (await typist.Type("rules", "compare", first, second)).Done().Out;
            said.ShouldStartWith("other@3 differs from one@1:");
            said.ShouldContain("'a' multiplies the value by 0.5 instead of 2");
            said.ShouldContain("'b' is gone");
            said.ShouldContain("'c' is new");
        }));
    }

    [Fact]
    public async Task The_schema_is_printed_as_a_file_that_editors_read()
    {
        var written = (await (await Typist.Before(server)).Type("rules", "schema")).Done().Out;

        var schema = JsonElement.Parse(written);
        schema.GetProperty("$schema").GetString().ShouldBe("https://json-schema.org/draft/2020-12/schema");
        schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).ShouldBe(["name", "version", "title", "levels", "rules", "composite", "bands", "inputs"], ignoreOrder: true);
        schema.GetProperty("required").EnumerateArray().Select(r => r.GetString()).ShouldBe(["name", "version", "title"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(2, "'Heads!' names no rule set", "rules", "show", "Heads!")]
    [InlineData(4, "There is no as-published@2; there is as-published@1.", "rules", "show", "as-published@2")]
    [InlineData(4, "There is no rule set 'nothing'; draft it first.", "rules", "publish", "nothing")]
    [InlineData(3, "'by-level' comes with every barometer, and is published.", "rules", "publish", "by-level")]
    [InlineData(2, "Say which version of nothing is retired: nothing@1.", "rules", "retire", "nothing")]
    [InlineData(2, "is a folder; name the file in it", "rules", "check", "/tmp")]
    [InlineData(1, "no-such-file.yaml", "rules", "check", "no-such-file.yaml")]
    public async Task A_mistake_is_told_in_a_sentence(int exitCode, string sentence, params string[] line)
    {
        var typist = await Typist.WithOpenPeriod(server);
        (await typist.Type(line)).Failed(exitCode, sentence);
    }

    [Fact]
    public async Task Mistakes_in_a_file_are_told_with_their_places_and_nothing_is_recorded()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await Refused(typist, Heads.Replace("scale:", "scael:", StringComparison.Ordinal), "line 8, column 5: 'scael' is not known in a rule; did you mean 'scale'?", exitCode: 2);
        (await Listed(typist)).ShouldBeEmpty();
    }

    private static async Task<string[]> Listed(Typist typist) =>
        [.. (await typist.Ask("rules", "list")).EnumerateArray().Where(r => r.GetProperty("state").GetString() != "shipped").Select(r => $"{r.GetProperty("name")}@{r.GetProperty("version")} {r.GetProperty("state")}")];

    private static async Task<JsonElement> Draft(Typist typist, string text)
    {
        JsonElement drafted = default;
        await InFile(text, async file => drafted = await typist.Ask("rules", "draft", file));
        return drafted;
    }

    private static Task Refused(Typist typist, string text, string sentence, int exitCode = 3) =>
        InFile(text, async file => (await typist.Type("rules", "draft", file)).Failed(exitCode, sentence));

    private static async Task InFile(string text, Func<string, Task> act)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.yaml");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        await act(file);
        File.Delete(file);
    }
}
