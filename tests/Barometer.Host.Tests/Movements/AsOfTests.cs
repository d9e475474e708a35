using System.Globalization;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Movements;
using Barometer.Host.Record;
using Marten.Services;

namespace Barometer.Host.Tests.Movements;

public sealed class AsOfTests(Server server)
{
    [Fact]
    public async Task An_answer_asked_again_with_its_positions_is_the_same_although_a_writer_held_open_commits_before_the_time_asked_for()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 2);
        await using var held = await HoldOpen(record, reference);

        var time = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        var first = await Resolve(record, time);
        var answer = await At(record, first);
        await held.Commit();

        (await At(record, first)).ShouldBe(answer);
        answer.ShouldBe(2);
        // The time now tells of the writer too; that is why an answer carries positions.
        (await At(record, await Resolve(record, time))).ShouldBe(-1);
        (await record.Index("russia")).Aggregate.ShouldBe(-1);
    }

    [Fact]
    public async Task Every_earlier_state_of_an_index_can_be_asked_for_by_its_positions()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var states = new List<(Positions Positions, int Aggregate)> { (await record.Now(), 0) };
        foreach (var points in new[] { 3, -2, 1, -3 })
        {
            await record.Score("china", points);
            states.Add((await record.Now(), states[^1].Aggregate + points));
        }

        foreach (var (positions, aggregate) in states)
            (await At(record, Positions.Parse(positions.ToString(), provider: null), "china")).ShouldBe(aggregate);
    }

    [Fact]
    public async Task As_of_its_closing_a_period_is_its_snapshot_whatever_is_amended_later()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("eu", 3);
        var closed = (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris"))).Expected();
        (await record.Send<Recorded>(new AmendPoints { Reference = reference, Points = Points.Of("development", -1), Actor = "anna", Reason = "misread", ReasonKind = ReasonKind.Error })).Expected();

        (await At(record, await Resolve(record, $"closing:{EmptyRecord.Period}"), "eu")).ShouldBe(3);
        closed.Figures.Single(f => f.Relationship == "eu").Aggregate.ShouldBe(3);
        (await record.Index("eu")).Aggregate.ShouldBe(-1);
    }

    private static async Task<Positions> Resolve(EmptyRecord record, string moment) =>
        (await record.Read(s => AsOf.Resolve(s, moment, EmptyRecord.Period, TestContext.Current.CancellationToken))).Expected();

    private static async Task<int> At(EmptyRecord record, Positions positions, string relationship = "russia") =>
        (await record.Read(s => IndexReading.AsOf(s, positions, TestContext.Current.CancellationToken))).SingleOrDefault(i => i.Relationship == relationship)?.Aggregate ?? 0;

    // A writer that has its lock and has written, and has not committed.
    private static async Task<HeldWriter> HoldOpen(EmptyRecord record, Reference reference)
    {
        var connection = record.Store.Storage.Database.CreateConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var options = SessionOptions.ForTransaction(transaction);
        options.TenantId = "minsk";
        await using var session = record.Store.LightweightSession(options);
        await session.Events.AppendExclusive(Domain.Barometers.Declaring.StreamOf("russia"), TestContext.Current.CancellationToken);
        var development = await session.LoadAsync<Development>(reference.ToString(), TestContext.Current.CancellationToken);
        session.Events.Append(Domain.Barometers.Declaring.StreamOf("russia"), new PointsAmended
        {
            Reference = reference,
            Revision = 2,
            Actor = "held",
            From = development!.Points!,
            To = Points.Of("development", -1),
            Filing = development.Filing,
        });
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new HeldWriter(connection, transaction);
    }

    private sealed record HeldWriter(Npgsql.NpgsqlConnection Connection, Npgsql.NpgsqlTransaction Transaction) : IAsyncDisposable
    {
        public Task Commit() => Transaction.CommitAsync(TestContext.Current.CancellationToken);

        public async ValueTask DisposeAsync()
        {
            await Transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
    }
}
