using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Barometer.Host.Tests.Terminal;

/// <summary>Issue 12, imported once from the samples for tests that only read.</summary>
public sealed class ImportedIssue(Server server) : IAsyncLifetime
{
    public Server Server { get; } = server;

    public Typist Typist { get; private set; } = null!;

    public JsonElement Imported { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Typist = await Typist.Before(Server);
        Imported = await Typist.Ask("import", Samples.Developments, Samples.Printed);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed partial class AnswersTests(ImportedIssue issue) : IClassFixture<ImportedIssue>
{
    private const string Period = "2019-11/2019-12";

    [Fact]
    public void Import_answers_with_its_documented_core()
    {
        issue.Imported.GetProperty("recorded").GetInt32().ShouldBe(143);
        issue.Imported.GetProperty("alreadyRecorded").GetInt32().ShouldBe(0);
        issue.Imported.GetProperty("notUnderstood").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_an_import_did_not_understand_is_named_by_line_text_and_why()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.csv");
        await File.WriteAllTextAsync(file, "relationship,period,date,title,points\nrussia,2019-11/2019-12,2019-12-05,A talk,much\n", TestContext.Current.CancellationToken);

        var typed = await issue.Typist.Type("import", file, "--json");

        typed.ExitCode.ShouldBe(3, typed.Error);
        typed.Json.GetProperty("recorded").GetInt32().ShouldBe(0);
        var row = typed.Json.GetProperty("notUnderstood").EnumerateArray().Single();
        row.GetProperty("line").GetInt32().ShouldBe(2);
        row.GetProperty("text").GetString()!.ShouldContain("A talk");
        row.GetProperty("why").GetString()!.ShouldContain("much");
        File.Delete(file);
    }

    [Fact]
    public async Task Index_answers_with_its_documented_core()
    {
        var indices = (await issue.Typist.Ask("index")).EnumerateArray().ToArray();

        indices.Select(i => (Text(i, "relationship"), Text(i, "dimension"), Number(i, "positive"), Number(i, "negative"), Number(i, "aggregate"), Number(i, "developments"))).ShouldBe(
        [
            ("russia", "development", 27, -14, 13, 29),
            ("eu", "development", 32, -1, 31, 24),
            ("china", "development", 22, 0, 22, 18),
            ("us", "development", 9, -1, 8, 8),
            ("ukraine", "development", 25, -8, 17, 33),
            ("security", "national-security", 19, -13, 6, 31),
            ("security", "regional-tension", 11, -20, -9, 31),
        ]);
        indices.ShouldAllBe(i => Text(i, "period") == Period && Text(i, "ruleSet") == "as-published@1");
        indices.Select(i => i.TryGetProperty("band", out var band) ? band.GetString() : null).ShouldBe([null, null, null, null, null, null, "Yellow"]);
    }

    [Fact]
    public async Task The_running_index_ends_at_the_index()
    {
        foreach (var index in (await issue.Typist.Ask("index", "--running")).EnumerateArray())
        {
            var days = index.GetProperty("running").EnumerateArray().ToArray();
            days.Select(d => DateOnly.ParseExact(Text(d, "day"), "yyyy-MM-dd", CultureInfo.InvariantCulture)).ShouldBeInOrder();
            (Number(days[^1], "positive"), Number(days[^1], "negative"), Number(days[^1], "aggregate"), Number(days[^1], "developments"))
                .ShouldBe((Number(index, "positive"), Number(index, "negative"), Number(index, "aggregate"), Number(index, "developments")));
        }
    }

    [Fact]
    public async Task Reconcile_answers_with_its_documented_core()
    {
        var figures = (await issue.Typist.Ask("reconcile")).EnumerateArray().ToArray();

        figures.Length.ShouldBe(30);
        foreach (var f in figures)
        {
            Text(f, "period").ShouldBe(Period);
            Text(f, "dimension").ShouldBeOneOf("development", "national-security", "regional-tension");
            if (Text(f, "figure") == "band")
                Number(f, "difference").ShouldBe(Text(f, "printed") == Text(f, "recorded") ? 0 : 1);
            else
                Number(f, "difference").ShouldBe(Number(f, "recorded") - Number(f, "printed"));
        }

        figures.Select(f => Text(f, "figure")).Distinct().ShouldBe(["positive", "negative", "aggregate", "catalogue-total", "chart-positive", "chart-negative", "band"], ignoreOrder: true);
        figures.Single(f => Text(f, "figure") == "band").GetProperty("printed").GetString().ShouldBe("Yellow");
    }

    [Fact]
    public async Task Six_printed_figures_of_issue_12_differ_from_the_record_in_two_relationships()
    {
        (await issue.Typist.Ask("reconcile")).EnumerateArray().Where(f => Number(f, "difference") != 0)
            .Select(f => (Text(f, "relationship"), Text(f, "figure"), Number(f, "printed"), Number(f, "recorded"))).ShouldBe(
            [
                ("russia", "positive", 24, 27),
                ("russia", "aggregate", 10, 13),
                ("russia", "chart-positive", 24, 27),
                ("russia", "catalogue-total", 10, 13),
                ("us", "positive", 8, 9),
                ("us", "aggregate", 9, 8),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Diagnosing_names_the_three_rows_of_Russia_and_the_exchange_in_the_US()
    {
        var figures = (await issue.Typist.Ask("reconcile", "--diagnose")).EnumerateArray().Where(f => Number(f, "difference") != 0).ToArray();

        Candidates(figures, "russia").Select(c => ReferencePattern().Match(c).Value).ShouldBe(["RU-12-014", "RU-12-015", "RU-12-018"], ignoreOrder: true);
        Candidates(figures, "russia").ShouldAllBe(c => c.Contains("(+3)"));
        Candidates(figures, "us").ShouldHaveSingleItem().ShouldContain("positive points (+8) and aggregate (+9) are exchanged");
    }

    [Fact]
    public async Task The_positions_of_an_answer_ask_for_the_same_answer_again()
    {
        var first = await issue.Typist.Ask("index");
        var positions = string.Join(',', first.EnumerateArray().Select(i => $"{Text(i, "relationship")}:{Number(i, "asOf")}").Distinct());

        JsonElement.DeepEquals(await issue.Typist.Ask("index", "--as-of", positions), first).ShouldBeTrue();
        (await issue.Typist.Ask("index", "--as-of", "russia:2", "-r", "russia"))[0].GetProperty("developments").GetInt32().ShouldBe(1);
        (await issue.Typist.Ask("index", "--as-of", "2019-12-31T00:00Z")).EnumerateArray().ShouldAllBe(i => Number(i, "developments") == 0);
    }

    [Fact]
    public async Task A_person_reads_the_figures_and_their_positions_in_the_index()
    {
        var lines = (await issue.Typist.Type("index")).Done().Out.Split('\n');

        lines.Single(l => l.StartsWith("russia ", StringComparison.Ordinal)).ShouldMatch(@"^russia +\+27 +-14 +\+13 +29 ");
        lines.Single(l => l.StartsWith("security regional-tension ", StringComparison.Ordinal) && l.Contains("-20")).ShouldMatch(@"\+11 +-20 +-9 +31 +Yellow ");
        lines.ShouldContain("security regional-tension is Yellow: Military and other activity capable of leading to escalation; close attention.");
        lines.ShouldContain(l => l.Contains("as-published@1, as of china:19,eu:25,russia:30,security:32,ukraine:34,us:9"));
    }

    [Fact]
    public async Task A_diagnosis_as_of_a_moment_goes_by_the_points_that_stood_then()
    {
        var typist = await Typist.Before(issue.Server);
        await typist.Ask("import", Samples.Developments, Samples.Printed);
        await typist.Ask("amend", "RU-12-014", "--points", "+1");

        Candidates(await typist.Ask("reconcile", "--diagnose", "--as-of", "russia:30,us:9")).ShouldMatch(@"RU-12-014 .* \(\+3\) was left out");
        Candidates(await typist.Ask("reconcile", "--diagnose")).ShouldNotMatch(@"RU-12-014 .* \(\+3\) was left out");

        static string Candidates(JsonElement figures) => string.Join('\n', figures.EnumerateArray().Where(f => Text(f, "relationship") == "russia" && f.TryGetProperty("candidates", out _)).SelectMany(f => f.GetProperty("candidates").EnumerateArray()).Select(c => c.GetString()));
    }

    [Fact]
    public async Task A_person_reads_how_many_printed_figures_differ()
    {
        var said = (await issue.Typist.Type("reconcile", "--diagnose")).Done().Out;

        said.ShouldContain("30 printed figures, 6 differing from the record, in 2 relationships.");
        said.ShouldMatch(@"russia +aggregate +headline +\+10 +\+13 +\+3");
        said.ShouldContain("us: print contradicts itself");
        said.ShouldContain("russia: would be explained if RU-12-014");
    }

    [GeneratedRegex("[A-Z]+-12-[0-9]{3}")]
    private static partial Regex ReferencePattern();

    private static string[] Candidates(JsonElement[] figures, string relationship) =>
        [.. figures.Where(f => Text(f, "relationship") == relationship).SelectMany(f => f.GetProperty("candidates").EnumerateArray()).Select(c => c.GetString()!).Distinct()];

    private static string Text(JsonElement e, string member) => e.GetProperty(member).GetString()!;

    private static int Number(JsonElement e, string member) => e.GetProperty(member).GetInt32();
}
