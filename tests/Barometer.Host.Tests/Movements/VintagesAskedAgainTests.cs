using System.Text.Json;
using Barometer.Host.Tests.Terminal;
using static Barometer.Host.Tests.Movements.ReleasedIssues;

namespace Barometer.Host.Tests.Movements;

public sealed class VintagesAskedAgainTests(ReleasedIssues issues) : IClassFixture<ReleasedIssues>
{
    private Typist Typist => issues.Typist;

    // Of figure revisions no print is told.
    private static string[] Print(JsonElement answer) => answer.TryGetProperty("print", out var print) ? ["--print", print.GetString()!] : [];

    [Fact]
    public async Task Asked_again_with_its_positions_and_last_release_an_answer_is_the_same_after_more_was_recorded_and_released()
    {
        var typist = await Typist.WithOpenPeriod(issues.Server);
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2", "--period", Issue12);
        await typist.Ask("close", Issue12);
        await typist.AskBoth("amend", "RU-12-001", "--points", "-1", "--reason-kind", "error", "--reason", "misread");
        string[][] questions = [["vintages", "--show", "as-published"], ["vintages", "--show", "first"], ["vintages", "--show", "latest"], ["vintages"], ["vintages", "--triangle"], ["revisions"], ["revisions", "--first-to", "2"]];
        var answers = new List<JsonElement>();
        foreach (var question in questions)
            answers.Add(await typist.Ask(question));

        // The release is at the very positions that were answered.
        await typist.Ask("release", "corrected", "--reason", "misread");
        await typist.Ask("open", Issue13);
        await typist.Ask("score", "-r", "russia", "--date", "2020-01-05", "--title", "A loan", "--points", "+1");
        await typist.Ask("close", Issue13);

        foreach (var (question, answer) in questions.Zip(answers))
            (await typist.Ask([.. question, "--as-of", Text(answer, "asOf"), "--until", Text(answer, "until"), .. Print(answer)])).GetRawText().ShouldBe(answer.GetRawText());
        VintagesTests.Cells(await typist.Ask("vintages", "russia", "--triangle", "--as-of", Closing12), "russia").ShouldBe([$"{Issue12} {Closing12} 2"]);
        VintagesTests.Cells(await typist.Ask("vintages", "russia", "--triangle", "--as-of", "release:corrected"), "russia").ShouldBe([$"{Issue12} {Closing12} 2", $"{Issue12} corrected -1"]);
        (await typist.Type("vintages", "--as-of", Closing12, "--until", Closing13)).Failed(2, $"{Closing13} came after the moment that is asked for");
        (await typist.Ask("vintages", "--show", "first", "--until", "start")).GetProperty("series").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task As_of_a_time_a_release_that_came_after_it_is_not_known_although_nothing_was_recorded_between()
    {
        var closing = (await Typist.Ask("vintages", "us", "--show", "first")).GetProperty("releases").EnumerateArray().Last();
        var at = closing.GetProperty("recordedAt").GetDateTimeOffset();

        (await Known(at)).ShouldBe([Closing12, Corrected, Closing13]);
        (await Known(at.AddMicroseconds(-1))).ShouldBe([Closing12, Corrected]);
        (await Typist.Ask("index", "--as-of", $"release:{Closing12}")).GetRawText().ShouldBe((await Typist.Ask("index", "--as-of", Closing12)).GetRawText());

        async Task<IEnumerable<string>> Known(DateTimeOffset time) =>
            (await Typist.Ask("vintages", "us", "--as-of", $"{time:yyyy-MM-ddTHH:mm:ss.ffffffZ}")).GetProperty("releases").EnumerateArray().Select(r => Text(r, "name"));
    }

    private static string Text(JsonElement e, string member) => e.GetProperty(member).GetString()!;
}
