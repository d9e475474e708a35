using System.Text.RegularExpressions;
using Barometer.Domain.Tests;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Replays;

/// <summary>Types what the page of worked examples types, and holds what comes out against what stands there.</summary>
public sealed partial class Worked_examples(Server server) : IDisposable
{
    private const string LeftOut = "…";

    private readonly string _folder = Directory.CreateTempSubdirectory("worked-examples").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Of_issue_12_give_the_answers_that_stand_on_the_page()
    {
        var typist = await Typist.Before(server);
        (await typist.Type("import", Samples.Developments, Samples.Printed)).Done();

        (await Typed(typist, "minsk")).ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("icews", "icews-2014.tsv")]
    [InlineData("gdelt", "gdelt-july2011.csv")]
    public async Task Of_coded_events_give_the_answers_that_stand_on_the_page(string format, string file)
    {
        var typist = await Typist.Before(server);
        (await typist.Type("import", SharedData.Find(file), "--format", format, "--relationships", "dyads", "--calendar", "month")).Done();

        (await Typed(typist, format)).ShouldBeGreaterThan(0);
    }

    // How many were typed.
    private async Task<int> Typed(Typist typist, string barometer)
    {
        var page = await File.ReadAllTextAsync(ProjectFolder.Of("src", "Barometer.Host", "Replays", "worked-examples.md"), TestContext.Current.CancellationToken);
        foreach (Match file in RuleSets().Matches(page))
            await File.WriteAllTextAsync(Path.Combine(_folder, file.Groups[1].Value), file.Groups[2].Value, TestContext.Current.CancellationToken);
        var examples = Examples().Matches(page).Select(e => (Words: e.Groups[1].Value.Split(' '), Answer: Lines(e.Groups[2].Value))).Where(e => Asks(e.Words, barometer)).ToArray();
        foreach (var (words, answer) in examples)
        {
            var typed = (await typist.Type([.. words.Where(w => w != "--barometer" && w != barometer).Select(w => w.EndsWith(".yaml", StringComparison.Ordinal) ? Path.Combine(_folder, w) : w)])).Done();
            var said = Lines(typed.Out.Replace($"{typist.Barometer} under", $"{barometer} under", StringComparison.Ordinal));
            Tells(said, answer).ShouldBeTrue($"{string.Join(' ', words)}\n{string.Join('\n', said)}");
        }

        return examples.Length;
    }

    private static bool Asks(string[] words, string barometer) =>
        (Array.IndexOf(words, "--barometer") is >= 0 and var place ? words[place + 1] : "minsk") == barometer;

    // The page leaves lines out where it says so, and none anywhere else.
    private static bool Tells(ReadOnlySpan<string> said, ReadOnlySpan<string> answer)
    {
        if (answer is [])
            return said is [];
        if (answer[0] != LeftOut)
            return said is [var first, ..] && first == answer[0] && Tells(said[1..], answer[1..]);
        for (var skipped = 0; skipped <= said.Length; skipped++)
        {
            if (Tells(said[skipped..], answer[1..]))
                return true;
        }

        return false;
    }

    private static string[] Lines(string text) => [.. text.TrimEnd().Split('\n').Select(l => l.TrimEnd())];

    [GeneratedRegex("```yaml (\\S+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex RuleSets();

    [GeneratedRegex(@"^\$ \./scripts/barometer ([^\n]+)\n(.*?)(?=^\$ |^```)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Examples();
}
