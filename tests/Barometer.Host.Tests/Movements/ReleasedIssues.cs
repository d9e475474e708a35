using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Movements;

/// <summary>
/// Issue 12 from the samples, closed; two corrections and a corrected issue; issue 13 with a development on the U.S., closed; and a correction of each
/// that no release has.
/// </summary>
public sealed class ReleasedIssues(Server server) : IAsyncLifetime
{
    public const string Issue12 = "2019-11/2019-12";
    public const string Issue13 = "2020-01/2020-02";
    public const string Closing12 = $"closing:{Issue12}";
    public const string Closing13 = $"closing:{Issue13}";
    public const string Corrected = "corrected-2020-03";

    public Server Server { get; } = server;

    public Typist Typist { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Typist = await Typist.Before(Server);
        await Typist.Ask("import", Samples.Developments, Samples.Printed);
        await Typist.Ask("close", Issue12, "--answer", "date:SEC-12-029=kept", "--actor", "dora");
        await Typist.AskBoth("amend", "RU-12-016", "--points", "+1", "--reason-kind", "new-information", "--reason", "crude oil only", "--actor", "anna");
        await Typist.AskBoth("withdraw", "SEC-12-004", "--reason-kind", "error", "--reason", "counted twice", "--actor", "boris");
        await Typist.Ask("release", Corrected, "--reason", "two corrections", "--actor", "vera");
        await Typist.Ask("open", Issue13);
        await Typist.Ask("score", "-r", "us", "--date", "2020-02-01", "--title", "Secretary of State visits Minsk", "--points", "+1");
        await Typist.Ask("close", Issue13, "--actor", "dora");
        await Typist.AskBoth("amend", "US-13-001", "--points", "+1/-3", "--reason-kind", "error", "--reason", "a quarrel, too", "--actor", "anna");
        await Typist.AskBoth("amend", "RU-12-016", "--points", "+3", "--reason-kind", "error", "--reason", "the whole balance", "--actor", "anna");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
