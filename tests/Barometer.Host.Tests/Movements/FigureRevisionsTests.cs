using System.Text.Json;
using Barometer.Host.Tests.Terminal;
using static Barometer.Host.Tests.Movements.ReleasedIssues;

namespace Barometer.Host.Tests.Movements;

public sealed class FigureRevisionsTests(ReleasedIssues issues) : IClassFixture<ReleasedIssues>
{
    private Typist Typist => issues.Typist;

    [Fact]
    public async Task Between_two_releases_they_are_over_the_periods_that_both_have()
    {
        var answer = await Typist.Ask("revisions", "--from", Closing12, "--to", Corrected);

        answer.EnumerateObject().Select(m => m.Name).ShouldBe(["from", "to", "asOf", "until", "releases", "indices"]);
        Told(answer).ShouldBe(
        [
            "russia n 1 mean -1 absolute 1 square 1 sign 0 band -", "eu n 1 mean 0 absolute 0 square 0 sign 0 band -", "china n 1 mean 0 absolute 0 square 0 sign 0 band -",
            "us n 1 mean 0 absolute 0 square 0 sign 0 band -", "ukraine n 1 mean 0 absolute 0 square 0 sign 0 band -",
            "national-security n 1 mean 3 absolute 3 square 3 sign 0 band -", "regional-tension n 1 mean 3 absolute 3 square 3 sign 0 band 1",
        ]);
        var revision = Index(answer, "russia").GetProperty("revisions").EnumerateArray().Single();
        (revision.GetProperty("period").GetString(), revision.GetProperty("change").GetInt32()).ShouldBe((Issue12, -1));
        (Text(revision.GetProperty("from"), "release"), revision.GetProperty("from").GetProperty("asOf").GetInt64()).ShouldBe((Closing12, 30));
        (Text(revision.GetProperty("to"), "release"), revision.GetProperty("to").GetProperty("asOf").GetInt64()).ShouldBe((Corrected, 31));
        (await Typist.Ask("revisions", "--first-to", "2")).GetProperty("indices").GetRawText().ShouldBe(answer.GetProperty("indices").GetRawText());
    }

    [Fact]
    public async Task From_the_first_to_the_latest_they_are_over_every_period_that_went_out()
    {
        var answer = await Typist.Ask("revisions");

        // Russia +13 → +14 and 0 → 0; the U.S. +8 → +8 and +1 → −2; tension −9 Yellow → −6 Green and 0 White → 0 White.
        Told(answer).Where(t => t.StartsWith("russia", StringComparison.Ordinal) || t.StartsWith("us", StringComparison.Ordinal) || t.StartsWith("regional", StringComparison.Ordinal)).ShouldBe(
        [
            "russia n 2 mean 0.5 absolute 0.5 square 0.707106781 sign 0 band -",
            "us n 2 mean -1.5 absolute 1.5 square 2.121320344 sign 0.5 band -",
            "regional-tension n 2 mean 1.5 absolute 1.5 square 2.121320344 sign 0 band 0.5",
        ]);
        answer.GetProperty("indices").EnumerateArray().ShouldAllBe(i => !Has(i, "significance"));
        (Text(answer, "from"), Text(answer, "to")).ShouldBe(("first", "latest"));
        (await Typist.Ask("revisions", "--first-to", "latest")).GetRawText().ShouldBe(answer.GetRawText());
    }

    [Fact]
    public async Task From_a_release_to_the_latest_and_from_the_first_to_a_release()
    {
        Told(await Typist.Ask("revisions", "russia", "--from", Corrected)).ShouldBe(["russia n 1 mean 2 absolute 2 square 2 sign 0 band -"]);
        // What the release was the first to have was not revised by it.
        Told(await Typist.Ask("revisions", "us", "--to", Closing13)).ShouldBe(["us n 1 mean 0 absolute 0 square 0 sign 0 band -"]);
        Told(await Typist.Ask("revisions", "us", "--first-to", "4")).ShouldBe(["us n 0 mean - absolute - square - sign - band -"]);
    }

    [Fact]
    public async Task The_earlier_release_is_named_first()
    {
        (await Typist.Type("revisions", "--from", Corrected, "--to", Closing12)).Failed(2, $"{Closing12} does not come after {Corrected}");
        (await Typist.Type("revisions", "--from", Corrected, "--to", Corrected)).Failed(2, "Name the earlier release first");
        (await Typist.Type("revisions", "--to", "corrected")).Failed(4, $"There is no release 'corrected'; there are {Closing12}, {Corrected}, {Closing13}.");
    }

    [Fact]
    public async Task From_twenty_periods_on_the_mean_is_told_with_how_far_it_is_from_0()
    {
        var typist = await Typist.Before(issues.Server);
        await TwentyPeriods(typist);
        // Nineteen of them do not say.
        Has(Index(await typist.Ask("revisions", "russia", "--until", "closing:2021-01/2021-02"), "russia"), "significance").ShouldBeFalse();

        var russia = Index(await typist.Ask("revisions", "russia"), "russia");

        (russia.GetProperty("n").GetInt32(), russia.GetProperty("mean").GetDecimal(), russia.GetProperty("changedSign").GetDecimal()).ShouldBe((20, 2m, 1m));
        russia.GetProperty("significance").GetRawText().ShouldBe("""{"lag":2,"standardError":0.360555128,"t":5.547001962}""");
        (await typist.Type("revisions", "russia")).Done().Out.ShouldMatch(@"russia +20 +\+2 +2 +2\.236067977 +1 +5\.547001962 +2");
    }

    /// <summary>Twenty periods, each closed with a 0 in it and amended after that, ten of them to +1 and then ten to +3.</summary>
    internal static async Task TwentyPeriods(Typist typist)
    {
        await typist.Ask("declare");
        for (var issue = 1; issue <= 20; issue++)
        {
            var from = new DateOnly(2018, 1, 1).AddMonths(2 * (issue - 1));
            var period = $"{from:yyyy-MM}/{from.AddMonths(1):yyyy-MM}";
            await typist.Ask("open", period);
            await typist.Ask("score", "-r", "russia", "--date", $"{from:yyyy-MM-dd}", "--title", $"Talk {issue}", "--points", "0", "--period", period);
            await typist.Ask("close", period);
            await typist.AskBoth("amend", $"RU-{issue:00}-001", "--points", issue <= 10 ? "+1" : "+3", "--reason-kind", "error", "--reason", "misread");
        }
    }

    private static IEnumerable<string> Told(JsonElement answer) =>
        from i in answer.GetProperty("indices").EnumerateArray()
        let name = Text(i, "dimension") == "development" ? Text(i, "relationship") : Text(i, "dimension")
        select $"{name} n {i.GetProperty("n")} mean {Said(i, "mean")} absolute {Said(i, "meanAbsolute")} square {Said(i, "rootMeanSquare")} sign {Said(i, "changedSign")} band {Said(i, "changedBand")}";

    private static JsonElement Index(JsonElement answer, string relationship) => answer.GetProperty("indices").EnumerateArray().First(i => Text(i, "relationship") == relationship);

    private static string Said(JsonElement e, string member) => e.TryGetProperty(member, out var value) ? value.GetRawText() : "-";

    private static bool Has(JsonElement e, string member) => e.TryGetProperty(member, out _);

    private static string Text(JsonElement e, string member) => e.GetProperty(member).GetString()!;
}
