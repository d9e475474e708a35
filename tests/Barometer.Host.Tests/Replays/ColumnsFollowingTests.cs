using Barometer.Domain.Barometers;
using Barometer.Host.Store;
using Barometer.Projections;
using JasperFx.Events;

namespace Barometer.Host.Tests.Replays;

/// <summary>Whoever brings events to the columns, however often, in what pieces and beside whom: each is added once.</summary>
public sealed class ColumnsFollowingTests(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_brought_by_several_at_once_and_again_are_added_once()
    {
        await using var record = await Scored();
        var (before, events) = (await ColumnsOf.Tables(record), await Events(record));
        await Forget(record);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async brings =>
        {
            // Each in pieces of another size.
            foreach (var piece in events.Chunk(1 + brings))
                await Bring(record, piece);
        }));

        (await ColumnsOf.Tables(record)).ShouldBe(before);
    }

    [Fact]
    public async Task Events_before_which_one_is_missing_wait_for_whoever_brings_that()
    {
        await using var record = await Scored();
        var (before, events) = (await ColumnsOf.Tables(record), await Events(record));
        await Forget(record);

        await Bring(record, events[..2]);
        await Bring(record, events[3..]);

        (await record.Ask<long>("select events from barometer.column_checks where relationship = 'russia'")).ShouldBe(2);
        (await ColumnsOf.Rest(record, await record.Now())).ShouldBe(await ColumnsOf.Events(record, await record.Now()));
        (await ColumnsOf.Tables(record)).ShouldBe(before);
    }

    private async Task<EmptyRecord> Scored()
    {
        var record = await (await server.NewRecord()).Declared();
        foreach (var points in (int[])[1, 2, 3, -1, -2])
            await record.Score("russia", points);
        return record;
    }

    private static Task<IEvent[]> Events(EmptyRecord record) => record.Read(async session => (await session.Events.FetchStreamAsync(Declaring.StreamOf("russia"), token: Cancel)).ToArray());

    private static async Task Forget(EmptyRecord record)
    {
        await record.Execute("delete from barometer.columns where relationship = 'russia'");
        await record.Execute("delete from barometer.column_checks where relationship = 'russia'");
    }

    private static async Task Bring(EmptyRecord record, IReadOnlyList<IEvent> events)
    {
        await using var session = record.Store.LightweightSession("minsk");
        await new FollowingColumns().In(RecordStore.Schema).ApplyAsync(session, events, Cancel);
        await session.SaveChangesAsync(Cancel);
    }
}
