using Barometer.Domain.Barometers;
using Barometer.Domain.Record;
using Barometer.Host.Movements;
using Barometer.Host.Record;

namespace Barometer.Host.Tests.Record;

public sealed class KnownSettingsTests(Server server)
{
    [Fact]
    public async Task What_another_instance_changes_of_the_settings_holds_for_the_next_command_and_the_next_reader()
    {
        await using var record = await (await server.NewRecord()).Declared();
        await using var other = await EmptyRecord.Open(record.Connection);
        await record.Score("us", 1);
        (await Read(record, "mars")).Refusal.ShouldNotBeNull();

        foreach (var (planet, prefix) in ((string, string)[])[("mars", "MA"), ("venus", "VE")])
        {
            var added = new Relationship(planet, $"Belarus–{planet}", [], prefix, [new Dimension("development", "Development", "improved", "deteriorated")]);
            (await other.Send<SettingsChanged>(new ChangeSettings(Name: null, Range: null, [added], "anna", "it was landed on"))).Expected();

            (await Read(record, planet)).Expected().Indices.Length.ShouldBe(1);
            (await record.Send<Recorded>(EmptyRecord.Scored(planet, 2))).Expected();
            (await Read(record, planet)).Expected().Indices[0].Positive.ShouldBe(2);
        }
    }

    private static Task<Decision<AnsweredIndices>> Read(EmptyRecord record, string relationship) =>
        record.Read(session => Indexing.Answer(session, new IndexQuestion(EmptyRecord.Period, relationship, AsOf: null, Running: false), TestContext.Current.CancellationToken));
}
