using System.Text.Json;
using Barometer.Host.Tests.Terminal;
using Npgsql;

namespace Barometer.Host.Tests.Replays;

public sealed class Replay_of_issue_12(Server server)
{
    private const string Period = "2019-11/2019-12";

    [Fact]
    public async Task Under_the_rules_it_was_closed_with_as_of_its_closing_it_is_its_snapshot()
    {
        var typist = await Imported();
        var closing = await typist.Ask("close", Period, "--answer", "date:SEC-12-029=kept");
        await typist.AskBoth("amend", "RU-12-016", "--points", "+1", "--reason-kind", "new-information", "--reason", "crude oil only");
        await typist.AskBoth("withdraw", "SEC-12-004", "--reason-kind", "error", "--reason", "told twice");

        var replayed = await typist.Ask("replay", "--rules", "as-published@1", "--as-of", $"closing:{Period}", "--against", "closing");

        Figures(replayed).ShouldBe(closing.GetProperty("figures").EnumerateArray().Select(f => (
            f.GetProperty("relationship").GetString(), f.GetProperty("dimension").GetString(), f.GetProperty("positive").GetDecimal(), f.GetProperty("negative").GetDecimal(),
            f.GetProperty("developments").GetInt64(), Said(f, "band"))));
        replayed.EnumerateArray().ShouldAllBe(i => i.GetProperty("difference").GetDecimal() == 0 && i.GetProperty("lines").GetArrayLength() == 0);
    }

    [Fact]
    public async Task A_period_closed_under_other_rules_keeps_both_layers_and_replays_to_the_digit()
    {
        var typist = await Imported();
        var closing = await typist.Ask("close", Period, "--rules", "by-level@1", "--answer", "date:SEC-12-029=kept");
        await typist.AskBoth("amend", "RU-12-016", "--points", "+1", "--reason-kind", "new-information", "--reason", "crude oil only");

        var replayed = await typist.Ask("replay", "--rules", "by-level@1", "--as-of", $"closing:{Period}", "--against", "closing");

        closing.GetProperty("ruleSet").GetProperty("name").GetString().ShouldBe("by-level");
        Values(replayed).ShouldBe(closing.GetProperty("underRules").EnumerateArray().Select(i => (i.GetProperty("relationship").GetString(), i.GetProperty("aggregate").GetDecimal())));
        replayed.EnumerateArray().ShouldAllBe(i => i.GetProperty("difference").GetDecimal() == 0);
        closing.GetProperty("figures")[0].GetProperty("aggregate").GetInt32().ShouldBe(13);
    }

    [Fact]
    public async Task A_closing_under_rules_that_ask_for_titles_is_compared_with_rules_that_do_not()
    {
        var typist = await Imported();
        await typist.Ask("rules", "draft", await Written("titled", "rules: [{ id: meetings, reason: r, when: { title: [Sochi] }, scale: 2 }]"));
        await typist.Ask("rules", "publish", "titled@1");
        await typist.Ask("close", Period, "--rules", "titled@1", "--answer", "date:SEC-12-029=kept");
        await typist.AskBoth("amend", "RU-12-016", "--points", "+1", "--reason-kind", "new-information", "--reason", "crude oil only");

        var russia = Of(await typist.Ask("replay", "--rules", "as-published", "--against", "closing"), "russia");

        // 13 and once more the +3 of Sochi; then −1 for the amendment, and −3 without the rule.
        (russia.GetProperty("against").GetDecimal(), russia.GetProperty("value").GetDecimal()).ShouldBe((16, 12));
        Lines(russia).ShouldBe([("data", "amended", -1), ("without", "rule", -3)]);
    }

    [Fact]
    public async Task What_rules_name_and_the_barometer_does_not_have_is_refused()
    {
        var typist = await Imported();
        var file = await Written("typo", "rules: [{ id: calm, reason: r, moveTo: regional-tensions }]");

        (await typist.Type("replay", "--rules", file)).Failed(2, "'calm' of typo@1 names the dimension 'regional-tensions', which Minsk Barometer does not have; did you mean 'regional-tension'?");
        (await typist.Type("rules", "draft", file)).Failed(2, "'calm' of typo@1 names the dimension 'regional-tensions', which Minsk Barometer does not have; did you mean 'regional-tension'?");
        (await typist.Type("rules", "show", "typo@1")).Failed(4, "has no rule set 'typo'");
    }

    [Fact]
    public async Task A_closing_pins_no_draft_and_nothing_retired()
    {
        var typist = await Imported();
        await typist.Ask("rules", "draft", await Written("calm", "rules: [{ id: half, reason: too much, scale: 0.5 }]"));

        (await typist.Type("close", Period, "--rules", "calm@1", "--answer", "date:SEC-12-029=kept")).Failed(3, "in force");
        await typist.Ask("rules", "publish", "calm@1");
        await typist.Ask("rules", "retire", "calm@1", "--reason", "a mistake");
        (await typist.Type("close", Period, "--rules", "calm@1", "--answer", "date:SEC-12-029=kept")).Failed(3, "in force");
        (await typist.Ask("close", Period, "--answer", "date:SEC-12-029=kept")).GetProperty("ruleSet").GetProperty("name").GetString().ShouldBe("as-published");
    }

    [Fact]
    public async Task Beside_its_closing_data_comes_first_then_rules_and_both_add_up()
    {
        var typist = await Imported();
        await typist.Ask("close", Period, "--answer", "date:SEC-12-029=kept");
        await typist.AskBoth("amend", "RU-12-016", "--points", "+1", "--reason-kind", "new-information", "--reason", "crude oil only");

        var russia = Of(await typist.Ask("replay", "--rules", "by-level", "--against", "closing"), "russia");

        var lines = russia.GetProperty("lines").EnumerateArray().ToArray();
        (Word(lines[0], "step"), Word(lines[0], "what"), lines[0].GetProperty("value").GetDecimal()).ShouldBe(("data", "amended", -1m));
        lines.Skip(1).ShouldAllBe(l => Word(l, "step") == "with");
        lines.Sum(l => l.GetProperty("value").GetDecimal()).ShouldBe(russia.GetProperty("difference").GetDecimal());
        russia.GetProperty("against").GetDecimal().ShouldBe(13);
    }

    [Fact]
    public async Task Beside_print_what_was_printed_otherwise_is_a_line_of_its_own()
    {
        var typist = await Imported();

        var replayed = await typist.Ask("replay", "--rules", "as-published", "--against", "printed");

        Lines(Of(replayed, "russia")).ShouldBe([("print", "reconciliation", 3)]);
        Lines(Of(replayed, "us")).ShouldBe([("print", "reconciliation", -1)]);
        Lines(Of(replayed, "eu")).ShouldBe([]);
    }

    [Theory]
    [InlineData("as-published")]
    [InlineData("cameo-goldstein")]
    [InlineData("plover-2021")]
    [InlineData("plover-2021-corrected")]
    [InlineData("by-level")]
    [InlineData("deeds-not-words")]
    public async Task Lines_and_postings_add_up_under_every_shipped_rule_set_beside_every_other(string rules)
    {
        var typist = await Imported();
        foreach (var against in (string[])["points", "printed", "as-published", "plover-2021", "by-level"])
        {
            foreach (var index in (await typist.Ask("replay", "--rules", rules, "--against", against, "--developments")).EnumerateArray())
            {
                if (index.TryGetProperty("difference", out var difference))
                    index.GetProperty("lines").EnumerateArray().Sum(l => l.GetProperty("value").GetDecimal()).ShouldBe(difference.GetDecimal());
                index.GetProperty("postings").EnumerateArray().Sum(p => p.GetProperty("value").GetDecimal()).ShouldBe(index.GetProperty("value").GetDecimal());
            }
        }
    }

    [Fact]
    public async Task A_saved_replay_gives_the_same_again_whatever_was_recorded_since()
    {
        var typist = await Imported();
        var first = await typist.Type("replay", "--rules", "by-level", "--against", "printed", "--json");
        var id = first.Done().Json[0].GetProperty("replay").GetString()!;
        await typist.Ask("amend", "RU-12-016", "--points", "-3");

        var again = (await typist.Type("replay", "--again", id, "--json")).Done();

        again.Out.ShouldBe(first.Out);
        again.Error.ShouldContain("gives the same again");
        (await typist.Ask("replay", "--rules", "by-level", "--against", "printed"))[0].GetProperty("replay").GetString().ShouldNotBe(id);
    }

    [Fact]
    public async Task A_replay_leaves_the_record_as_it_is()
    {
        var typist = await Imported();
        var before = await DigestOfRecord(typist.Barometer);

        await typist.Ask("replay", "--rules", "plover-2021", "--against", "printed");

        (await DigestOfRecord(typist.Barometer)).ShouldBe(before);
    }

    [Fact]
    public async Task Mistakes_are_told_in_a_sentence()
    {
        var typist = await Imported();

        (await typist.Type("replay")).Failed(2, "--rules as-published");
        (await typist.Type("replay", "--rules", "as-printed")).Failed(4, "there are as-published, cameo-goldstein");
        (await typist.Type("replay", "--rules", "as-published", "--against", "closing")).Failed(4, "is not closed");
        (await typist.Type("replay", "--rules", "as-published", "--from", "2019-12/2020-01")).Failed(2, "is no period");
        (await typist.Type("replay", "--rules", "as-published", "--from", "2020-01/2020-02")).Failed(4, "the last is 2019-11/2019-12");
        (await typist.Type("replay", "--again", "feedfeedfeed")).Failed(4, "There is no saved replay");
        (await typist.Type("replay", "--rules", "no-such-file.yaml")).Failed(1, "no-such-file.yaml");
    }

    private async Task<Typist> Imported()
    {
        var typist = await Typist.Before(server);
        (await typist.Type("import", Samples.Developments, Samples.Printed)).Done();
        return typist;
    }

    private static async Task<string> Written(string name, string rules)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, $"{name}.yaml");
        await File.WriteAllTextAsync(file, $"name: {name}\nversion: 1\ntitle: {name}\n{rules}\n", TestContext.Current.CancellationToken);
        return file;
    }

    private static async Task<string> DigestOfRecord(string barometer)
    {
        await using var source = NpgsqlDataSource.Create(Typist.Connection);
        await using var ask = source.CreateCommand("select encode(sha256(string_agg(e::text, '\n' order by seq_id)::bytea), 'hex') from barometer.mt_events e where tenant_id = $1");
        ask.Parameters.AddWithValue(barometer);
        return (string)(await ask.ExecuteScalarAsync())!;
    }

    private static IEnumerable<(string?, string?, decimal, decimal, long, string?)> Figures(JsonElement replayed) => replayed.EnumerateArray().Select(i => (
        i.GetProperty("relationship").GetString(), i.GetProperty("dimension").GetString(), i.GetProperty("positive").GetDecimal(), i.GetProperty("negative").GetDecimal(),
        i.GetProperty("developments").GetInt64(), Said(i, "band")));

    private static IEnumerable<(string?, decimal)> Values(JsonElement replayed) =>
        replayed.EnumerateArray().Select(i => (i.GetProperty("relationship").GetString(), i.GetProperty("value").GetDecimal()));

    private static JsonElement Of(JsonElement replayed, string relationship) => replayed.EnumerateArray().First(i => i.GetProperty("relationship").GetString() == relationship);

    private static IEnumerable<(string, string, decimal)> Lines(JsonElement index) =>
        index.GetProperty("lines").EnumerateArray().Select(l => (Word(l, "step"), Word(l, "what"), l.GetProperty("value").GetDecimal()));

    private static string Word(JsonElement line, string member) => line.GetProperty(member).GetString()!;

    private static string? Said(JsonElement element, string member) => element.TryGetProperty(member, out var said) ? said.GetString() : null;
}
