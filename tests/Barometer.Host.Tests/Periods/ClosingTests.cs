using System.Text.Json;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;

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

    [Fact]
    public async Task Rules_that_were_recorded_before_names_were_held_against_the_settings_are_not_pinned()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var rules = RuleSet.Read(JsonElement.Parse("""{"name":"typo","version":1,"title":"t","rules":[{"id":"calm","reason":"r","moveTo":"regional-tensions"}]}""")).Expected();
        await using (var session = record.Store.LightweightSession("minsk"))
        {
            session.Events.StartStream<RuleSet>(RuleSetPublished.StreamOf("typo"), new RuleSetDrafted("typo", 1, rules.Document, "vera"), new RuleSetPublished(rules.Pin, rules.Document, "vera"));
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var closed = await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris") { Rules = "typo@1" });

        closed.Refusal!.Sentence.ShouldStartWith("'calm' of typo@1 names the dimension 'regional-tensions'");
    }
}
