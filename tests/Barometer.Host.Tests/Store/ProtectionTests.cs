using Npgsql;

namespace Barometer.Host.Tests.Store;

public sealed class ProtectionTests(ProtectedRecord protectedRecord) : IClassFixture<ProtectedRecord>
{
    private const string NoEvent = "an event is never updated or deleted";
    private const string NoReceipt = "a receipt is never updated or deleted";
    private const string NoStream = "a stream is never deleted";
    private const string NotBack = "a stream only grows: its version never goes down, and nothing else of it changes";

    public static TheoryData<string, string> Alterations => new()
    {
        { "update barometer.mt_events set data = '{}'", NoEvent },
        { "update barometer.mt_events set is_archived = is_archived", NoEvent },
        { "update barometer.mt_events set data = '{}' where false", NoEvent },
        { "delete from barometer.mt_events", NoEvent },
        { "delete from barometer.mt_events where seq_id = 1", NoEvent },
        { "truncate barometer.mt_events", NoEvent },
        { "insert into barometer.mt_events select * from barometer.mt_events on conflict (seq_id) do update set data = '{}'", NoEvent },
        { "delete from barometer.mt_streams", NoStream },
        { "truncate barometer.mt_streams, barometer.mt_events", NoStream },
        { "truncate barometer.mt_streams cascade", NoStream },
        { "update barometer.mt_streams set version = version - 1", NotBack },
        { "update barometer.mt_streams set version = null", NotBack },
        { "update barometer.mt_streams set id = id || '2' where id = 'relationship/russia'", NotBack },
        { "update barometer.mt_streams set tenant_id = 'other'", NotBack },
        { "update barometer.mt_streams set type = 'other'", NotBack },
        { "update barometer.mt_streams set created = now()", NotBack },
        { "update barometer.mt_streams set compacted_version = version", NotBack },
        { "update barometer.mt_streams set version = version + 1, is_archived = true", NotBack },
        { "select barometer.mt_archive_stream('relationship/russia', 'minsk')", NotBack },
        { "update barometer.mt_doc_receipt set data = '{}'", NoReceipt },
        { "delete from barometer.mt_doc_receipt", NoReceipt },
        { "truncate barometer.mt_doc_receipt", NoReceipt },
        { "insert into barometer.mt_doc_receipt select * from barometer.mt_doc_receipt on conflict (tenant_id, id) do update set data = '{}'", NoReceipt },
    };

    public static TheoryData<string> Additions =>
    [
        "insert into barometer.mt_events (seq_id, id, stream_id, version, data, type, tenant_id) select nextval('barometer.mt_events_sequence'), gen_random_uuid(), 'relationship/russia', 1000, '{}', 'later', 'minsk'",
        "insert into barometer.mt_streams (tenant_id, id, type, version) values ('minsk', 'another', 'another', 1)",
        "select from barometer.mt_streams where id = 'relationship/russia' for update",
        "update barometer.mt_streams set version = version + 1",
        "insert into barometer.mt_doc_receipt (tenant_id, id, data) values ('minsk', 'another', '{}')",
        "update barometer.indices set positive = 0; delete from barometer.movements; delete from barometer.mt_doc_development; truncate barometer.mt_doc_period",
    ];

    public static TheoryData<string> Undermining =>
    [
        "alter table barometer.mt_events disable trigger events_are_kept",
        "alter table barometer.mt_streams disable trigger all",
        "drop trigger receipts_are_kept on barometer.mt_doc_receipt",
        "create or replace function barometer.refuse() returns trigger language plpgsql as 'begin return new; end'",
        "drop function barometer.refuse() cascade",
        "create trigger late before insert on barometer.mt_events for each row execute function barometer.refuse('late')",
        "create rule late as on insert to barometer.mt_events do instead nothing",
        "create table barometer.more ()",
        "alter table barometer.movements add more text",
        "drop table barometer.mt_events",
        "drop schema barometer cascade",
        "comment on schema barometer is 'build another'",
        "select setval('barometer.mt_events_sequence', 1)",
        "set session_replication_role = replica",
        "set role barometer",
        "alter role barometer_service superuser",
        "create role another",
    ];

    [Theory]
    [MemberData(nameof(Alterations))]
    public async Task The_record_is_altered_by_nobody(string statement, string sentence)
    {
        (await ProtectedRecord.Try(protectedRecord.Owner, statement)).ShouldNotBeNull().MessageText.ShouldBe(sentence);
        // Triggers that are put aside for a while are not these.
        (await ProtectedRecord.Try(protectedRecord.Owner, $"set local session_replication_role = replica; {statement}")).ShouldNotBeNull().MessageText.ShouldBe(sentence);
        // The service has no right to it, and if somebody gave it one it would be no better off than the owner.
        var refused = (await ProtectedRecord.Try(protectedRecord.Service, statement)).ShouldNotBeNull();
        (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege || refused.MessageText == sentence).ShouldBeTrue(refused.ToString());
        (await ProtectedRecord.Try(protectedRecord.Owner, $"grant all on all tables in schema barometer to barometer_service; set local role barometer_service; {statement}")).ShouldNotBeNull().MessageText.ShouldBe(sentence);
    }

    [Theory]
    [MemberData(nameof(Additions))]
    public async Task The_record_is_added_to_by_both(string statement)
    {
        (await ProtectedRecord.Try(protectedRecord.Owner, statement)).ShouldBeNull();
        (await ProtectedRecord.Try(protectedRecord.Service, statement)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Undermining))]
    public async Task The_service_has_no_way_round(string statement) =>
        (await ProtectedRecord.Try(protectedRecord.Service, statement)).ShouldNotBeNull().SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    [Fact]
    public async Task The_database_has_exactly_these_triggers()
    {
        (await protectedRecord.Record.Ask<string>(Catalogue.Triggers)).ShouldBe("""
            CREATE TRIGGER receipts_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON barometer.mt_doc_receipt FOR EACH STATEMENT EXECUTE FUNCTION barometer.refuse('a receipt is never updated or deleted')
            always
            CREATE TRIGGER events_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON barometer.mt_events FOR EACH STATEMENT EXECUTE FUNCTION barometer.refuse('an event is never updated or deleted')
            always
            CREATE TRIGGER streams_are_kept BEFORE DELETE OR TRUNCATE ON barometer.mt_streams FOR EACH STATEMENT EXECUTE FUNCTION barometer.refuse('a stream is never deleted')
            always
            CREATE TRIGGER streams_only_grow BEFORE UPDATE ON barometer.mt_streams FOR EACH ROW WHEN ((((new.version >= old.version) IS NOT TRUE) OR (((((((new.tenant_id)::text IS DISTINCT FROM (old.tenant_id)::text) OR ((new.id)::text IS DISTINCT FROM (old.id)::text)) OR ((new.type)::text IS DISTINCT FROM (old.type)::text)) OR (new.created IS DISTINCT FROM old.created)) OR (new.compacted_version IS DISTINCT FROM old.compacted_version)) OR (new.is_archived IS DISTINCT FROM old.is_archived)))) EXECUTE FUNCTION barometer.refuse('a stream only grows: its version never goes down, and nothing else of it changes')
            always
            """);
        (await protectedRecord.Record.Ask<string>(Catalogue.Refusing)).ShouldBe("""
            CREATE OR REPLACE FUNCTION barometer.refuse()
             RETURNS trigger
             LANGUAGE plpgsql
            AS $function$
            begin
                raise exception '%', tg_argv[0];
            end $function$

            """);
    }

    // A table that comes with a new read model needs no line here: the service has all of it.
    [Fact]
    public async Task The_service_has_exactly_these_rights() =>
        (await protectedRecord.Record.Ask<string>(Catalogue.Rights)).ShouldBe("""
            mt_doc_receipt: insert, select
            mt_events: insert, select
            mt_events_sequence: select, usage
            mt_streams.version: update
            mt_streams: insert, select
            others: delete, insert, select, truncate, update
            """);
}
