using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Movements;

namespace Barometer.Host.Tests.Movements;

public sealed class EarlierStatesTests(Server server)
{
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
        (await record.SendBoth(new AmendPoints { Reference = reference, Points = Points.Of("development", -1), Actor = "anna", Reason = "misread", ReasonKind = ReasonKind.Error })).Expected();

        (await At(record, await Resolve(record, $"closing:{EmptyRecord.Period}"), "eu")).ShouldBe(3);
        closed.Figures.Single(f => f.Relationship == "eu").Aggregate.ShouldBe(3);
        (await record.Index("eu")).Aggregate.ShouldBe(-1);
    }

    private static async Task<Positions> Resolve(EmptyRecord record, string moment) =>
        (await record.Read(s => AsOf.Resolve(s, moment, EmptyRecord.Period, TestContext.Current.CancellationToken))).Expected();

    private static async Task<int> At(EmptyRecord record, Positions positions, string relationship = "russia") =>
        (await record.Read(s => IndexReading.AsOf(s, positions, TestContext.Current.CancellationToken))).SingleOrDefault(i => i.Relationship == relationship)?.Aggregate ?? 0;
}
