using System.Globalization;
using System.Text.Json;
using Barometer.Host.Store;
using Spectre.Console;

namespace Barometer.Host.Demonstration;

/// <summary>
/// The main job, shown: issue 12 goes in, its indices come out, print is held against the record, the period is closed, two
/// amendments are proposed and approved, and every change is explained. Each step is a verb that anyone can type. It runs on a barometer of its own.
/// </summary>
internal static class Demonstrating
{
    private const string Period = "2019-11/2019-12";

    private static readonly Option<DirectoryInfo> Samples = new("--samples")
    {
        Description = "The folder of the sample.",
        DefaultValueFactory = _ => new DirectoryInfo("scripts/samples"),
    };

    public static Command Verb(Func<string[], Task<int>> run)
    {
        var command = new Command("demo", "Show the main job on issue 12 of the Minsk Barometer, in a minute.") { Samples };
        command.SetAction(async (said, cancellation) =>
        {
            var mayStop = Database.IsPrivate && !await Database.Private().IsRunning(cancellation);
            try
            {
                return await (said.GetValue(SharedOptions.Json) ? Answer(said.GetValue(Samples)!, run) : Show(said.GetValue(Samples)!, run));
            }
            finally
            {
                if (mayStop && !await Database.IsUsedByOthers(CancellationToken.None))
                    await Database.Private().Stop(CancellationToken.None);
            }
        });
        return command;
    }

    private static async Task<int> Show(DirectoryInfo samples, Func<string[], Task<int>> run)
    {
        var (screen, barometer) = (Screen.Open(), NewBarometer());
        foreach (var step in Steps(samples))
        {
            screen.MarkupLineInterpolated($"\n[bold blue]{step.Why}[/]");
            screen.MarkupLineInterpolated($"[dim]$ barometer {string.Join(' ', step.Verb.Select(Quoted))}[/]");
            if (!Went(step, await run([.. step.Verb, "--barometer", barometer])))
                return ExitCodes.Failed;
        }

        screen.MarkupLineInterpolated($"\nAll of it is in the record of the barometer '{barometer}': add [bold]--barometer {barometer}[/] to any verb to look further.");
        return ExitCodes.Done;
    }

    private static async Task<int> Answer(DirectoryInfo samples, Func<string[], Task<int>> run)
    {
        var (screen, barometer, answers) = (Console.Out, NewBarometer(), new List<JsonElement>());
        foreach (var step in Steps(samples))
        {
            await using var said = new StringWriter();
            Console.SetOut(said);
            var exit = await run([.. step.Verb, "--barometer", barometer, "--json"]);
            Console.SetOut(screen);
            if (!Went(step, exit))
                return ExitCodes.Failed;
            answers.Add(JsonSerializer.SerializeToElement(new { step.Why, step.Verb, Barometer = barometer, step.Exit, Answer = JsonSerializer.Deserialize<JsonElement>(said.ToString()) }, RecordJson.Options));
        }

        await screen.WriteLineAsync(JsonSerializer.Serialize(answers, RecordJson.Options));
        return ExitCodes.Done;
    }

    private static string NewBarometer() => $"demo-{DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";

    private static bool Went((string Why, string[] Verb, int Exit) step, int exit)
    {
        if (exit != step.Exit)
            Console.Error.WriteLine($"The demonstration stopped: that step ended with {exit}, not {step.Exit}.");
        return exit == step.Exit;
    }

    private static IEnumerable<(string Why, string[] Verb, int Exit)> Steps(DirectoryInfo samples)
    {
        const string known = "the balance covers crude oil only";
        const string mended = "light vehicles do not change the balance";
        var (developments, printed) = (Sample(samples, "minsk-12-developments.csv"), Sample(samples, "minsk-12-printed.csv"));

        yield return ("A published issue goes in: 143 developments and the figures as printed, in one transaction.", ["import", developments, printed, "--actor", "anna"], ExitCodes.Done);
        yield return ("Its indices, and how they ran day by day.", ["index"], ExitCodes.Done);
        yield return ("Print beside record: the issue contradicts its own catalogue twice.", ["reconcile", "--diagnose"], ExitCodes.Done);
        yield return ("Closing asks what a person has to answer, and is refused until it is answered.", ["close", Period, "--actor", "boris"], ExitCodes.Refused);
        yield return ("Answered in a word, the period closes: this snapshot is fixed for ever.", ["close", Period, "--answer", "date:SEC-12-029=kept", "--actor", "boris"], ExitCodes.Done);
        yield return (
            "Later something becomes known: an amendment is proposed, with its kind of reason. Nothing moves yet.",
            ["amend", "RU-12-016", "--points", "+1", "--reason-kind", "new-information", "--reason", known, "--actor", "anna"],
            ExitCodes.Done);
        yield return (
            "Another is proposed, to mend an error in one of two dimensions.",
            ["amend", "SEC-12-015", "--points", "national-security=-1", "regional-tension=0", "--reason-kind", "error", "--reason", mended, "--actor", "vera"],
            ExitCodes.Done);
        yield return ("Nobody moves a closed period alone: both wait for somebody else.", ["proposals", "--pending"], ExitCodes.Done);
        yield return ("Not even who proposed it may approve it.", ["approve", "RU-12-016.1.1", "--actor", "anna"], ExitCodes.Refused);
        yield return ("Somebody else approves, and the index moves.", ["approve", "RU-12-016.1.1", "--actor", "boris"], ExitCodes.Done);
        yield return ("The other, too.", ["approve", "SEC-12-015.1.1", "--actor", "boris"], ExitCodes.Done);
        yield return ("The history of that score.", ["history", "RU-12-016"], ExitCodes.Done);
        yield return ("Why do the figures differ from the snapshot? It adds up exactly.", ["explain"], ExitCodes.Done);
        yield return ("And the snapshot stood.", ["index", "--as-of", $"closing:{Period}"], ExitCodes.Done);
    }

    private static string Sample(DirectoryInfo samples, string file) => Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(samples.FullName, file));

    private static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word;
}
