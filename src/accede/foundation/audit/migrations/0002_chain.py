from django.db import migrations

SQL = r"""
create function accede_audit_text(event audit_event) returns text language sql stable set search_path = public, pg_temp
as $$
    select json_build_array(
        event.id::text, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), event.key, event.face,
        event.about_kind, event.about_key, event.level, event.owner, array_to_string(event.readers, ' '), event.actor,
        event.person::text, event.acting_for::text, event.detail_digest
    )::text
$$;

create function accede_audit_seal() returns trigger language plpgsql security definer
    set search_path = public, pg_temp
as $$
declare
    last audit_link;
    next bigint;
    before text;
begin
    -- One writer at a time, until its transaction has ended: each link needs the hash of the one before.
    perform pg_advisory_xact_lock(4210963191);
    select * into last from audit_link order by number desc limit 1;
    next := coalesce(last.number, 0) + 1;
    before := coalesce(last.hash, repeat('0', 64));
    insert into audit_link (number, event_id, previous, hash) values (
        next, new.id, before,
        encode(sha256(convert_to(before || ' ' || next || ' ' || accede_audit_text(new), 'UTF8')), 'hex')
    );
    return null;
end
$$;

create constraint trigger audit_event_is_chained after insert on audit_event
    deferrable initially deferred for each row execute function accede_audit_seal();

create function accede_audit_refuse() returns trigger language plpgsql
as $$
begin
    raise exception 'The record is only ever added to: % on % is refused.', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_event_stays before update or delete on audit_event
    for each row execute function accede_audit_refuse();
create trigger audit_link_stays before update or delete on audit_link
    for each row execute function accede_audit_refuse();
create trigger audit_detail_stays before delete on audit_detail
    for each row execute function accede_audit_refuse();
create trigger audit_detail_is_taken_away_once before update on audit_detail for each row
    when (old.taken_away_at is not null or new.taken_away_at is null or new.event_id <> old.event_id
          or new.level <> old.level or new.owner <> old.owner or new.readers <> old.readers)
    execute function accede_audit_refuse();

create trigger audit_event_is_not_emptied before truncate on audit_event
    for each statement execute function accede_audit_refuse();
create trigger audit_detail_is_not_emptied before truncate on audit_detail
    for each statement execute function accede_audit_refuse();
create trigger audit_link_is_not_emptied before truncate on audit_link
    for each statement execute function accede_audit_refuse();
"""


class Migration(migrations.Migration):
    """Events are only ever added, and chained when their transaction is committed."""

    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
