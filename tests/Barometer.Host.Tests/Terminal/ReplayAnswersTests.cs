using System.Text.Json;
using Barometer.Host.Tests.Imports;
using Barometer.Host.Tests.Replays;

namespace Barometer.Host.Tests.Terminal;

/// <summary>Answers of replays and of what is asked about them have the members that the page documents, and no others.</summary>
public sealed class ReplayAnswersTests(ImportedIssue issue) : IClassFixture<ImportedIssue>
{
    private const string Varied = """
        rules: [{ id: double, reason: They bind., when: { theme: Union Treaty }, scale: 2 }]
        bands: [{ dimension: development, rounding: half-even, bands: [{ name: Bad, to: -1, meaning: bad }, { name: Good, from: 0, to: 25, meaning: good }, { name: Best, from: 26, meaning: best }] }]
        inputs: [{ id: weight, reason: A choice., rule: double, varies: number, distribution: { uniform: { from: 1, to: 3 } } }]
        """;

    [Fact]
    public async Task Replay()
    {
        using var files = new WrittenFiles();
        var coded = await Typist.Before(issue.Server);
        await coded.Ask("import", files.Write("France\tConsult\tGermany\t2014-07-01"), "--format", "icews", "--relationships", "dyads", "--calendar", "month");
        var turn = await Typist.Before(issue.Server);
        await turn.Ask("import", files.Write("relationship,period,date,title,points,evidence", "russia,2019-11/2019-12,2019-12-31/2020-01-03,Over the turn of the year,+2,"));

        DocumentedAnswers.ShouldBeDocumented(
            "replay",
            await coded.Ask("replay", "--rules", "cameo-goldstein"),
            await issue.Typist.Ask("replay", "--rules", "deeds-not-words", "--against", "as-published", "--developments"),
            await Asked($"{Varied}\n{Composite("per-development")}", "replay", "--against", "as-published"),
            await Asked(Composite("z-score"), "replay"),
            await OwnRules.InFile("rules: [{ id: dated, reason: By its days., file: by-days }]", own => turn.Ask("replay", "--rules", own)));
    }

    [Fact]
    public async Task Uncertainty() => DocumentedAnswers.ShouldBeDocumented("uncertainty", await Asked(Varied, "uncertainty", "--draws", "10"));

    [Fact]
    public async Task Sensitivity() => DocumentedAnswers.ShouldBeDocumented(
        "sensitivity",
        await Asked($"{Varied}\n{Composite("per-development")}", "sensitivity", "--draws", "10"),
        await Asked($"{Varied}\n{Composite("z-score")}", "sensitivity", "--draws", "10"));

    [Theory]
    [InlineData("rule")]
    [InlineData("development")]
    public async Task Leave_out(string what) => DocumentedAnswers.ShouldBeDocumented("leave-out", await Asked(Varied, "leave-out", what));

    [Fact]
    public async Task Band_distance() => DocumentedAnswers.ShouldBeDocumented("band-distance", await Asked(Varied, "band-distance"));

    [Fact]
    public async Task Smallest_amendment() => DocumentedAnswers.ShouldBeDocumented(
        "smallest-amendment",
        await issue.Typist.Ask("smallest-amendment", "security", "--rules", "as-published"),
        await Asked(Varied, "smallest-amendment", "china"),
        await Asked(Varied, "smallest-amendment", "us"));

    private static string Composite(string normalisation) =>
        $"composite: {{ id: all, reason: One number., dimension: development, normalisation: {normalisation}, mean: arithmetic, parts: [{{ relationship: russia, weight: 0.5 }}, {{ relationship: eu, weight: 0.5 }}] }}";

    private Task<JsonElement> Asked(string rules, params string[] line) => OwnRules.InFile(rules, file => issue.Typist.Ask([.. line, "--rules", file]));
}
