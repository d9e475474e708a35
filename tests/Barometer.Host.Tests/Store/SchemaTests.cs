using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Host.Record;
using Barometer.Host.Store;
using Barometer.Host.Tests.Store.Private;
using Npgsql;

namespace Barometer.Host.Tests.Store;

public sealed class SchemaTests(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_verbs_that_are_the_first_at_once_set_up_once()
    {
        var owner = await server.NewEmptyDatabase();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Schema.Ensure(owner, Cancel))));

        await using var record = await (await EmptyRecord.Open(Schema.AsService(owner))).Declared();
        await record.Score("russia", 1);
    }

    [Fact]
    public async Task A_record_from_before_there_were_proposals_is_brought_up_and_goes_on()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 3);
        (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris"))).Expected();
        await PrivateServer.Ask(server.AsOwner(record.Connection),
            """
            alter table barometer.movements drop column approved_by;
            alter table barometer.revision_history drop column approved_by;
            drop table barometer.mt_doc_proposal;
            update barometer.mt_doc_settings set data = data - 'twoPersons';
            comment on schema barometer is 'build of before';
            """);

        await Schema.SetUp(server.AsOwner(record.Connection), Cancel);

        (await record.SendBoth(new AmendPoints { Reference = reference, Points = Points.Of("development", 1), Actor = "anna", Reason = "misread", ReasonKind = ReasonKind.Error })).Expected();
        (await record.Ask<long>("select count(*) from barometer.movements where approved_by is null")).ShouldBe(1);
        (await record.Ask<string>("select approved_by from barometer.movements where cause = 'amended'")).ShouldBe("approver");
    }

    [Theory]
    [InlineData("delete from barometer.indices")]
    [InlineData("update barometer.indices set positive = positive + 1")]
    [InlineData("insert into barometer.indices values ('minsk', 'us', '2019-11/2019-12', 'development', 1, 0, 1)")]
    public async Task Indices_that_are_not_the_sums_of_their_movements_are_made_again(string otherwise)
    {
        await using var record = await (await server.NewRecord()).Declared();
        await record.Score("russia", 2);
        await PrivateServer.Ask(server.AsOwner(record.Connection), otherwise);

        (await Schema.SetUp(server.AsOwner(record.Connection), Cancel)).ShouldNotBeNull().ShouldStartWith("The sums of the indices");

        await record.Score("russia", 1);
        (await record.Index("russia")).Positive.ShouldBe(3);
        (await record.Ask<long>("select count(*) from barometer.indices")).ShouldBe(1);
        (await Schema.SetUp(server.AsOwner(record.Connection), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task An_owner_who_is_no_administrator_sets_up_and_alters_no_record_either()
    {
        var owner = await OwnedBy("an_owner");

        await Schema.SetUp(owner, Cancel);

        await using var record = await (await EmptyRecord.Open(Schema.AsService(owner))).Declared();
        await record.Score("russia", 1);
        (await ProtectedRecord.Try(owner, "delete from barometer.mt_events")).ShouldNotBeNull().MessageText.ShouldBe("an event is never updated or deleted");
        (await ProtectedRecord.Try(owner, "update barometer.mt_streams set version = 0")).ShouldNotBeNull().MessageText.ShouldContain("a stream only grows");
    }

    [Fact]
    public async Task Setting_up_again_mends_the_protection_and_changes_nothing_else()
    {
        await using var record = await (await server.NewRecord()).Declared();
        await record.Score("russia", 2);
        var owner = server.AsOwner(record.Connection);
        var before = await Protection(owner);
        await PrivateServer.Ask(owner, """
            drop trigger events_are_kept on barometer.mt_events;
            alter table barometer.mt_streams disable trigger streams_are_kept;
            alter table barometer.mt_streams enable trigger streams_only_grow;
            create or replace function barometer.refuse() returns trigger language plpgsql as 'begin return new; end';
            grant all on all tables in schema barometer to barometer_service;
            revoke usage on sequence barometer.mt_events_sequence from barometer_service
            """);

        await Schema.SetUp(owner, Cancel);

        (await Protection(owner)).ShouldBe(before);
        (await record.Index("russia")).Positive.ShouldBe(2);
        await record.Score("russia", 1);
    }

    [Fact]
    public async Task Setting_up_beside_writers_stops_none_of_them()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var writers = Task.WhenAll(((string[])["russia", "us", "eu", "china"]).Select(relationship => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
                (await record.Send<Recorded>(EmptyRecord.Scored(relationship, 1), key: $"{relationship} {i}")).Expected();
        })));

        do
            await Schema.SetUp(server.AsOwner(record.Connection), Cancel);
        while (!writers.IsCompleted);

        await writers;
        (await record.Ask<long>("select count(*) from barometer.movements")).ShouldBe(100);
    }

    [Fact]
    public async Task Where_an_owner_may_create_no_role_he_is_told_who_can_and_nothing_says_that_all_is_set_up()
    {
        await using var own = new PrivateServer();
        var administrator = await own.Start();
        await PrivateServer.Ask(administrator, "create role an_owner login; grant create on database barometer to an_owner");
        var owner = new NpgsqlConnectionStringBuilder(administrator) { Username = "an_owner" }.ConnectionString;

        (await Should.ThrowAsync<PostgresException>(() => Schema.SetUp(owner, Cancel))).MessageText
            .ShouldBe("there is no role barometer_service, and an_owner may not create it; have an administrator say: create role barometer_service login");
        (await Objection(owner)).ShouldNotBeNull().ShouldContain("resources setup");

        await PrivateServer.Ask(administrator, "create role barometer_service login");
        await Schema.SetUp(owner, Cancel);
        (await Objection(Schema.AsService(owner))).ShouldBeNull();
    }

    [Fact]
    public async Task Who_cannot_work_on_the_record_or_could_alter_it_is_told_so()
    {
        var owner = await OwnedBy("another_owner");
        await PrivateServer.Ask(owner, "create role a_stranger login; create role a_colleague login");

        (await Objection(Schema.AsService(owner))).ShouldBe("The database has no tables of Barometer: run ./scripts/barometer resources setup, with their owner's connection in ConnectionStrings__owner.");
        await Schema.SetUp(owner, Cancel);
        await PrivateServer.Ask(server.AsOwner(owner), "grant barometer_service to a_colleague");

        (await Objection(Schema.AsService(owner))).ShouldBeNull();
        (await Objection(As("a_colleague", owner))).ShouldBeNull();
        (await Objection(As("a_stranger", owner))).ShouldBe("'a_stranger' may not use the record: log in as barometer_service in ConnectionStrings__barometer, or grant barometer_service to 'a_stranger'.");
        (await Objection(owner)).ShouldBe("'another_owner' could alter the record, so Barometer does not work as that: log in as barometer_service in ConnectionStrings__barometer.");
        (await Objection(server.AsOwner(owner))).ShouldNotBeNull().ShouldContain("could alter the record");
        await PrivateServer.Ask(owner, "comment on schema barometer is 'build another'");
        (await Objection(Schema.AsService(owner))).ShouldNotBeNull().ShouldStartWith("The database's tables are those of another build of Barometer: run");
    }

    // A database whose owner has no other rights than that, and to create roles.
    private async Task<string> OwnedBy(string role)
    {
        var administrator = await server.NewEmptyDatabase();
        await PrivateServer.Ask(administrator, $"create role {role} login createrole; grant create on database {new NpgsqlConnectionStringBuilder(administrator).Database} to {role}");
        return As(role, administrator);
    }

    private static string As(string user, string connection) => new NpgsqlConnectionStringBuilder(connection) { Username = user }.ConnectionString;

    private static async Task<string?> Objection(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        return await Schema.Objection(source, Cancel);
    }

    private static async Task<string> Protection(string connection) =>
        $"{await PrivateServer.Ask(connection, Catalogue.Triggers)}\n{await PrivateServer.Ask(connection, Catalogue.Refusing)}\n{await PrivateServer.Ask(connection, Catalogue.Rights)}";
}
