using System.Text.Json;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Replays;

/// <summary>Uncertainty, sensitivity, leaving out, distances and smallest amendments of issue 12, as a person asks for them; figures worked out by hand.</summary>
public sealed class How_far_a_replay_holds(ImportedIssue issue) : IClassFixture<ImportedIssue>
{
    // Either input takes the U.S. from +8 to 0, wherever it is drawn.
    private const string NothingOfTheUS = """
        rules: [{ id: us, reason: A test., when: { relationship: us }, scale: 1 }]
        inputs: [{ id: weight, reason: It counts nothing., rule: us, varies: number, distribution: { oneOf: [{ value: 0, probability: 1 }] } }]
        """;

    private const string Bands = """
        bands: [{ dimension: regional-tension, bands: [{ name: White, from: 0, meaning: white }, { name: Green, from: -6, to: -2, meaning: green }, { name: Yellow, to: -7, meaning: yellow }] }]
        """;

    [Fact]
    public async Task A_weight_that_takes_an_index_to_0_in_every_draw_keeps_its_sign_in_none_and_leaves_the_others_alone()
    {
        var answer = await Ask(NothingOfTheUS, "uncertainty", "--draws", "40");

        foreach (var index in answer.GetProperty("indices").EnumerateArray())
        {
            var kept = Text(index, "relationship") == "us" ? 0 : 1;
            index.GetProperty("varied").EnumerateArray().Select(v => (v.TryGetProperty("input", out var input) ? input.GetString() : null, v.GetProperty("sign").GetProperty("share").GetDecimal(), v.GetProperty("sign").GetProperty("draws").GetInt32()))
                .ShouldBe([(null, kept, kept * 40), ("weight", kept, kept * 40)]);
            // +8 is the lowest of five already.
            index.GetProperty("varied")[0].GetProperty("rank").GetProperty("share").GetDecimal().ShouldBe(1);
        }
    }

    [Fact]
    public async Task The_same_seed_draws_the_same_and_the_error_is_that_of_a_share()
    {
        string[] line = ["uncertainty", "--rules", "by-level", "--draws", "200", "-r", "russia", "--seed"];
        var answer = await issue.Typist.Ask([.. line, "7"]);

        JsonElement.DeepEquals(await issue.Typist.Ask([.. line, "7"]), answer).ShouldBeTrue();
        JsonElement.DeepEquals((await issue.Typist.Ask([.. line, "8"])).GetProperty("indices"), answer.GetProperty("indices")).ShouldBeFalse();
        var rank = answer.GetProperty("indices").EnumerateArray().ShouldHaveSingleItem().GetProperty("varied")[0].GetProperty("rank");
        var (share, error) = (rank.GetProperty("share").GetDecimal(), rank.GetProperty("standardError").GetDecimal());
        share.ShouldBeInRange(0.01m, 0.99m);
        (error * error).ShouldBe(share * (1 - share) / 200, 0.000_001m);
    }

    [Fact]
    public async Task A_single_input_brings_all_of_the_variance_where_it_moves_anything_and_none_elsewhere()
    {
        var answer = await Ask(NothingOfTheUS.Replace("value: 0, probability: 1", "value: 0, probability: 0.5 }, { value: 1, probability: 0.5", StringComparison.Ordinal), "sensitivity", "--draws", "50");

        foreach (var index in answer.GetProperty("indices").EnumerateArray())
        {
            if (Text(index, "relationship") == "us")
                index.GetProperty("inputs").EnumerateArray().ShouldHaveSingleItem().GetProperty("first").GetDecimal().ShouldBe(1);
            else
                Text(index, "why").ShouldStartWith("its variance is 0");
        }
    }

    [Fact]
    public async Task Without_the_only_rule_indices_are_the_points()
    {
        var points = (await issue.Typist.Ask("index")).EnumerateArray().ToDictionary(i => (Text(i, "relationship"), Text(i, "dimension")), i => i.GetProperty("aggregate").GetDecimal());

        var effect = (await issue.Typist.Ask("leave-out", "rule", "--rules", "by-level")).GetProperty("effects").EnumerateArray().ShouldHaveSingleItem();

        Text(effect, "what").ShouldBe("levels");
        effect.GetProperty("changes").EnumerateArray().ShouldAllBe(c => c.GetProperty("to").GetDecimal() == points[ValueTuple.Create(Text(c, "relationship"), Text(c, "dimension"))]);
        effect.GetProperty("size").GetDecimal().ShouldBe(7.25m + 10.5m + 0.5m + 1.5m + 3.75m + 0.5m + 1m);
    }

    [Fact]
    public async Task A_happening_is_left_out_with_every_development_that_tells_it()
    {
        var typist = await Typist.Before(issue.Server);
        await typist.Ask("import", Samples.Developments, Samples.Printed);
        (await typist.Type("leave-out", "happening", "--rules", "as-published")).Done().Out.ShouldContain("There is nothing to leave out: no developments from 2019-11/2019-12 to 2019-11/2019-12 are linked");
        await typist.Ask("link", "RU-12-015", "SEC-12-001");

        var effect = (await typist.Ask("leave-out", "happening", "--rules", "as-published")).GetProperty("effects").EnumerateArray().ShouldHaveSingleItem();

        Text(effect, "what").ShouldBe("RU-12-015, SEC-12-001");
        effect.GetProperty("changes").EnumerateArray().Select(c => (Text(c, "relationship"), c.GetProperty("from").GetDecimal(), c.GetProperty("to").GetDecimal()))
            .ShouldBe([("russia", 13, 10), ("security", 6, 5), ("security", -9, -10)]);
        effect.GetProperty("size").GetDecimal().ShouldBe(5);
    }

    [Fact]
    public async Task Yellow_at_minus_9_is_three_from_Green_and_four_from_Orange()
    {
        var distance = (await issue.Typist.Ask("band-distance", "--rules", "as-published")).EnumerateArray().ShouldHaveSingleItem();

        (Text(distance, "band"), Entered(distance, "up"), Entered(distance, "down")).ShouldBe(("Yellow", (3, "Green"), (-4, "Orange")));
    }

    [Fact]
    public async Task Minus_1_is_in_no_band_and_a_band_is_entered_either_way()
    {
        // +11 -20, the negative part bounded at -12.
        var rules = $"rules: [{{ id: bound, reason: A test., when: {{ dimension: regional-tension }}, cap: {{ negative: -12 }} }}]\n{Bands}";

        var distance = (await Ask(rules, "band-distance", "-r", "security")).EnumerateArray().ShouldHaveSingleItem();

        (Text(distance, "band"), Entered(distance, "up"), Entered(distance, "down")).ShouldBe(("none", (1, "White"), (-1, "Green")));
    }

    [Fact]
    public async Task Every_amendment_of_three_points_that_makes_Yellow_Green_is_named_and_no_other()
    {
        var scores =
            from row in SampleRow.All()
            from points in row.Points
            where points.Dimension == "regional-tension"
            select (Positive: Math.Max((int)points.Points, 0), Negative: Math.Min((int)points.Points, 0));
        var expected = scores.Sum(s => (
            from positive in Enumerable.Range(0, 4)
            from negative in Enumerable.Range(-3, 4)
            where Math.Abs(positive - s.Positive) + Math.Abs(negative - s.Negative) == 3 && positive + negative - s.Positive - s.Negative == 3
            select 1).Count());

        var answer = await issue.Typist.Ask("smallest-amendment", "security", "--rules", "as-published");

        (answer.GetProperty("size").GetInt32(), answer.GetProperty("amendments").GetArrayLength()).ShouldBe((3, expected));
        answer.GetProperty("amendments").EnumerateArray().ShouldAllBe(a => a.GetProperty("value").GetDecimal() == -6 && Text(a, "band") == "Green");
    }

    [Fact]
    public async Task Where_no_single_amendment_does_it_the_least_number_of_developments_is_named()
    {
        // +22 of China has to come to -1 or less: 23 points down. One development can fall by 5 at most (+2 to -3) or 4 (+1 to -3); four of them are at +2: 4 × 5 + 4 = 24.
        const string Signs = "bands: [{ dimension: development, bands: [{ name: Bad, to: -1, meaning: bad }, { name: Good, from: 0, meaning: good }] }]";

        var least = (await Ask(Signs, "smallest-amendment", "china")).GetProperty("least");

        (least.GetProperty("number").GetInt32(), least.GetProperty("isProven").GetBoolean(), least.GetProperty("value").GetDecimal(), Text(least, "band")).ShouldBe((5, true, -2, "Bad"));
        least.GetProperty("example").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task Mistakes_are_told_in_a_sentence()
    {
        var typist = issue.Typist;

        (await typist.Type("uncertainty", "--rules", "as-published")).Failed(3, "declares no inputs");
        (await typist.Type("uncertainty", "--rules", "by-level", "--draws", "0")).Failed(2, "ask for 1 to 1,000,000");
        (await typist.Type("uncertainty", "--rules", "by-level", "-r", "rusia")).Failed(4, "There is no relationship 'rusia'");
        (await typist.Type("sensitivity", "--rules", "by-levl")).Failed(4, "Did you mean by-level?");
        (await typist.Type("leave-out", "rules", "--rules", "by-level")).Failed(2, "'rule'");
        (await typist.Type("leave-out", "rule", "--rules", "by-level", "--top", "0")).Failed(2, "'top' lies between 1 and 1,000");
        (await typist.Type("leave-out", "rule", "--rules", "as-published")).Done().Out.ShouldContain("There is nothing to leave out: as-published@1 has no rules.");
        (await typist.Type("band-distance", "--rules", "by-level")).Failed(3, "has no bands; a rule set states them");
        (await typist.Type("smallest-amendment", "russia", "--rules", "as-published")).Failed(3, "has no bands for russia, which is counted in development");
        (await typist.Type("smallest-amendment", "security", "--rules", "as-published", "--dimension", "tension")).Failed(4, "is not counted in 'tension', but in national-security and regional-tension");
        (await typist.Type("smallest-amendment", "security", "--rules", "as-published", "--period", "2020-01/2020-02")).Failed(4, "was never opened");
    }

    private static (decimal, string) Entered(JsonElement distance, string way) => (distance.GetProperty(way).GetProperty("change").GetDecimal(), Text(distance.GetProperty(way), "band"));

    private Task<JsonElement> Ask(string rules, params string[] line) => OwnRules.InFile(rules, file => issue.Typist.Ask([.. line, "--rules", file]));

    private static string Text(JsonElement e, string member) => e.GetProperty(member).GetString()!;
}
