from django.db import migrations, models

# "not valid": asked of every row that comes, not of those that are there. A record that was tampered with must still
# come up, so that `audit verify` can say where.
SQL = r"""
alter table audit_link add constraint audit_link_is_numbered_from_one check (number >= 1) not valid;
alter table audit_link add constraint audit_link_is_of_an_event
    foreign key (event_id) references audit_event (id) not valid;
alter table audit_event add constraint audit_event_has_a_moment check (isfinite(at)) not valid;
alter table audit_detail add constraint audit_detail_key_is_whole check (octet_length(salt) = 32) not valid;

create function accede_audit_comes_next() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare
    last audit_link;
begin
    select * into last from audit_link order by number desc limit 1;
    if new.number <> coalesce(last.number, 0) + 1 or new.previous <> coalesce(last.hash, repeat('0', 64)) then
        raise exception 'The record is only ever added to: link % does not come next.', new.number
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger audit_link_comes_next before insert on audit_link
    for each row execute function accede_audit_comes_next();

create trigger audit_detail_comes_whole before insert on audit_detail for each row
    when (new.taken_away_at is not null) execute function accede_audit_refuse();

create function accede_audit_taking_is_recorded() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if not exists (
        select from audit_event where about_kind = 'event' and about_key = new.event_id::text
            and at = new.taken_away_at and key = 'audit.details-taken-away'
    ) then
        raise exception 'The record is only ever added to: no event says that these details were taken away.'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger audit_detail_taking_is_recorded before update on audit_detail
    for each row execute function accede_audit_taking_is_recorded();

create function accede_audit_is_taken_once() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if exists (
        select from audit_event
        where about_kind = 'event' and about_key = new.about_key and key = 'audit.details-taken-away'
    ) then
        raise exception 'The record is only ever added to: these details were taken away before.'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger audit_event_takes_details_once before insert on audit_event
    for each row when (new.key = 'audit.details-taken-away' and new.about_kind = 'event')
    execute function accede_audit_is_taken_once();
"""

BACK = """
drop trigger audit_event_takes_details_once on audit_event;
drop trigger audit_detail_taking_is_recorded on audit_detail;
drop trigger audit_detail_comes_whole on audit_detail;
drop trigger audit_link_comes_next on audit_link;
drop function accede_audit_is_taken_once, accede_audit_taking_is_recorded, accede_audit_comes_next;
alter table audit_detail drop constraint audit_detail_key_is_whole;
alter table audit_event drop constraint audit_event_has_a_moment;
alter table audit_link drop constraint audit_link_is_of_an_event, drop constraint audit_link_is_numbered_from_one;
"""


class Migration(migrations.Migration):
    """What verifying finds, the tables refuse: links out of turn, details half taken away, or taken unrecorded."""

    dependencies = [("audit", "0002_chain")]

    operations = [
        migrations.RunSQL(
            SQL,
            BACK,
            state_operations=[
                migrations.AddConstraint(
                    "link",
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="audit_link_is_numbered_from_one"
                    ),
                )
            ],
        )
    ]
