-- What keeps the record from being altered. `resources setup` applies it after the tables, as their owner and in one
-- transaction; applied again it changes nothing. It needs PostgreSQL 14.

-- The role that verbs and the service work under. Created here, it has no password.
do $$
begin
    if not exists (select from pg_roles where rolname = 'barometer_service') then
        create role barometer_service login;
    end if;
exception
    when insufficient_privilege then
        raise exception 'there is no role barometer_service, and % may not create it; have an administrator say: create role barometer_service login', current_user;
end $$;

-- What projections keep up and rebuild, it may change in any way; a rebuild truncates.
do $$
declare
    place text;
begin
    -- The schemas that it works in, each of them.
    foreach place in array array['barometer', 'wolverine'] loop
        execute format('revoke all on all tables in schema %I from barometer_service', place);
        execute format('revoke all on all sequences in schema %I from barometer_service', place);
        execute format('grant usage on schema %I to barometer_service', place);
        execute format('grant select, insert, update, delete, truncate on all tables in schema %I to barometer_service', place);
        execute format('grant usage, select on all sequences in schema %I to barometer_service', place);
    end loop;
end $$;

-- The record it may only read and add to; of a stream it moves the version on with what it adds.
revoke update, delete, truncate on barometer.mt_streams, barometer.mt_events, barometer.mt_doc_receipt from barometer_service;
grant update (version) on barometer.mt_streams to barometer_service;

-- Nobody may do more, not even the owner, whatever rights are granted later. In the order in which writers come to the
-- tables, since a trigger waits for whoever writes.
create or replace function barometer.refuse() returns trigger language plpgsql as $$
begin
    raise exception '%', tg_argv[0];
end $$;

create or replace trigger streams_are_kept before delete or truncate on barometer.mt_streams
    for each statement execute function barometer.refuse('a stream is never deleted');
alter table barometer.mt_streams enable always trigger streams_are_kept;

create or replace trigger streams_only_grow before update on barometer.mt_streams
    for each row when ((new.version >= old.version) is not true
        or (new.tenant_id, new.id, new.type, new.created, new.compacted_version, new.is_archived)
            is distinct from (old.tenant_id, old.id, old.type, old.created, old.compacted_version, old.is_archived))
    execute function barometer.refuse('a stream only grows: its version never goes down, and nothing else of it changes');
alter table barometer.mt_streams enable always trigger streams_only_grow;

create or replace trigger events_are_kept before update or delete or truncate on barometer.mt_events
    for each statement execute function barometer.refuse('an event is never updated or deleted');
alter table barometer.mt_events enable always trigger events_are_kept;

create or replace trigger receipts_are_kept before update or delete or truncate on barometer.mt_doc_receipt
    for each statement execute function barometer.refuse('a receipt is never updated or deleted');
alter table barometer.mt_doc_receipt enable always trigger receipts_are_kept;
