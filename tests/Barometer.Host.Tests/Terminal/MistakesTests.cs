namespace Barometer.Host.Tests.Terminal;

/// <summary>A declared barometer with an open period, for mistakes that record nothing.</summary>
public sealed class OpenPeriod(Server server) : IAsyncLifetime
{
    public Typist Typist { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Typist = await Typist.WithOpenPeriod(server);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class MistakesTests(Server server, OpenPeriod open) : IClassFixture<OpenPeriod>
{
    // What cannot be parsed, and what fails, prints no JSON; what is refused does, with its kind.
    [Theory]
    [InlineData(2, null, "Unrecognized command or argument 'indx'", "indx")]
    [InlineData(2, null, "Unrecognized command or argument '--nonsense'", "index", "--nonsense")]
    [InlineData(2, null, "Required argument", "amend")]
    [InlineData(2, null, "'Minsk' is no name of a barometer", "index", "-b", "Minsk")]
    [InlineData(2, null, "Cannot parse argument 'abc' for option '--take'.", "log", "--take", "abc")]
    [InlineData(2, null, "Say who acts", "note", "RU-12-001", "x", "--actor", " ")]
    [InlineData(2, null, "'whim' is not one of error, new-information, reattribution, method", "amend", "RU-12-001", "--points", "+1", "--reason-kind", "whim")]
    [InlineData(4, "not-found", "There is no barometer 'nowhere'", "index", "-b", "nowhere")]
    [InlineData(4, "not-found", "There is no barometer 'nowhere'", "log", "-b", "nowhere")]
    [InlineData(4, "not-found", "There is no barometer 'nowhere'", "open", "2020-01/2020-02", "-b", "nowhere")]
    [InlineData(2, "usage", "'RU12' is no reference", "history", "RU12")]
    [InlineData(2, "usage", "'RU12' is no reference", "amend", "RU12", "--points", "+1")]
    [InlineData(4, "not-found", "There is no development RU-12-999", "history", "RU-12-999")]
    [InlineData(4, "not-found", "There is no development RU-12-999", "withdraw", "RU-12-999", "--reason", "rumour")]
    [InlineData(4, "not-found", "There is no development XX-12-001", "note", "XX-12-001", "seen")]
    [InlineData(2, "usage", "is no date", "score", "-r", "russia", "--date", "some day", "--title", "A talk", "--points", "+1")]
    [InlineData(2, "usage", "needs --relationship, --date and --title", "score", "-r", "russia", "--points", "+1")]
    [InlineData(4, "not-found", "There is no relationship 'mars'", "score", "-r", "mars", "--date", "2019-12-05", "--title", "A talk", "--points", "+1")]
    [InlineData(4, "not-found", "2020-01/2020-02 was never opened", "score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+1", "--period", "2020-01/2020-02")]
    [InlineData(2, "usage", "is no period", "open", "winter")]
    [InlineData(3, "rule", "is open already", "open", "2019-11/2019-12")]
    [InlineData(2, "usage", "'yesterday evening' is no moment", "index", "--as-of", "yesterday evening")]
    [InlineData(4, "not-found", "is not closed", "index", "--as-of", "closing:2019-11/2019-12")]
    [InlineData(2, "usage", "Say why the settings change", "settings", "--name", "Another")]
    [InlineData(2, "usage", "'take' lies between 1 and 1000", "log", "--take", "-1")]
    [InlineData(2, "usage", "'after' is 0 or more", "log", "--after", "-5")]
    [InlineData(4, "not-found", "There is no relationship 'chnia'", "index", "--as-of", "chnia:19")]
    [InlineData(2, "usage", "russia has come to position 1, not yet to 9999", "index", "--as-of", "russia:9999")]
    [InlineData(2, "usage", "is no moment", "index", "--as-of", "russia:1,russia:1")]
    [InlineData(4, "not-found", "There is no relationship '10'", "index", "--as-of", "10:30")]
    [InlineData(2, "usage", "'January' is no moment", "index", "--as-of", "January")]
    [InlineData(2, "usage", "lies ahead", "index", "--as-of", "2999-01-01")]
    [InlineData(2, "usage", "The second moment comes before the first: china:0 before china:1", "explain", "--from", "now", "--to", "start")]
    [InlineData(4, "not-found", "2030-01/2030-02 was never opened", "reconcile", "--period", "2030-01/2030-02")]
    [InlineData(3, "rule", "No period is closed yet", "release", "corrected", "--reason", "oil")]
    [InlineData(3, "rule", "A release says why", "release", "corrected")]
    [InlineData(2, "usage", "'Corrected' cannot be the name of a release", "release", "Corrected", "--reason", "oil")]
    [InlineData(4, "not-found", "There is no release 'corrected'; beside closings there is none", "index", "--as-of", "release:corrected")]
    [InlineData(4, "not-found", "There is no release 'corrected'; there is none, for no period is closed", "vintages", "--until", "corrected")]
    [InlineData(4, "not-found", "There is no release 'corrected'", "revisions", "--to", "corrected")]
    [InlineData(4, "not-found", "There is no relationship 'mars'", "vintages", "mars")]
    [InlineData(4, "not-found", "2030-01/2030-02 was never opened", "vintages", "--period", "2030-01/2030-02")]
    [InlineData(2, "usage", "--triangle and --show ask for two things", "vintages", "--triangle", "--show", "first")]
    [InlineData(2, null, "'last' is not one of as-published, first, latest, all, triangle", "vintages", "--show", "last")]
    [InlineData(2, "usage", "'last' is neither a number of 2 or more nor latest", "revisions", "--first-to", "last")]
    [InlineData(2, "usage", "k being 2 or more", "revisions", "--first-to", "1")]
    [InlineData(2, "usage", "--first-to stands in place of --from and --to", "revisions", "--first-to", "latest", "--from", "corrected")]
    [InlineData(2, "usage", "'RU-12-001' is no proposal; one looks like RU-12-016.3.1", "approve", "RU-12-001")]
    [InlineData(4, "not-found", "There is no proposal RU-12-001.1.1", "approve", "RU-12-001.1.1")]
    [InlineData(4, "not-found", "There is no proposal RU-12-001.1.1", "proposals", "RU-12-001.1.1")]
    [InlineData(4, "not-found", "There is no barometer 'nowhere'", "proposals", "-b", "nowhere")]
    [InlineData(2, "usage", "names no year", "score", "-r", "russia", "--date", "5 February", "--title", "A talk", "--points", "+1")]
    [InlineData(2, "usage", "--revision goes with the reference", "score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+1", "--revision", "7")]
    [InlineData(2, "usage", "is recorded already", "score", "RU-12-001", "--title", "A talk", "--points", "+1")]
    [InlineData(2, null, "See barometer db start --help", "db", "start", "--nonsense")]
    [InlineData(2, "usage", "--port is a number from 1 to 65535", "serve", "--port", "99999")]
    [InlineData(2, "usage", "is a folder; name the files in it", "import", "/tmp")]
    [InlineData(1, null, "no-such-file.csv", "import", "no-such-file.csv")]
    [InlineData(1, null, "no-such-file.json", "declare", "--file", "no-such-file.json")]
    public async Task A_mistake_is_told_in_a_sentence_with_its_exit_code(int exitCode, string? kind, string sentence, params string[] line)
    {
        var typed = (line.Contains("-b") ? await Typist.TypeBare([.. line, "--json"]) : await open.Typist.Type([.. line, "--json"])).Failed(exitCode, sentence);

        if (kind is null)
        {
            typed.Out.ShouldBe("");
            return;
        }

        typed.Json.EnumerateObject().Select(m => m.Name).ShouldBe(["refusal"]);
        typed.Json.GetProperty("refusal").GetProperty("kind").GetString().ShouldBe(kind);
        typed.Json.GetProperty("refusal").GetProperty("sentence").GetString()!.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("settings", "--reason", "more to index", "--add")]
    [InlineData("declare", "--file")]
    [InlineData("classify", "RU-12-001", "--file")]
    public async Task A_file_that_is_not_what_it_should_be_is_bad_usage(params string[] line)
    {
        var typist = await Typist.WithOpenPeriod(server);
        (await Score(typist, "A talk")).Done();
        var file = Path.GetTempFileName();
        foreach (var content in (string[])["{\n  not JSON", "\"a word\"", "null", ""])
        {
            await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
            (await typist.Type([.. line, file])).Failed(2, Path.GetFileName(file));
        }

        File.Delete(file);
    }

    [Fact]
    public async Task A_conflict_has_an_exit_code_of_its_own()
    {
        var typist = await Typist.WithOpenPeriod(server);
        (await Score(typist, "A talk", "--key", "once")).Done();

        var reused = (await Score(typist, "Another talk", "--key", "once", "--json")).Failed(5, "was used for another command");
        reused.Json.GetProperty("refusal").GetProperty("kind").GetString().ShouldBe("conflict");
        (await typist.Type("amend", "RU-12-001", "--points", "+2", "--revision", "7")).Failed(5, "RU-12-001 is at revision 1");
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_told_in_a_sentence()
    {
        // The port belongs to nobody once the listener is gone.
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var ended = await Executable.Run($"Host=127.0.0.1;Port={port};Username=nobody;Database=nothing;SSL Mode=Disable", "index", "--json");

        new Typed("index", ended.ExitCode, ended.Out, ended.Error).Failed(1, "The database cannot be used").Out.ShouldBe("");
        ended.Error.Trim().ShouldNotContain("\n");
    }

    private static Task<Typed> Score(Typist typist, string title, params string[] more) =>
        typist.Type(["score", "-r", "russia", "--date", "2019-12-05", "--title", title, "--period", "2019-11/2019-12", "--points", "+1", .. more]);
}
