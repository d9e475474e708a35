using System.Globalization;
using Npgsql;
using static Barometer.Host.Tests.Store.Private.PrivateServer;

namespace Barometer.Host.Tests.Store.Private;

public sealed class KilledServerTests(PrivateServer server) : IClassFixture<PrivateServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_was_killed_in_the_middle_of_work_recovers_on_the_next_start_with_all_that_was_committed()
    {
        var connection = await server.Start();
        await Ask(connection, "CREATE TABLE kept AS SELECT 7 AS value");
        var work = Ask(connection, "SELECT count(*) FROM generate_series(1, 1e12::bigint)");
        while (await Ask(connection, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%1e12::bigint%' AND state = 'active'") is not 2L)
            await Task.Yield();
        using (var postmaster = server.Postmaster())
            Kill(postmaster);

        (await Ask(await server.Start(), "SELECT value FROM kept")).ShouldBe(7);
        await Should.ThrowAsync<NpgsqlException>(() => work);
    }

    [Fact]
    public async Task A_killed_servers_process_number_may_belong_to_somebody_else_by_now()
    {
        await server.Start();
        var pidFile = Path.Combine(server.Data, "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(pidFile, Cancel);
        using (var postmaster = server.Postmaster())
            Kill(postmaster);
        // Alive, and of the very user as whom the server runs when that is not root.
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(pidFile, lines, Cancel);

        (await Ask(await server.Start(), "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_home_deleted_under_a_running_server_starts_anew()
    {
        await server.Start();
        using var old = server.Postmaster();
        Directory.Delete(server.Home, recursive: true);

        (await Ask(await server.Start(), "SELECT 1")).ShouldBe(1);
        await old.WaitForExitAsync(Cancel);
    }
}
