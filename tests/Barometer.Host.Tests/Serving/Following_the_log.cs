using System.Net;
using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.People;
using Npgsql;

namespace Barometer.Host.Tests.Serving;

/// <summary>The log as it is recorded, entry by entry, in order and with nothing left out.</summary>
public sealed class Following_the_log(Server server)
{
    private const string LogOfMinsk = "/v1/barometers/minsk/log/stream";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_is_told_what_there_is_and_then_what_comes_and_goes_on_where_it_was_cut_off()
    {
        await using var served = await ServedRecord.Open(server);
        using var vera = await served.Person("vera", Role.Auditor);
        var first = await served.Record.Score("russia", 1);
        var stream = vera.Follow($"{LogOfMinsk}?after=0", lastEventId: null).GetAsyncEnumerator(Cancel);

        var told = new List<long>();
        var entry = await Next();
        while (!entry.GetProperty("data").TryGetProperty("reference", out _))
            entry = await Next();
        entry.GetProperty("data").GetProperty("reference").GetString().ShouldBe(first.ToString());
        stream.Current.EventType.ShouldBe("development_scored");
        var second = await served.Record.Score("russia", 2);
        (await Next()).GetProperty("data").GetProperty("reference").GetString().ShouldBe(second.ToString());
        await stream.DisposeAsync();

        told.ShouldBeInOrder();
        told.Count.ShouldBe((int)await served.Record.Ask<long>("select count(*) from barometer.mt_events where tenant_id = 'minsk'"));
        await using var again = vera.Follow($"{LogOfMinsk}?after=0", lastEventId: $"{told[^2]}").GetAsyncEnumerator(Cancel);
        await again.MoveNextAsync();
        again.Current.EventId.ShouldBe($"{told[^1]}");

        async Task<JsonElement> Next()
        {
            (await stream.MoveNextAsync()).ShouldBeTrue();
            told.Add(long.Parse(stream.Current.EventId!));
            var data = JsonElement.Parse(stream.Current.Data);
            data.GetProperty("sequence").GetInt64().ShouldBe(told[^1]);
            return data;
        }
    }

    [Fact]
    public async Task An_entry_that_commits_after_a_later_one_is_told_before_it()
    {
        await using var served = await ServedRecord.Open(server);
        using var vera = await served.Person("vera", Role.Auditor);
        await served.Record.Score("russia", 1);
        var before = await served.Record.Ask<long>("select max(seq_id) from barometer.mt_events");
        await using var stream = vera.Follow($"{LogOfMinsk}?after={before}", lastEventId: null).GetAsyncEnumerator(Cancel);
        var next = stream.MoveNextAsync();
        // Another writer begins first and draws last: nothing of a transaction's own number tells what it has drawn.
        await using var early = await Open(served);
        await using var earlier = await early.BeginTransactionAsync(Cancel);
        await Execute(early, "select pg_current_xact_id()");
        await using var slow = await Open(served);
        await using var held = await slow.BeginTransactionAsync(Cancel);
        await Execute(slow, Another("eu"));
        await Execute(early, Another("us"));
        await earlier.CommitAsync(Cancel);
        await served.Record.Score("russia", 2);

        // A page waits longer than the grace for what is not settled, and tells nothing that is not.
        (await vera.Read($"log?after={before}")).Expected().Data.GetArrayLength().ShouldBe(0);
        next.IsCompleted.ShouldBeFalse();
        (await vera.Read("log?take=1")).Expected().Data[0].GetProperty("sequence").GetInt64().ShouldBe(before + 3);
        await held.CommitAsync(Cancel);

        var told = new List<string?>();
        (await next).ShouldBeTrue();
        for (told.Add(stream.Current.EventId); told.Count < 3 && await stream.MoveNextAsync();)
            told.Add(stream.Current.EventId);
        told.ShouldBe([$"{before + 1}", $"{before + 2}", $"{before + 3}"]);
        var page = (await vera.Read($"log?after={before}")).Expected().Data.EnumerateArray().Select(e => e.GetProperty("sequence").GetInt64());
        page.ShouldBe([before + 1, before + 2, before + 3]);
    }

    [Fact]
    public async Task What_was_rolled_back_holds_nobody_up_for_long()
    {
        await using var served = await ServedRecord.Open(server);
        using var vera = await served.Person("vera", Role.Auditor);
        var before = await served.Record.Ask<long>("select max(seq_id) from barometer.mt_events");
        await using (var slow = await Open(served))
        {
            await using var undone = await slow.BeginTransactionAsync(Cancel);
            await Execute(slow, Another("russia"));
        }

        var reference = await served.Record.Score("russia", 2);

        await using var stream = vera.Follow($"{LogOfMinsk}?after={before}", lastEventId: null).GetAsyncEnumerator(Cancel);
        (await stream.MoveNextAsync()).ShouldBeTrue();
        stream.Current.Data.ShouldContain(reference.ToString());
    }

    [Fact]
    public async Task Whoever_may_no_longer_read_the_log_is_told_no_more_of_it()
    {
        await using var served = await ServedRecord.Open(server);
        using var ada = await served.Person("ada", Role.Administrator);
        using var vera = await served.Person("vera", Role.Auditor);
        await using var stream = vera.Follow($"{LogOfMinsk}?after=0", lastEventId: null).GetAsyncEnumerator(Cancel);
        await stream.MoveNextAsync();

        (await ada.Command("people/dismissals", new { subject = "subject of vera", reason = "has left" })).Expected();

        while (await stream.MoveNextAsync())
            stream.Current.EventType.ShouldNotBe("development_scored");
        (await vera.Read("log/stream")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ada.Read("log/stream?after=-1")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_stream_ends_with_the_service()
    {
        await using var served = await ServedRecord.Open(server);
        using var vera = await served.Person("vera", Role.Auditor);
        await using var stream = vera.Follow($"{LogOfMinsk}?after=0", lastEventId: null).GetAsyncEnumerator(Cancel);
        await stream.MoveNextAsync();

        var stopped = served.Stop();

        while (await stream.MoveNextAsync())
            stream.Current.EventId.ShouldNotBeNull();
        await stopped;
    }

    // An event as any other, in the stream of a relationship that nobody else writes to meanwhile.
    private static string Another(string relationship) => $"""
        insert into barometer.mt_events (seq_id, id, stream_id, version, type, mt_dotnet_type, timestamp, tenant_id, data, headers)
        select nextval('barometer.mt_events_sequence'), gen_random_uuid(), stream_id, 1000, type, mt_dotnet_type, now(), tenant_id, data, headers
        from barometer.mt_events where tenant_id = 'minsk' and stream_id = '{Declaring.StreamOf(relationship)}' limit 1
        """;

    private static async Task<NpgsqlConnection> Open(ServedRecord served)
    {
        var connection = new NpgsqlConnection(served.Record.Connection);
        await connection.OpenAsync(Cancel);
        return connection;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
