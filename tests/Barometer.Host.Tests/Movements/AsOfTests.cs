using Barometer.Domain.Movements;
using Barometer.Domain.Record;
using Barometer.Host.Movements;
using Barometer.Host.Record;
using Npgsql;

namespace Barometer.Host.Tests.Movements;

public sealed class AsOfTests(Server server)
{
    private const string Key = "held";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_a_writer_is_held_open_an_answer_gives_positions_that_give_the_same_answer_after_its_commit()
    {
        await using var record = await (await server.NewRecord()).Declared();
        await record.Score("russia", 1);
        await using var hold = new NpgsqlConnection(record.Connection);
        await hold.OpenAsync(Cancel);
        await using var held = await hold.BeginTransactionAsync(Cancel);
        await Lock(hold, "revision_history");
        var writer = Write(record);
        await HeldBeforeItsCommit(record, writer);

        var moment = (await record.Ask<DateTime>("select clock_timestamp()")).ToString("O");
        var now = await Figures(record, moment: null);
        var atMoment = await Figures(record, moment);
        var explained = await Explained(record, now.Positions);
        await held.RollbackAsync(Cancel);
        (await writer).Expected();

        now.Positions["russia"].ShouldBe(2);
        atMoment.Positions.ToString().ShouldBe(now.Positions.ToString());
        now.Figures.ShouldBe([new IndexFigure("russia", "development", EmptyRecord.Period, 1, 0, 1)]);
        atMoment.Figures.ShouldBe(now.Figures);
        (await Figures(record, now.Positions.ToString())).Figures.ShouldBe(now.Figures);
        (await Explained(record, now.Positions)).ShouldBe(explained);
        // The event's own time lies before the moment: asked by time once more, it would count.
        (await Figures(record, moment)).Figures.ShouldBe([new IndexFigure("russia", "development", EmptyRecord.Period, 3, 0, 2)]);
        (await record.Index("russia")).Positive.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_about_other_relationships_does_not_wait_for_a_writer_held_open()
    {
        await using var record = await (await server.NewRecord()).Declared();
        await using var hold = new NpgsqlConnection(record.Connection);
        await hold.OpenAsync(Cancel);
        await using var held = await hold.BeginTransactionAsync(Cancel);
        await TakeKey(hold);
        var writer = Write(record);
        await HeldBeforeItsCommit(record, writer);

        await record.Score("us", 3);

        (await Figures(record, moment: null)).Figures.ShouldBe([new IndexFigure("us", "development", EmptyRecord.Period, 3, 0, 1)]);
        await held.RollbackAsync(Cancel);
        (await writer).Expected();
    }

    [Fact]
    public async Task As_of_a_time_every_relationship_stands_at_its_last_event_until_then()
    {
        await using var record = await (await server.NewRecord()).Declared();
        foreach (var turn in Enumerable.Range(1, 21))
            await record.Score(turn % 4 == 0 ? "us" : "russia", turn % 3);
        var times = await record.Ask<DateTime[]>("select array_agg(timestamp order by seq_id) from barometer.mt_events where type = 'development_scored'");

        foreach (var moment in times.SelectMany(time => new[] { time.AddMicroseconds(-1), time }).Select(time => time.ToString("O")))
        {
            var last = await record.Ask<string>(
                $"""
                select string_agg(substr(stream_id, 14) || ':' || version, ',' order by stream_id collate "C")
                from (select stream_id, max(version) as version from barometer.mt_events where stream_id like 'relationship/%' and timestamp <= '{moment}' group by stream_id) s
                """);
            (await Figures(record, moment)).Positions.ToString().ShouldBe(last);
        }
    }

    // Rows come there in the round trip that brings the events.
    private static async Task Lock(NpgsqlConnection hold, string table)
    {
        await using var command = new NpgsqlCommand($"lock table barometer.{table} in share mode", hold);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task TakeKey(NpgsqlConnection hold)
    {
        await using var insert = new NpgsqlCommand($"insert into barometer.mt_doc_receipt (tenant_id, id, data) values ('minsk', '{Key}', '{{}}')", hold);
        await insert.ExecuteNonQueryAsync(Cancel);
    }

    private static Task<Decision<Recorded>> Write(EmptyRecord record) =>
        Task.Run(() => record.Send<Recorded>(EmptyRecord.Scored("russia", 2), key: Key), Cancel);

    // It waits for another transaction, which has the same key or the table that it writes to.
    private static async Task HeldBeforeItsCommit(EmptyRecord record, Task writer)
    {
        while (await record.Ask<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == 0)
            writer.IsCompleted.ShouldBeFalse();
    }

    private static Task<(Positions Positions, IndexFigure[] Figures)> Figures(EmptyRecord record, string? moment) => record.Read(async session =>
    {
        var positions = (await AsOf.Resolve(session, moment, period: null, Cancel)).Expected();
        return (positions, (await IndexReading.AsOf(session, positions, Cancel)).ToArray());
    });

    private static Task<Movement[]> Explained(EmptyRecord record, Positions to) =>
        record.Read(async session => (await MovementReading.Between(session, Positions.Start, to, Cancel)).ToArray());
}
