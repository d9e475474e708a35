using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Host.Imports;
using Barometer.Host.Record;
using Barometer.Publications;
using Barometer.Publications.Minsk;

namespace Barometer.Host.Tests.Record;

public sealed class IdempotencyTests(Server server)
{
    private const int Doors = 8;
    private const string Key = "the key";

    [Fact]
    public async Task The_same_command_twice_with_one_key_gets_the_first_answer_and_has_one_effect()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var command = EmptyRecord.Scored("russia", 2);

        var first = (await record.Send<Recorded>(command, key: Key)).Expected();
        await record.Score("russia", 1, "meanwhile");
        var second = (await record.Send<Recorded>(command, key: Key)).Expected();

        Said(second).ShouldBe(Said(first));
        (await record.Index("russia")).ShouldBe(new("russia", "development", EmptyRecord.Period, 3, 0, 2));
    }

    [Fact]
    public async Task A_command_whose_first_answer_was_lost_is_answered_although_it_would_be_refused_by_now()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 3);
        var amend = new AmendPoints { Reference = reference, Revision = 1, Points = Points.Of("development", 1), Actor = "anna" };
        var first = (await record.Send<Recorded>(amend, key: Key)).Expected();
        (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris"))).Expected();

        var again = (await record.Send<Recorded>(amend, key: Key)).Expected();

        Said(again).ShouldBe(Said(first));
        // Without the key the same command is stale and too late.
        (await record.Send<Recorded>(amend)).Refusal!.Kind.ShouldBe(RefusalKind.Conflict);
        (await record.Index("russia")).Positive.ShouldBe(1);
    }

    [Fact]
    public async Task A_redating_sent_again_gets_the_first_answer_though_its_words_mean_another_year_by_now()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 3);
        var first = (await record.Send<Recorded>(Redate("1 December", EmptyRecord.Period), key: Key)).Expected();

        var again = (await record.Send<Recorded>(Redate("1 December", PeriodId.Parse("2018-11/2018-12", provider: null)), key: Key)).Expected();
        var other = await record.Send<Recorded>(Redate("2 December", EmptyRecord.Period), key: Key);

        Said(again).ShouldBe(Said(first));
        other.Refusal!.Sentence.ShouldContain("was used for another command");

        RedateDevelopment Redate(string words, PeriodId period) => new() { Reference = reference, Revision = 1, Date = PrintedDateReading.Read(words, period)!, Actor = "anna" };
    }

    [Fact]
    public async Task A_refused_command_leaves_its_key_free()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 3);
        var amend = new AmendPoints { Reference = reference, Points = Points.Of("development", 1), Actor = "anna" };
        var withdraw = new WithdrawDevelopment { Reference = reference, Actor = "anna", Reason = "rumour" };
        var reinstate = new ReinstateDevelopment { Reference = reference, Actor = "anna", Reason = "no rumour" };
        (await record.Send<Recorded>(withdraw)).Expected();
        (await record.Send<Recorded>(amend, key: Key)).Refusal!.Kind.ShouldBe(RefusalKind.Rule);
        (await record.Send<Recorded>(reinstate)).Expected();

        (await record.Send<Recorded>(amend, key: Key)).Expected().Changes[0].Revision.ShouldBe(4);
    }

    [Fact]
    public async Task Eight_doors_at_once_with_one_key_score_one_development_and_all_get_the_same_answer()
    {
        await using var record = await (await server.NewRecord()).Declared();

        await OneAnswer<Recorded>(record, EmptyRecord.Scored("china", 3));

        (await record.Index("china")).ShouldBe(new("china", "development", EmptyRecord.Period, 3, 0, 1));
    }

    [Fact]
    public async Task Eight_doors_at_once_with_one_key_link_once()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var (one, other) = (await record.Score("russia", 1), await record.Score("us", 1));

        await OneAnswer<Recorded>(record, new LinkSameHappening { Reference = one, With = other, Actor = "anna" });

        (await record.Ask<long>("select count(*) from barometer.mt_events where type = 'same_happening_linked'")).ShouldBe(2);
    }

    [Fact]
    public async Task Eight_doors_at_once_with_one_key_declare_one_barometer()
    {
        await using var record = await server.NewRecord();

        await OneAnswer<BarometerDeclared>(record, MinskBarometer.Declaration("anna"));

        (await record.Ask<long>("select count(*) from barometer.mt_events where type = 'barometer_declared'")).ShouldBe(1);
    }

    [Fact]
    public async Task Eight_doors_at_once_with_one_key_open_one_period()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var later = PeriodId.Parse("2020-01/2020-02", provider: null);

        await OneAnswer<PeriodOpened>(record, new OpenPeriod(later, "anna"));

        (await record.Ask<long>("select count(*) from barometer.mt_events where type = 'period_opened'")).ShouldBe(2);
    }

    [Fact]
    public async Task Eight_doors_at_once_with_one_key_close_once()
    {
        await using var record = await (await server.NewRecord()).Declared();
        await record.Score("russia", 1);

        await OneAnswer<PeriodClosed>(record, new ClosePeriod(EmptyRecord.Period, [], "boris"));

        (await record.Ask<long>("select count(*) from barometer.mt_events where type = 'period_closed'")).ShouldBe(1);
    }

    [Fact]
    public async Task Eight_doors_at_once_with_one_key_change_the_settings_once()
    {
        await using var record = await (await server.NewRecord()).Declared();

        await OneAnswer<SettingsChanged>(record, new ChangeSettings("Another name", Range: null, [], "anna", "it was renamed"));

        (await record.Ask<long>("select count(*) from barometer.mt_events where type = 'settings_changed'")).ShouldBe(1);
    }

    [Fact]
    public async Task Eight_doors_at_once_with_one_key_import_once_into_a_barometer_that_is_not_declared_yet()
    {
        await using var record = await server.NewRecord();
        var settings = Declaring.Fold(Declaring.Decide(MinskBarometer.Declaration("anna"), current: null).Expected());
        await using var file = File.OpenRead(Samples.Developments);
        var reading = PublicationReading.Read(file, Path.GetFileName(Samples.Developments), settings);

        await OneAnswer<Imported>(record, new ImportPublication([reading], SkipNotUnderstood: false, DryRun: false, "anna"));

        (await record.Ask<long>("select count(*) from barometer.mt_events where type = 'development_scored'")).ShouldBe(143);
    }

    [Fact]
    public async Task Every_event_of_an_import_says_who_sent_it_with_what_key_and_as_what()
    {
        await using var record = await server.NewRecord();

        (await record.Send<Imported>(Samples.Issue12(), key: Key)).Expected();

        (await record.Ask<long>($"select count(*) from barometer.mt_events where headers ->> 'idempotency-key' is distinct from '{Key}' or user_name <> 'anna' or causation_id is null or correlation_id is null")).ShouldBe(0);
        (await record.Ask<long>("select count(distinct causation_id) from barometer.mt_events")).ShouldBe(1);
    }

    [Fact]
    public async Task A_key_used_for_another_command_is_refused_as_a_conflict()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = (await record.Send<Recorded>(EmptyRecord.Scored("russia", 2), key: Key)).Expected().Changes[0].Reference;
        var before = await Events(record);

        object[] others =
        [
            EmptyRecord.Scored("russia", 3),
            EmptyRecord.Scored("us", 2),
            EmptyRecord.Scored("russia", 2, "boris"),
            new NoteDevelopment { Reference = reference, Note = "seen", Actor = "anna" },
        ];
        foreach (var other in others)
        {
            var refusal = (await record.Send<Recorded>(other, key: Key)).Refusal!;
            refusal.Kind.ShouldBe(RefusalKind.Conflict);
            refusal.Sentence.ShouldContain($"'{Key}' was used for another command");
        }

        (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "anna"), key: Key)).Refusal!.Kind.ShouldBe(RefusalKind.Conflict);
        (await Events(record)).ShouldBe(before);
    }

    [Fact]
    public async Task One_key_for_commands_on_other_streams_at_once_has_one_effect_and_the_others_are_refused()
    {
        await using var record = await (await server.NewRecord()).Declared();
        string[] relationships = ["russia", "eu", "china", "us", "ukraine"];

        var decisions = await Task.WhenAll(relationships.Select(r => Task.Run(() => record.Send<Recorded>(EmptyRecord.Scored(r, 1), key: Key))));

        decisions.Count(d => d.Refusal is null).ShouldBe(1);
        decisions.Where(d => d.Refusal is not null).ShouldAllBe(d => d.Refusal!.Kind == RefusalKind.Conflict && d.Refusal.Sentence.Contains("was used for another command"));
        (await record.Ask<long>("select count(*) from barometer.mt_events where type = 'development_scored'")).ShouldBe(1);
        (await record.Ask<long>("select count(*) from barometer.movements")).ShouldBe(1);
    }

    [Fact]
    public async Task A_key_belongs_to_its_barometer()
    {
        await using var record = await (await server.NewRecord()).Declared();
        await record.Declared("vilnius");

        (await record.Send<Recorded>(EmptyRecord.Scored("russia", 1), key: Key)).Expected();
        (await record.Send<Recorded>(EmptyRecord.Scored("russia", 2), "vilnius", Key)).Expected();

        (await record.Index("russia")).Positive.ShouldBe(1);
        (await record.Index("russia", barometer: "vilnius")).Positive.ShouldBe(2);
    }

    [Fact]
    public async Task The_key_stands_in_the_metadata_of_the_events()
    {
        await using var record = await (await server.NewRecord()).Declared();

        (await record.Send<Recorded>(EmptyRecord.Scored("russia", 1), key: Key)).Expected();

        (await record.Ask<string>("select headers ->> 'idempotency-key' from barometer.mt_events where type = 'development_scored'")).ShouldBe(Key);
    }

    private static async Task OneAnswer<T>(EmptyRecord record, object command)
    {
        var decisions = await Task.WhenAll(Enumerable.Range(0, Doors).Select(_ => Task.Run(() => record.Send<T>(command, key: Key))));
        decisions.Select(d => Said(d.Expected())).Distinct().ShouldHaveSingleItem();
        Said((await record.Send<T>(command, key: Key)).Expected()).ShouldBe(Said(decisions[0].Expected()));
    }

    private static Task<long> Events(EmptyRecord record) => record.Ask<long>("select count(*) from barometer.mt_events where type <> 'tombstone'");

    private static string Said<T>(T answer) => JsonSerializer.Serialize(answer, RecordJson.Options);
}
