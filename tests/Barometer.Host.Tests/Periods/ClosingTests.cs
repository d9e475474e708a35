using Barometer.Domain.Periods;

namespace Barometer.Host.Tests.Periods;

public sealed class ClosingTests(Server server)
{
    [Fact]
    public async Task A_closing_asks_of_its_own_barometer_alone_and_its_snapshot_holds_no_other()
    {
        await using var record = await (await (await server.NewRecord()).Declared()).Declared("other");
        await record.Score("russia", 2);
        await record.Score("russia", 3, barometer: "other");
        await record.Score("china", 1, barometer: "other");

        var closed = (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris"))).Expected();

        closed.Developments.Select(d => d.Reference.ToString()).ShouldBe(["RU-12-001"]);
        closed.Figures.Sum(f => f.Aggregate).ShouldBe(2);
        (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris"), "other")).Expected().Developments.Length.ShouldBe(2);
    }
}
