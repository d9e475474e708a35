using System.Text.Json;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Host.Imports;
using Barometer.Host.Record;

namespace Barometer.Host.Tests.Record;

public sealed class IdempotencyTests(Server server)
{
    [Fact]
    public async Task The_same_command_sent_twice_with_one_key_has_one_effect_and_the_first_answer_again()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var command = EmptyRecord.Scored("russia", 2);

        var first = (await record.Send<Recorded>(command, key: "k-1")).Expected();
        await record.Score("russia", 1);
        var again = (await record.Send<Recorded>(command, key: "k-1")).Expected();

        Written(again).ShouldBe(Written(first));
        (await record.Index("russia")).Developments.ShouldBe(2);
    }

    [Fact]
    public async Task Eight_doors_sending_one_command_with_one_key_at_once_change_the_record_once()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var command = EmptyRecord.Scored("russia", 2);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => record.Send<Recorded>(command, key: "k-1"))));

        answers.Select(a => Written(a.Expected())).Distinct().Count().ShouldBe(1);
        (await record.Index("russia")).Developments.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_used_for_another_command_is_refused_even_on_other_streams_at_once()
    {
        await using var record = await (await server.NewRecord()).Declared();

        var decisions = await Task.WhenAll(new[] { "russia", "china", "us", "eu" }.Select(r => Task.Run(() => record.Send<Recorded>(EmptyRecord.Scored(r, 1), key: "k-1"))));

        decisions.Count(d => d.Refusal is null).ShouldBe(1);
        decisions.Where(d => d.Refusal is not null).ShouldAllBe(d => d.Refusal!.Kind == RefusalKind.Conflict);
        (await record.Ask<long>("select count(*) from barometer.movements")).ShouldBe(1);
    }

    [Fact]
    public async Task The_key_of_one_barometer_is_free_in_another()
    {
        await using var record = await (await (await server.NewRecord()).Declared()).Declared("other");

        (await record.Send<Recorded>(EmptyRecord.Scored("russia", 2), key: "k-1")).Expected();
        (await record.Send<Recorded>(EmptyRecord.Scored("russia", 3), "other", "k-1")).Expected();

        (await record.Index("russia", barometer: "other")).Aggregate.ShouldBe(3);
    }

    [Fact]
    public async Task Closing_opening_linking_and_importing_keep_their_key_too()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var (one, other) = (await record.Score("russia", 1), await record.Score("us", 1));
        await Twice<PeriodOpened>(record, new OpenPeriod(PeriodId.Parse("2020-01/2020-02", provider: null), "anna"), "open");
        await Twice<Recorded>(record, new LinkSameHappening { Reference = one, With = other, Actor = "anna" }, "link");
        await Twice<PeriodClosed>(record, new ClosePeriod(EmptyRecord.Period, [], "boris"), "close");
        await using var empty = await server.NewRecord();
        await Twice<Imported>(empty, Samples.Issue12(), "import");
    }

    private static async Task Twice<T>(EmptyRecord record, object command, string key)
    {
        var first = (await record.Send<T>(command, key: key)).Expected();
        var events = await record.Ask<long>("select count(*) from barometer.mt_events");
        Written((await record.Send<T>(command, key: key)).Expected()).ShouldBe(Written(first));
        (await record.Ask<long>("select count(*) from barometer.mt_events")).ShouldBe(events);
    }

    private static string Written<T>(T answer) => JsonSerializer.Serialize(answer, RecordJson.Options);
}
