using System.Text.Json;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Replays;

/// <summary>Every line of a difference, down to the developments that it comes from.</summary>
public sealed class Developments_of_a_difference(Server server)
{
    private const string Period = "2019-11/2019-12";
    private const string Doubled = "rules: [{ id: double, reason: Twice., scale: 2 }]";

    [Theory]
    [InlineData("as-published")]
    [InlineData("cameo-goldstein")]
    [InlineData("plover-2021-corrected")]
    [InlineData("by-level")]
    [InlineData("deeds-not-words")]
    public async Task Each_line_adds_up_from_its_developments_beside_other_rules(string rules)
    {
        var typist = await Imported();
        foreach (var against in (string[])["points", "printed", "plover-2021", "by-level", "cameo-goldstein"])
            ShouldAddUp(await typist.Ask("replay", "--rules", rules, "--against", against, "--developments"));
    }

    [Fact]
    public async Task Each_line_adds_up_from_its_developments_beside_a_closing_under_other_rules()
    {
        var typist = await Imported();
        await typist.Ask("close", Period, "--rules", "by-level@1", "--answer", "date:SEC-12-029=kept");
        await Amended(typist, "+1");
        await typist.AskBoth("withdraw", "SEC-12-004", "--reason-kind", "error", "--reason", "told twice");

        var replayed = await typist.Ask("replay", "--rules", "as-published", "--against", "closing", "--developments");

        ShouldAddUp(replayed);
        At(Of(replayed, "russia"), "data", "amended").ShouldBe([("RU-12-016", -1)]);
        At(Of(replayed, "security", "regional-tension"), "data", "withdrawn").Select(p => p.Reference).ShouldBe(["SEC-12-004"]);
        At(Of(replayed, "russia"), "without", "rule").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_rules_make_of_an_amended_development_beyond_its_points_is_at_none()
    {
        var russia = Of(await BesideDoubledClosing(), "russia");

        // 13 twice; −1 and again −1 for the amendment; and the 12 that are left only once.
        Lines(russia).ShouldBe([("data", "amended", -1), ("data", "rules-on-data", -1), ("without", "rule", -12)]);
        At(russia, "data", "amended").ShouldBe([("RU-12-016", -1)]);
        Line(russia, "data", "rules-on-data").TryGetProperty("at", out _).ShouldBeFalse();
        // As of the question it has 1 point, not 2.
        At(russia, "without", "rule").ShouldContain(("RU-12-016", -1m));
    }

    [Fact]
    public async Task A_development_amended_twice_is_named_once()
    {
        var typist = await Imported();
        await typist.Ask("close", Period, "--answer", "date:SEC-12-029=kept");
        await Amended(typist, "+1");
        await Amended(typist, "+3");

        var russia = Of(await typist.Ask("replay", "--rules", "as-published", "--against", "closing", "--developments"), "russia");

        At(russia, "data", "amended").ShouldBe([("RU-12-016", 1)]);
        Line(russia, "data", "amended").GetProperty("developments").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_person_sees_them_below_their_line()
    {
        var typist = await Imported();
        await typist.Ask("close", Period, "--rules", "by-level@1", "--answer", "date:SEC-12-029=kept");
        await Amended(typist, "+1");

        var told = (await typist.Type("replay", "--rules", "as-published", "--against", "closing", "--developments", "-r", "russia")).Done().Out;

        told.ShouldMatch(@" data +amended +-1 +1 *\n +RU-12-016 +-1");
        told.ShouldMatch(@" without +levels +\S+ +\d+ *\n +RU-12-\d+ +");
        (await typist.Type("replay", "--rules", "as-published", "--against", "closing", "-r", "russia")).Done().Out.ShouldNotContain("RU-12-");
    }

    private async Task<JsonElement> BesideDoubledClosing()
    {
        var typist = await Imported();
        await OwnRules.InFile(Doubled, file => typist.Ask("rules", "draft", file), "doubled");
        await typist.Ask("rules", "publish", "doubled");
        await typist.Ask("close", Period, "--rules", "doubled@1", "--answer", "date:SEC-12-029=kept");
        await Amended(typist, "+1");
        var replayed = await typist.Ask("replay", "--rules", "as-published", "--against", "closing", "--developments");
        ShouldAddUp(replayed);
        return replayed;
    }

    private async Task<Typist> Imported()
    {
        var typist = await Typist.Before(server);
        await typist.Ask("import", Samples.Developments, Samples.Printed);
        return typist;
    }

    private static Task<JsonElement> Amended(Typist typist, string points) =>
        typist.AskBoth("amend", "RU-12-016", "--points", points, "--reason-kind", "new-information", "--reason", "crude oil only");

    private static void ShouldAddUp(JsonElement replayed)
    {
        foreach (var line in replayed.EnumerateArray().SelectMany(i => i.GetProperty("lines").EnumerateArray()))
        {
            var developments = line.GetProperty("developments").GetInt32();
            line.TryGetProperty("at", out var at).ShouldBe(developments > 0, line.ToString());
            if (developments == 0)
                continue;
            at.EnumerateArray().Sum(p => p.GetProperty("value").GetDecimal()).ShouldBe(line.GetProperty("value").GetDecimal(), line.ToString());
            at.EnumerateArray().Select(p => Text(p, "reference")).Distinct().Count().ShouldBe(developments, line.ToString());
        }
    }

    private static JsonElement Of(JsonElement replayed, string relationship, string dimension = "development") =>
        replayed.EnumerateArray().Single(i => Text(i, "relationship") == relationship && Text(i, "dimension") == dimension);

    private static IEnumerable<(string, string, decimal)> Lines(JsonElement index) =>
        index.GetProperty("lines").EnumerateArray().Select(l => (Text(l, "step"), Text(l, "what"), l.GetProperty("value").GetDecimal()));

    private static JsonElement Line(JsonElement index, string step, string what) =>
        index.GetProperty("lines").EnumerateArray().First(l => Text(l, "step") == step && Text(l, "what") == what);

    private static IEnumerable<(string Reference, decimal Value)> At(JsonElement index, string step, string what) =>
        Line(index, step, what).GetProperty("at").EnumerateArray().Select(p => (Text(p, "reference"), p.GetProperty("value").GetDecimal()));

    private static string Text(JsonElement e, string member) => e.GetProperty(member).GetString()!;
}
