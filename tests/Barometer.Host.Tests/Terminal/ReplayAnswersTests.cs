using System.Text.Json;
using System.Text.RegularExpressions;
using Barometer.Domain.Tests;
using Barometer.Host.Tests.Exports;
using Barometer.Host.Tests.Imports;
using Barometer.Host.Tests.Replays;

namespace Barometer.Host.Tests.Terminal;

/// <summary>Answers of replays and of what is asked about them have the members that the page documents, and no others.</summary>
public sealed partial class ReplayAnswersTests(ImportedIssue issue) : IClassFixture<ImportedIssue>
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

        ShouldBeDocumented(
            "replay",
            await coded.Ask("replay", "--rules", "cameo-goldstein"),
            await issue.Typist.Ask("replay", "--rules", "deeds-not-words", "--against", "as-published", "--developments"),
            await Asked($"{Varied}\n{Composite("per-development")}", "replay", "--against", "as-published"),
            await Asked(Composite("z-score"), "replay"),
            await OwnRules.InFile("rules: [{ id: dated, reason: By its days., file: by-days }]", own => turn.Ask("replay", "--rules", own)));
    }

    [Fact]
    public async Task Uncertainty() => ShouldBeDocumented("uncertainty", await Asked(Varied, "uncertainty", "--draws", "10"));

    [Fact]
    public async Task Sensitivity() => ShouldBeDocumented(
        "sensitivity",
        await Asked($"{Varied}\n{Composite("per-development")}", "sensitivity", "--draws", "10"),
        await Asked($"{Varied}\n{Composite("z-score")}", "sensitivity", "--draws", "10"));

    [Theory]
    [InlineData("rule")]
    [InlineData("development")]
    public async Task Leave_out(string what) => ShouldBeDocumented("leave-out", await Asked(Varied, "leave-out", what));

    [Fact]
    public async Task Band_distance() => ShouldBeDocumented("band-distance", await Asked(Varied, "band-distance"));

    [Fact]
    public async Task Smallest_amendment() => ShouldBeDocumented(
        "smallest-amendment",
        await issue.Typist.Ask("smallest-amendment", "security", "--rules", "as-published"),
        await Asked(Varied, "smallest-amendment", "china"),
        await Asked(Varied, "smallest-amendment", "us"));

    [Fact]
    public async Task Export()
    {
        using var files = new Exported();

        ShouldBeDocumented(
            "export indices`, `export movements`, `export catalogue`, `export replay",
            await files.Ask(issue.Typist, "indices", "indices.csv"),
            await files.Ask(issue.Typist, "replay", "replay.csv", "--rules", "as-published"));
    }

    private static string Composite(string normalisation) =>
        $"composite: {{ id: all, reason: One number., dimension: development, normalisation: {normalisation}, mean: arithmetic, parts: [{{ relationship: russia, weight: 0.5 }}, {{ relationship: eu, weight: 0.5 }}] }}";

    private Task<JsonElement> Asked(string rules, params string[] line) => OwnRules.InFile(rules, file => issue.Typist.Ask([.. line, "--rules", file]));

    private static void ShouldBeDocumented(string verb, params JsonElement[] answers) =>
        answers.SelectMany(a => Paths(a, "")).Distinct().ShouldBe(Documented(verb), ignoreOrder: true);

    private static IEnumerable<string> Paths(JsonElement value, string under) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(e => Paths(e, under)),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(m => Paths(m.Value, $"{under}/{m.Name}").Prepend($"{under}/{m.Name}")),
        _ => [],
    };

    // Of the first shape after the verb's heading: {name, of: [{name, …}]}.
    private static IEnumerable<string> Documented(string verb)
    {
        var shape = Shape().Match(File.ReadAllText(ProjectFolder.Of("src", "Barometer.Host", "Terminal", "answers.md")).Split($"## `{verb}`\n")[1]).Groups[1].Value;
        var (under, last) = (new Stack<string>(), "");
        foreach (var token in Tokens().Matches(shape).Select(m => m.Value))
        {
            if (token == "{")
                under.Push(last);
            else if (token == "}")
                under.Pop();
            else
                yield return last = $"{under.Peek()}/{token}";
        }
    }

    [GeneratedRegex("`({.*})`")]
    private static partial Regex Shape();

    [GeneratedRegex("[{}]|[A-Za-z]+")]
    private static partial Regex Tokens();
}
