using System.Diagnostics;
using static Barometer.Host.Tests.Store.Private.PrivateServer;

namespace Barometer.Host.Tests.Store.Private;

public sealed class RunningServerTests(PrivateServer server) : IClassFixture<PrivateServer>
{
    [Fact]
    public async Task A_started_server_answers_on_its_database_in_UTF8_with_checksums_and_no_port()
    {
        var connection = await server.Start();

        (await Ask(connection, "SELECT current_database()")).ShouldBe("barometer");
        (await Ask(connection, "SHOW server_encoding")).ShouldBe("UTF8");
        (await Ask(connection, "SHOW data_checksums")).ShouldBe("on");
        (await Ask(connection, "SHOW fsync")).ShouldBe("on");
        (await Ask(connection, "SHOW listen_addresses")).ShouldBe("");
    }

    [Fact]
    public async Task A_second_start_finds_the_running_server()
    {
        var first = await server.Start();
        using var postmaster = server.Postmaster();

        (await server.Start()).ShouldBe(first);

        using var same = server.Postmaster();
        same.Id.ShouldBe(postmaster.Id);
    }

    [Fact]
    public async Task A_home_reached_through_a_link_is_the_same_home()
    {
        var direct = await server.Start();
        var link = Path.Combine(server.Root, "link");
        Directory.CreateSymbolicLink(link, server.Root);

        (await server.At(Path.Combine(link, ".barometer")).Start(TestContext.Current.CancellationToken)).ShouldBe(direct);
    }

    [Fact]
    public async Task A_dropped_database_is_made_again()
    {
        var connection = await server.Start();
        await Ask(connection.Replace("Database=barometer", "Database=postgres", StringComparison.Ordinal), "DROP DATABASE barometer WITH (FORCE)");

        (await Ask(await server.Start(), "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_server_one_of_whose_processes_was_killed_is_awaited_while_it_recovers()
    {
        var connection = await server.Start();
        using var postmaster = server.Postmaster();
        using var checkpointer = Process.GetProcessById((int)(await Ask(connection, "SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'"))!);
        Kill(checkpointer);

        (await Ask(await server.Start(), "SELECT 1")).ShouldBe(1);
        using var same = server.Postmaster();
        same.Id.ShouldBe(postmaster.Id);
    }
}
