using System.Text.Json;
using Barometer.Host.Tests.Imports;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Replays;

/// <summary>Rules that look at more than one period, and what colour a value has that is not whole; figures worked out by hand.</summary>
public sealed class Replay_of_several_periods(Server server) : IDisposable
{
    private const string Columns = "relationship,period,date,title,points,evidence";

    // Exercises of 11, 5, 5, and 3 and 4 rows of table 1; an invitation of table 2.
    private static readonly string[] Exercises =
    [
        "security,2019-11/2019-12,2019-11-20,Exercises,national-security=+0 regional-tension=-3,Table 1: 11",
        "security,2020-01/2020-02,2020-01-20,Exercises,national-security=+0 regional-tension=-1,Table 1: 5",
        "security,2020-01/2020-02,2020-01-21,Invitation,national-security=+0 regional-tension=+0,Table 2: 20",
        "security,2020-03/2020-04,2020-03-20,Exercises,national-security=+0 regional-tension=-1,Table 1: 5",
        "security,2020-05/2020-06,2020-05-20,Exercises,national-security=+0 regional-tension=+0,Table 1: 3",
        "security,2020-05/2020-06,2020-05-21,Exercises,national-security=+0 regional-tension=+0,Table 1: 4",
    ];

    private const string Compared = """
        rules: [{ id: exercises, reason: Fewer are calmer., when: { evidence: { table: Table 1 } }, compare: { count: evidence, dimension: regional-tension, fewer: 1, same: 0.5, more: -1 } }]
        bands: [{ dimension: regional-tension, bands: [{ name: White, from: 0, meaning: white }, { name: Green, from: -6, to: -2, meaning: green }] }]
        """;

    private readonly WrittenFiles _files = new();

    [Fact]
    public async Task Reduced_to_five_is_fewer_five_again_the_same_and_seven_more()
    {
        var typist = await Imported(Exercises);

        var tension = Tension(await Under(typist, Compared));

        // 11, nothing before: -3. Then 5 < 11: -1 + 1; 5 = 5: -1 + 0.5; 3 + 4 > 5: 0 - 1.
        tension.Select(i => (Text(i, "period"), i.GetProperty("value").GetDecimal())).ShouldBe([("2019-11/2019-12", -3), ("2020-01/2020-02", 0), ("2020-03/2020-04", -0.5m), ("2020-05/2020-06", -1)]);
        tension.SelectMany(i => i.GetProperty("lines").EnumerateArray()).Select(l => (Text(l, "rule"), l.GetProperty("value").GetDecimal(), l.GetProperty("developments").GetInt32()))
            .ShouldBe([("exercises", 1, 0), ("exercises", 0.5m, 0), ("exercises", -1, 0)]);
    }

    [Fact]
    public async Task What_a_rule_files_beyond_the_periods_asked_for_is_told()
    {
        // Of 31 December to 3 January three days of four lie in the next period: 2 × 3 ÷ 4.
        var typist = await Imported(["russia,2019-11/2019-12,2019-12-31/2020-01-03,Over the turn of the year,+2,"]);

        const string byDays = "rules: [{ id: dated, reason: By its days., file: by-days }]";
        var typed = await OwnRules.InFile(byDays, file => typist.Type("replay", "--rules", file));
        var index = (await OwnRules.InFile(byDays, file => typist.Ask("replay", "--rules", file))).EnumerateArray().Single();

        typed.Done().Out.ReplaceLineEndings(" ").ShouldContain("russia 2019-11/2019-12 to 2020-01/2020-02 +1.5 (1 development)");
        index.GetProperty("value").GetDecimal().ShouldBe(0.5m);
        index.GetProperty("filedOutside").ToString().ShouldBe("""[{"period":"2020-01/2020-02","rule":"dated","value":1.5,"developments":1}]""");
    }

    [Fact]
    public async Task A_value_that_is_not_whole_has_a_colour_only_where_a_rounding_is_stated()
    {
        var typist = await Imported(Exercises);

        // -0.5 is not whole, and -1 lies between White and Green.
        Bands(await Under(typist, Compared)).ShouldBe(["Green", "White", "none", "none"]);
        (await OwnRules.InFile(Compared, file => typist.Type("replay", "--rules", file))).Done().Out.ShouldMatch(@"regional-tension +2020-03/2020-04 +-0\.5 +\d* +none ");
        // -0.5 is made 0, the even one; or -1.
        Bands(await Under(typist, Rounded("half-even"))).ShouldBe(["Green", "White", "White", "none"]);
        Bands(await Under(typist, Rounded("half-away-from-zero"))).ShouldBe(["Green", "White", "none", "none"]);

        static string Rounded(string rounding) => Compared.Replace("dimension: regional-tension, bands:", $"dimension: regional-tension, rounding: {rounding}, bands:", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_composite_is_normalised_by_its_reference_periods_though_another_is_asked_for()
    {
        // Russia 0, 4, 1 and the U.S. 2, 0, 1.
        var typist = await Imported(
            "russia,2019-11/2019-12,2019-11-20,A,+0,", "russia,2020-01/2020-02,2020-01-20,B,+3,", "russia,2020-01/2020-02,2020-01-21,C,+1,", "russia,2020-03/2020-04,2020-03-20,D,+1,",
            "us,2019-11/2019-12,2019-11-20,E,+2,", "us,2020-01/2020-02,2020-01-20,F,+0,", "us,2020-03/2020-04,2020-03-20,G,+1,");

        // (1 - 0) ÷ (4 - 0) = 0.25 and (1 - 0) ÷ (2 - 0) = 0.5: 0.5 × 0.25 + 0.5 × 0.5.
        (await Composite(typist, "min-max, reference: { from: 2019-11/2019-12, to: 2020-01/2020-02 }")).GetProperty("value").GetDecimal().ShouldBe(0.375m);
        // Up to what is asked for: (1 - 1) ÷ (4 - 1) = 0 and (1 - 0) ÷ (1 - 0) = 1.
        (await Composite(typist, "min-max, reference: { from: 2020-01/2020-02 }")).GetProperty("value").GetDecimal().ShouldBe(0.5m);
        // Means 2 and 1, deviations 2 and 1: (1 - 2) ÷ 2 = -0.5 and (1 - 1) ÷ 1 = 0.
        (await Composite(typist, "z-score, reference: { from: 2019-11/2019-12, to: 2020-01/2020-02 }")).GetProperty("value").GetDecimal().ShouldBe(-0.25m);
        // By the one period that is asked for nothing lies between the least and the most.
        (await Composite(typist, "min-max")).TryGetProperty("value", out _).ShouldBeFalse();
    }

    public void Dispose() => _files.Dispose();

    private async Task<Typist> Imported(params string[] rows)
    {
        var typist = await Typist.Before(server);
        await typist.Ask("import", _files.Write([Columns, .. rows]));
        return typist;
    }

    private static Task<JsonElement> Under(Typist typist, string rules) =>
        OwnRules.InFile(rules, file => typist.Ask("replay", "--rules", file, "--from", "2019-11/2019-12", "--to", "2020-05/2020-06"));

    private static async Task<JsonElement> Composite(Typist typist, string normalisation)
    {
        var rules = $$"""
            composite: { id: both, reason: A choice., dimension: development, normalisation: {{normalisation}}, mean: arithmetic,
              parts: [{ relationship: russia, weight: 0.5 }, { relationship: us, weight: 0.5 }] }
            """;
        var replayed = await OwnRules.InFile(rules, file => typist.Ask("replay", "--rules", file, "--from", "2020-03/2020-04", "--to", "2020-03/2020-04"));
        return replayed.EnumerateArray().Single(i => i.TryGetProperty("composite", out _));
    }

    private static JsonElement[] Tension(JsonElement replayed) => [.. replayed.EnumerateArray().Where(i => Text(i, "dimension") == "regional-tension")];

    private static IEnumerable<string> Bands(JsonElement replayed) => Tension(replayed).Select(i => Text(i, "band"));

    private static string Text(JsonElement e, string member) => e.GetProperty(member).GetString()!;
}
