using Barometer.Host.Store.Private;
using static Barometer.Host.Tests.Store.Private.PrivateServer;

namespace Barometer.Host.Tests.Store.Private;

public sealed class StoppedServerTests(PrivateServer server) : IClassFixture<PrivateServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stopped_server_is_gone_and_keeps_its_data()
    {
        var postgres = server.At(server.Home);
        await Ask(await server.Start(), "CREATE TABLE kept AS SELECT 7 AS value");
        (await postgres.IsRunning(Cancel)).ShouldBeTrue();

        (await postgres.Stop(Cancel)).ShouldBeTrue();

        (await postgres.IsRunning(Cancel)).ShouldBeFalse();
        (await postgres.Stop(Cancel)).ShouldBeFalse();
        (await Ask(await server.Start(), "SELECT value FROM kept")).ShouldBe(7);
    }

    [Fact]
    public async Task A_log_that_has_grown_long_is_cut_back_to_its_end()
    {
        var log = Path.Combine(server.Home, "postgres", "log");
        await server.Start();
        await server.At(server.Home).Stop(Cancel);
        await File.AppendAllTextAsync(log, new string('x', 2_000_000) + "\nthe end\n", Cancel);

        await server.Start();

        new FileInfo(log).Length.ShouldBeLessThan(100_000);
        (await File.ReadAllTextAsync(log, Cancel)).ShouldContain("\nthe end\n");
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_why_and_starts_once_that_is_mended()
    {
        await server.Start();
        await server.At(server.Home).Stop(Cancel);
        var version = Path.Combine(server.Data, "PG_VERSION");
        var right = await File.ReadAllTextAsync(version, Cancel);
        await File.WriteAllTextAsync(version, "9.1\n", Cancel);

        var error = await Should.ThrowAsync<DatabaseUnavailableException>(server.Start);

        error.Message.ShouldContain("initialized by PostgreSQL version 9.1");
        error.Message.ShouldContain(server.Home);
        await File.WriteAllTextAsync(version, right, Cancel);
        (await Ask(await server.Start(), "SELECT 1")).ShouldBe(1);
    }
}
