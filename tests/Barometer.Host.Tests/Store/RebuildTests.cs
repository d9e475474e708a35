using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Host.Imports;
using Barometer.Host.Tests.Record.Histories;

namespace Barometer.Host.Tests.Store;

public sealed class RebuildTests(Server server)
{
    [Fact]
    public async Task Projections_rebuilt_from_the_events_are_what_was_kept_up_as_they_came()
    {
        await using var record = await server.NewRecord();
        (await record.Send<Imported>(Samples.Issue12())).Expected();
        var reference = Reference.Parse("RU-12-016", provider: null);
        (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [new ClosingAnswer("date:SEC-12-029", "kept")], "boris"))).Expected();
        (await record.SendBoth(new AmendPoints { Reference = reference, Points = Points.Of("development", 1), Actor = "anna", Reason = "misread", ReasonKind = ReasonKind.Error })).Expected();
        await new History(record, "other").Play([(0, 0, 3), (1, 2, -2), (6, 1, 0), (7, 1, 0), (8, 1, 1), (9, 1, 3), (12, 0, 0), (4, 1, 2)]);
        var kept = await record.Projected();
        await record.Ask<long>("with dirt as (update barometer.indices set positive = positive + 1 returning 1) select count(*) from dirt");

        await record.Rebuild();

        (await record.Projected()).ShouldBe(kept);
    }
}
