using System.Text.Json;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Host.Record;
using Npgsql;

namespace Barometer.Host.Tests.Record;

public sealed class GatheringTests(Server server)
{
    private const string Transactions = "select count(distinct xmin::text) from barometer.mt_events where type like 'development%' or type = 'points_amended'";

    [Fact]
    public async Task Commands_that_come_while_one_is_under_way_go_together_each_with_its_own_outcome()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var known = await record.Score("us", 3);
        var before = await record.Ask<long>(Transactions);

        var decisions = await Together(
            record,
            () => record.Send<Recorded>(EmptyRecord.Scored("eu", 1, "anna"), key: "one"),
            () => record.Send<Recorded>(EmptyRecord.Scored("eu", 1, "anna"), key: "one"),
            () => record.Send<Recorded>(EmptyRecord.Scored("eu", 2, "anna"), key: "one"),
            () => record.Send<Recorded>(EmptyRecord.Scored("china", 9, "boris")),
            () => record.Send<Recorded>(EmptyRecord.Scored("mars", 1, "boris")),
            () => record.Send<Recorded>(new AmendPoints { Reference = known, Revision = 1, Points = Points.Of("development", 1), Actor = "vera" }),
            () => record.Send<Recorded>(new AmendPoints { Reference = known, Revision = 1, Points = Points.Of("development", 2), Actor = "boris" }),
            () => record.Send<Recorded>(EmptyRecord.Scored("us", 2, "anna")));

        Said(decisions[1].Expected()).ShouldBe(Said(decisions[0].Expected()));
        decisions[2].Refusal!.Sentence.ShouldContain("was used for another command");
        decisions[3].Refusal!.Kind.ShouldBe(RefusalKind.Rule);
        decisions[4].Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        decisions[5].Expected().Changes[0].ShouldBe(new RecordedChange(known, 2, "points_amended", "us", 3));
        decisions[6].Refusal!.Sentence.ShouldContain("revision 2, made by vera");
        // What comes later sees what came before it: the index, the number, the position.
        var (last, index) = (decisions[7].Expected().Changes[0], decisions[7].Expected().Indices[0]);
        (last.Reference.Ordinal, last.Position, index.Before.Positive, index.After.Positive).ShouldBe((2, 4, 1, 3));
        (await record.Index("us")).ShouldBe(index.After);
        (await record.Index("eu")).Developments.ShouldBe(1);
        (await record.Ask<long>(Transactions)).ShouldBe(before + 2);
    }

    [Fact]
    public async Task A_command_that_the_database_cannot_record_costs_the_others_nothing()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var poisoned = EmptyRecord.Scored("eu", 1) with { Particulars = EmptyRecord.Scored("eu", 1).Particulars with { Title = "no \0 text" } };

        var decisions = await Together(
            record,
            () => record.Send<Recorded>(EmptyRecord.Scored("eu", 1)),
            () => Poisoned(record, poisoned),
            () => record.Send<Recorded>(EmptyRecord.Scored("eu", 2), key: "a key"),
            () => record.Send<Recorded>(EmptyRecord.Scored("china", 3)));

        decisions[1].Refusal!.Sentence.ShouldContain("unsupported Unicode");
        decisions.Where(d => d.Refusal is null).Select(d => d.Expected().Changes[0].Reference.ToString()).ShouldBe(["EU-12-001", "EU-12-002", "CN-12-001"], ignoreOrder: true);
        (await record.Index("eu")).Positive.ShouldBe(3);
        (await record.Ask<long>("select count(*) from barometer.mt_doc_receipt where id = 'a key'")).ShouldBe(1);
    }

    [Fact]
    public async Task Each_event_of_commands_that_went_together_says_who_sent_it_as_what_and_with_what_key()
    {
        await using var record = await (await server.NewRecord()).Declared();

        await Together(
            record,
            () => record.Send<Recorded>(EmptyRecord.Scored("eu", 1, "anna"), key: "of anna"),
            () => record.Send<Recorded>(EmptyRecord.Scored("eu", 1, "boris"), key: "of boris"),
            () => record.Send<Recorded>(EmptyRecord.Scored("eu", 1, "vera")));

        (await record.Ask<string>(
            "select string_agg(user_name || ' ' || coalesce(headers ->> 'idempotency-key', '-'), ',' order by version) from barometer.mt_events where stream_id = 'relationship/eu' and version > 1"))
            .ShouldBe("anna of anna,boris of boris,vera -");
        (await record.Ask<long>("select count(distinct causation_id) from barometer.mt_events where stream_id = 'relationship/eu' and version > 1")).ShouldBe(3);
        (await record.Ask<long>("select count(distinct correlation_id) from barometer.mt_events where stream_id = 'relationship/eu' and version > 1")).ShouldBe(3);
    }

    [Fact]
    public async Task A_command_given_up_while_it_waits_is_not_recorded()
    {
        await using var record = await (await server.NewRecord()).Declared();
        using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var (busy, first) = await BusyBarometer.With(record, "russia", () => record.Send<Recorded>(EmptyRecord.Scored("russia", 1)));
        var waiting = record.Send<Recorded>(EmptyRecord.Scored("eu", 1), cancellation: givenUp.Token);
        var after = record.Send<Recorded>(EmptyRecord.Scored("eu", 2));
        await givenUp.CancelAsync();
        await waiting.ShouldThrowAsync<OperationCanceledException>();
        await busy.DisposeAsync();

        (await first).Expected();
        (await after).Expected().Changes[0].Reference.Ordinal.ShouldBe(1);
    }

    [Fact]
    public async Task A_relationship_that_somebody_holds_up_holds_up_none_but_its_own_though_commands_on_it_went_together_with_others()
    {
        await using var record = await (await server.NewRecord()).Declared();

        var (busy, first) = await BusyBarometer.With(record, "russia", () => record.Send<Recorded>(EmptyRecord.Scored("russia", 1)));
        var held = record.Send<Recorded>(EmptyRecord.Scored("russia", 2));
        var free = record.Send<Recorded>(EmptyRecord.Scored("eu", 1));

        (await free).Expected();
        (first.IsCompleted, held.IsCompleted).ShouldBe((false, false));
        await busy.DisposeAsync();
        await Task.WhenAll(first, held);
        (await record.Index("russia")).Positive.ShouldBe(3);
    }

    // The first waits for a lock, the others for the first.
    private static async Task<Decision<Recorded>[]> Together(EmptyRecord record, params Func<Task<Decision<Recorded>>>[] commands)
    {
        var (busy, first) = await BusyBarometer.With(record, "russia", () => record.Send<Recorded>(EmptyRecord.Scored("russia", 1)));
        var waiting = commands.Select(send => send()).ToArray();
        await busy.DisposeAsync();
        (await first).Expected();
        return await Task.WhenAll(waiting);
    }

    private static async Task<Decision<Recorded>> Poisoned(EmptyRecord record, ScoreDevelopment command)
    {
        try
        {
            return await record.Send<Recorded>(command);
        }
        catch (Exception e) when (e.GetBaseException() is PostgresException failure)
        {
            return Refusal.Rule(failure.MessageText);
        }
    }

    private static string Said(Recorded answer) => JsonSerializer.Serialize(answer, RecordJson.Options);
}
