using System.Net;
using System.Text.Json;
using Npgsql;

namespace Barometer.Host.Tests.Serving.Running;

/// <summary>A database that went away is in ServiceTests.</summary>
public sealed class HealthTests(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_beside_tables_of_another_build_is_not_ready_and_tells_nothing_of_the_inside()
    {
        await using var served = await ServedRecord.Open(server);
        using var client = served.Nobody();
        (await Ready(client)).Status.ShouldBe(HttpStatusCode.OK);

        await AsOwner(served, "comment on schema barometer is 'build of another day'");

        var (status, health) = await Ready(client);
        (status, health.GetProperty("status").GetString()).ShouldBe((HttpStatusCode.ServiceUnavailable, "unready"));
        health.GetProperty("wrong")[0].GetString().ShouldBe("the database is not set up for this build of Barometer; the log says more");
        (await client.GetAsync("/health/live", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Columns_that_are_behind_the_record_are_told_and_a_replay_fetches_what_they_lack()
    {
        await using var served = await ServedRecord.Open(server);
        using var client = served.Nobody();
        using var anna = await served.Person("anna", Domain.People.Role.Editor);
        await served.Record.Score("russia", 1);
        await using var holding = new NpgsqlConnection(served.Record.Connection);
        await holding.OpenAsync(Cancel);
        await using (var held = await holding.BeginTransactionAsync(Cancel))
        {
            await using var hold = new NpgsqlCommand("select from barometer.column_checks for update", holding, held);
            await hold.ExecuteNonQueryAsync(Cancel);
            (await anna.Command("developments/scored", new { relationship = "russia", date = "2019-12-05", title = "A talk", points = new { development = new { positive = 2, negative = 0 } } })).Expected();
            await Eventually.Holds(async () => (await Ready(client)).Health.GetProperty("lag").GetDecimal() > 0, "the columns are behind");

            // An event of an hour ago that they have not come to.
            await served.Record.Execute("""
                insert into barometer.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type)
                select nextval('barometer.mt_events_sequence'), gen_random_uuid(), 'another stream', 1, data, type, timestamp - interval '1 hour', tenant_id, mt_dotnet_type from barometer.mt_events where type = 'period_opened' limit 1
                """);
            await AsOwner(served, "delete from barometer.mt_event_progression where name = 'columns:All'");
            var (status, health) = await Ready(client);
            status.ShouldBe(HttpStatusCode.OK);
            health.GetProperty("lag").GetDecimal().ShouldBeGreaterThan(0);
        }
    }

    private static async Task<(HttpStatusCode Status, JsonElement Health)> Ready(HttpClient client)
    {
        using var response = await client.GetAsync("/health/ready", Cancel);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancel)));
    }

    private async Task AsOwner(ServedRecord served, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.AsOwner(served.Record.Connection));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
