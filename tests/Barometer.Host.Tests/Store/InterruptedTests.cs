using Barometer.Host.Store;
using Marten;
using Npgsql;

namespace Barometer.Host.Tests.Store;

public sealed class InterruptedTests(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Which time of asking is prepared is Npgsql's affair.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_question_that_fails_fails_nobody_who_asks_it_later_on_the_same_connection(int times)
    {
        await using var record = await server.NewRecord();
        await using var store = DocumentStore.For(options => RecordStore.Configure(options, $"{record.Connection};Maximum Pool Size=1"));

        for (var time = 1; time < times; time++)
            (await Ask(store, "a")).ShouldBe("a then b");
        await Should.ThrowAsync<PostgresException>(() => Ask(store, "\0"));

        for (var time = 0; time < 10; time++)
            (await Ask(store, "a")).ShouldBe("a then b");
    }

    private static Task<string> Ask(IDocumentStore store, string word) => ConsistentReading.Read(
        store,
        "minsk",
        async session =>
        {
            await using var trip = new OneTrip(session.Connection, "minsk");
            var first = trip.Ask("select $2 || ' then' where $1 <> ''", r => r.GetString(0), OneTrip.Of(word));
            var second = trip.Ask("select 'b' where $1 <> ''", r => r.GetString(0));
            await trip.Send(Cancel);
            return $"{first.Single()} {second.Single()}";
        },
        Cancel);
}
