using System.Globalization;
using System.Text.Json;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Replays;

public sealed class Replay_under_own_rules(Server server)
{
    private const string Heads = """
        levels: [head of state, head of government]
        rules: [{ id: heads, reason: They bind., when: { actor: { level: head of state } }, scale: 2 }]
        """;

    [Fact]
    public async Task Drafted_and_published_they_are_replayed_by_name_and_retired_by_version()
    {
        var typist = await Imported();
        await OwnRules.InFile(Heads, file => typist.Ask("rules", "draft", file), "heads");
        (await typist.Type("replay", "--rules", "heads")).Failed(3, "heads");
        var published = await typist.Ask("rules", "publish", "heads");

        var replayed = await typist.Ask("replay", "--rules", "heads");

        (Text(replayed[0], "ruleSet"), Text(replayed[0], "digest")).ShouldBe(("heads@1", Text(published.GetProperty("ruleSet"), "digest")));
        await typist.Ask("rules", "retire", "heads@1", "--reason", "a trial");
        (await typist.Type("replay", "--rules", "heads")).Failed(3, "Every version of heads is retired");
        JsonElement.DeepEquals(await typist.Ask("replay", "--rules", "heads@1"), replayed).ShouldBeTrue();
    }

    [Fact]
    public async Task Each_development_is_named_with_what_the_rule_adds_to_it()
    {
        var typist = await Imported();

        var russia = (await OwnRules.InFile(Heads, file => typist.Ask("replay", "--rules", file, "--developments", "-r", "russia"))).EnumerateArray().ShouldHaveSingleItem();

        // What a head of state is in counts a second time: -1 -2 +1 +3 +3 -1.
        russia.GetProperty("postings").EnumerateArray().Where(p => p.TryGetProperty("rule", out _)).Select(p => (Text(p, "reference"), p.GetProperty("value").GetDecimal())).ShouldBe(
            [("RU-12-004", -1), ("RU-12-005", -2), ("RU-12-013", 1), ("RU-12-015", 3), ("RU-12-018", 3), ("RU-12-020", -1)], ignoreOrder: true);
        (russia.GetProperty("value").GetDecimal(), russia.GetProperty("difference").GetDecimal()).ShouldBe((16, 3));
        // Among all five, though only one is shown.
        russia.GetProperty("rank").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task A_composite_is_an_element_of_its_own_with_its_parts()
    {
        const string rules = """
            composite: { id: neighbours, reason: A choice., dimension: development, normalisation: per-development, mean: arithmetic,
              parts: [{ relationship: russia, weight: 0.6 }, { relationship: eu, weight: 0.25 }, { relationship: ukraine, weight: 0.15 }] }
            """;
        var typist = await Imported();

        var composite = (await OwnRules.InFile(rules, file => typist.Ask("replay", "--rules", file))).EnumerateArray().Single(i => i.TryGetProperty("composite", out _));

        // 13 ÷ 29, 31 ÷ 24 and 17 ÷ 33, rounded; × 0.6, 0.25 and 0.15, rounded: 0.268965517 + 0.322916667 + 0.077272727.
        composite.GetProperty("value").GetDecimal().ShouldBe(0.669154911m);
        composite.GetProperty("parts").EnumerateArray().Select(p => (Text(p, "relationship"), p.GetProperty("normalised").GetDecimal())).ShouldBe([("russia", 0.448275862m), ("eu", 1.291666667m), ("ukraine", 0.515151515m)]);
        (Text(composite, "composite"), Text(composite, "period")).ShouldBe(("neighbours", "2019-11/2019-12"));
        composite.TryGetProperty("relationship", out _).ShouldBeFalse();
        (await OwnRules.InFile(rules, file => typist.Type("replay", "--rules", file))).Done().Out.ShouldContain("composite neighbours 2019-11/2019-12 is +0.669154911");
    }

    [Fact]
    public async Task Of_many_indices_a_person_is_shown_those_that_differ_most_and_a_program_all()
    {
        var typist = await Typist.Before(server);
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.tsv");
        // Once with every other country, and with the last of them a hundred times.
        var events = Enumerable.Range(0, 60).Append(0).SelectMany(n => Enumerable.Repeat($"Utopia\tConsult\tCountry {n.ToString("00", CultureInfo.InvariantCulture)}\t2014-07-01", n == 59 ? 100 : 1));
        await File.WriteAllLinesAsync(file, events, TestContext.Current.CancellationToken);
        await typist.Ask("import", file, "--format", "icews", "--relationships", "dyads", "--calendar", "month");
        File.Delete(file);

        var said = (await typist.Type("replay", "--rules", "cameo-goldstein")).Done().Out;

        said.Split('\n')[2].ShouldStartWith("country-59-utopia");
        said.ShouldContain("Of 60 indices these are the 20 that differ most; those of one relationship are told with -r, all with --json.");
        said.ShouldContain("as of the positions of 60 relationships");
        (await typist.Ask("replay", "--rules", "cameo-goldstein")).GetArrayLength().ShouldBe(60);
        (await typist.Type("replay", "--rules", "cameo-goldstein", "-r", "country-07-utopia")).Done().Out.ShouldContain("goldstein");
    }

    [Fact]
    public async Task Mistakes_in_rules_and_in_asking_are_told_in_a_sentence()
    {
        var typist = await Imported();

        (await Mistyped(typist, Heads.Replace("when:", "wen:", StringComparison.Ordinal))).Failed(2, "did you mean 'when'?");
        (await Mistyped(typist, Heads.Replace("level: head of state", "level: heads of state", StringComparison.Ordinal))).Failed(2, "did you mean 'head of state'?");
        (await Mistyped(typist, Heads.Replace("scale: 2", "scale: two", StringComparison.Ordinal))).Failed(2, "line 5");
        (await typist.Type("replay", "--rules", "as-publishd")).Failed(4, "Did you mean as-published?");
        (await typist.Type("replay", "--rules", "as-published", "--against", "print")).Failed(4, "Beside rule sets 'against' takes points, printed and closing.");
        (await typist.Type("replay", "--rules", "as-published", "--to", "2019-09/2019-10")).Failed(4, "No period up to 2019-09/2019-10 was opened");
        (await typist.Type("replay", "--rules", "as-published", "-r", "rusia")).Failed(4, "There is no relationship 'rusia'");
        (await typist.Type("replay", "--rules", "as-published", "--again", "feedfeedfeed")).Failed(2, "leave out all but --again feedfeedfeed");
        (await typist.Type("replay", "--rules", "as-published", "--as-of", "yesterday")).Failed(2, "is no moment");
        (await typist.Type("replay", "--rules", "as-published", "--as-of", "2019-12-31")).Done().Out.ShouldContain("which asks when it was recorded, not when it happened");
    }

    private static Task<Typed> Mistyped(Typist typist, string rules) => OwnRules.InFile(rules, file => typist.Type("replay", "--rules", file));

    private async Task<Typist> Imported()
    {
        var typist = await Typist.Before(server);
        await typist.Ask("import", Samples.Developments, Samples.Printed);
        return typist;
    }

    private static string Text(JsonElement e, string member) => e.GetProperty(member).GetString()!;
}
