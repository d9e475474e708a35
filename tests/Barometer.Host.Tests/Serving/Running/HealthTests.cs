using System.Net;
using System.Text.Json;
using Npgsql;

namespace Barometer.Host.Tests.Serving.Running;

/// <summary>What the service tells of its health; of a database that went away, <see cref="ServiceTests"/> know.</summary>
public sealed class HealthTests(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_beside_tables_of_another_build_is_not_ready_and_tells_nothing_of_the_inside()
    {
        await using var served = await ServedRecord.Open(server);
        using var client = served.Nobody();
        (await Ready(client)).Status.ShouldBe(HttpStatusCode.OK);

        await using var source = NpgsqlDataSource.Create(server.AsOwner(served.Record.Connection));
        await using var another = source.CreateCommand("comment on schema barometer is 'build of another day'");
        await another.ExecuteNonQueryAsync(Cancel);

        var (status, health) = await Ready(client);
        (status, health.GetProperty("status").GetString()).ShouldBe((HttpStatusCode.ServiceUnavailable, "unready"));
        health.GetProperty("wrong")[0].GetString().ShouldBe("the database is not set up for this build of Barometer; the log says more");
        (await client.GetAsync("/health/live", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Columns_that_are_too_far_behind_are_told_until_they_are_not()
    {
        await using var served = await ServedRecord.Open(server);
        await served.Record.Score("russia", 1);
        using var client = served.Nobody();
        await Eventually.Holds(async () => (await Ready(client)).Health.GetProperty("lag").GetDecimal() == 0, "the columns come after");
        await using var holding = new NpgsqlConnection(served.Record.Connection);
        await holding.OpenAsync(Cancel);
        await using (var held = await holding.BeginTransactionAsync(Cancel))
        {
            // Whoever follows waits here, before an event of an hour ago.
            await using var hold = new NpgsqlCommand("select from barometer.column_checks where relationship = 'russia' for update", holding, held);
            await hold.ExecuteNonQueryAsync(Cancel);
            await served.Record.Execute("""
                insert into barometer.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type)
                select nextval('barometer.mt_events_sequence'), gen_random_uuid(), stream_id, version + 1, data, type, timestamp - interval '1 hour', tenant_id, mt_dotnet_type
                from barometer.mt_events where type = 'development_scored'
                """);

            var (status, health) = await Ready(client);
            (status, health.GetProperty("status").GetString()).ShouldBe((HttpStatusCode.OK, "degraded"));
            health.GetProperty("wrong")[0].GetString().ShouldNotBeNull().ShouldMatch(@"^the columns of replays are 36\d\d\.\d s behind the record");
        }

        await Eventually.Holds(async () => (await Ready(client)).Health.GetProperty("status").GetString() == "ready", "the columns come after");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Health)> Ready(HttpClient client)
    {
        using var response = await client.GetAsync("/health/ready", Cancel);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancel)));
    }
}
