using Npgsql;
using static Barometer.Host.Tests.Store.Private.PrivateServer;

namespace Barometer.Host.Tests.Store.Private;

public sealed class FirstStartTests : IAsyncDisposable
{
    private readonly PrivateServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Four_starts_at_once_make_one_server_and_forget_what_was_left_half_done()
    {
        var halfDone = Path.Combine(_server.Home, "postgres", "new-1");
        Directory.CreateDirectory(halfDone);
        await File.WriteAllTextAsync(Path.Combine(halfDone, "PG_VERSION"), "15\n", Cancel);

        var connections = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_server.Start)));

        connections.Distinct().ShouldHaveSingleItem();
        (await Ask(connections[0], "SELECT 1")).ShouldBe(1);
        Directory.GetDirectories(Path.Combine(_server.Home, "postgres")).ShouldBe([_server.Data]);
    }

    [Fact]
    public async Task A_start_that_waits_for_its_turn_can_be_cancelled()
    {
        Directory.CreateDirectory(_server.Home);
        await using var turn = new FileStream(Path.Combine(_server.Home, "postgres.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Should.ThrowAsync<OperationCanceledException>(() => _server.At(_server.Home).Start(soon.Token));
    }

    [Fact]
    public async Task A_start_that_was_cancelled_on_its_way_leaves_nothing_that_hinders_the_next()
    {
        foreach (var delay in (int[])[100, 800])
        {
            using var soon = new CancellationTokenSource(delay);
            try
            {
                await _server.At(_server.Home).Start(soon.Token);
            }
            catch (OperationCanceledException)
            {
            }
        }

        (await Ask(await _server.Start(), "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_long_and_strange_home_below_a_folder_that_only_its_owner_may_enter_has_its_socket_elsewhere()
    {
        var locked = Directory.CreateDirectory(Path.Combine(_server.Root, "locked")).FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(locked, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var home = Path.Combine(locked, "a, 'strange' \"$HOME\" `x` \\ ü:" + new string('x', 100), ".barometer");
        var connection = await _server.At(home).Start(Cancel);

        var socketFolder = new NpgsqlConnectionStringBuilder(connection).Host!;
        socketFolder.Length.ShouldBeLessThan(50);
        (await Ask(connection, "SELECT 1")).ShouldBe(1);
        (await _server.At(home).Stop(Cancel)).ShouldBeTrue();
        Directory.Delete(socketFolder, recursive: true);
        (await Ask(await _server.At(home).Start(Cancel), "SELECT 1")).ShouldBe(1);
        await _server.At(home).Stop(Cancel);
        Directory.Delete(socketFolder, recursive: true);
    }
}
