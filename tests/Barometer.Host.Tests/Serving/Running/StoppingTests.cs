using System.Net;
using Npgsql;

namespace Barometer.Host.Tests.Serving.Running;

public sealed class StoppingTests(Server server)
{
    private const string Key = "under-way";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_asked_to_end_answers_what_is_under_way_takes_nothing_new_leaves_no_lock_and_hands_over_its_share()
    {
        await using var record = await (await server.NewRecord()).Declared();
        using var first = await Instance.Start(record.Connection, "first");
        await Eventually.Holds(async () => await record.Following() == first.Id, "the first follows");
        using var second = await Instance.Start(record.Connection, "second");
        await Eventually.Holds(async () => await record.Ask<long>("select count(*) from wolverine.wolverine_nodes") == 2, "they know of each other");
        var (ending, staying) = await record.Following() == first.Id ? (first, second) : (second, first);
        var name = ending == first ? "first" : "second";

        Task<Told> underWay;
        await using (var holding = new NpgsqlConnection(record.Connection))
        {
            await holding.OpenAsync(Cancel);
            await using var held = await holding.BeginTransactionAsync(Cancel);
            await using var hold = new NpgsqlCommand("select from barometer.mt_streams where id like '%russia' for update", holding, held);
            await hold.ExecuteNonQueryAsync(Cancel);
            underWay = ending.Client.Command("developments/scored", Scored, key: Key);
            await Eventually.Holds(async () => await record.Ask<long>($"select count(*) from pg_stat_activity where application_name = '{name}' and wait_event_type = 'Lock'") > 0, "the command waits for the stream");
            ending.Terminate();
            await Eventually.Holds(async () => !await TakesNew(ending), "nothing new is taken");
            underWay.IsCompleted.ShouldBeFalse();
        }

        (await underWay).Status.ShouldBe(HttpStatusCode.Created);
        var ended = await ending.End();
        ended.ExitCode.ShouldBe(0, string.Join('\n', ending.Log));
        (await record.Ask<long>($"select count(*) from barometer.mt_events where headers ->> 'idempotency-key' = '{Key}'")).ShouldBe(1);
        (await record.Ask<long>($"select count(*) from pg_stat_activity where application_name = '{name}'")).ShouldBe(0);
        var handedOver = await Eventually.Holds(async () => await record.Following() == staying.Id, "the other follows");
        TestContext.Current.TestOutputHelper?.WriteLine($"followed by another {handedOver.TotalSeconds:0.0} s after the end");
        ending.Log.ShouldNotContain(line => line.GetProperty("LogLevel").GetString() == "Error");
        ending.Log.ShouldNotContain(line => line.ToString().Contains(Key, StringComparison.Ordinal));
    }

    private static object Scored => new { relationship = "russia", date = "2019-12-05", title = "A talk", points = new { development = new { positive = 2, negative = 0 } } };

    // Refused on a connection that was open before, or not even connected.
    private static async Task<bool> TakesNew(Instance instance)
    {
        try
        {
            using var response = await instance.Client.GetAsync("/health/live", Cancel);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
