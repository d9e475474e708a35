using Barometer.Domain.Periods;

namespace Barometer.Host.Tests.Periods;

public sealed class ClosingTests(Server server)
{
    [Fact]
    public async Task A_closing_looks_at_the_developments_of_its_own_barometer_alone()
    {
        await using var record = await (await server.NewRecord()).Declared();
        await record.Declared("vilnius");
        var own = await record.Score("russia", 2);
        (await record.Score("russia", 2, barometer: "vilnius")).ShouldBe(own);
        await record.Score("us", 1, barometer: "vilnius");

        var closed = (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris"))).Expected();

        closed.Developments.Select(d => d.Reference).ShouldBe([own]);
        closed.Figures.Sum(f => f.Developments).ShouldBe(1);
    }
}
