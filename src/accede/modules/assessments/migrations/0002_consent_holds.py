from django.db import migrations

FOLLOWS = """
create or replace function accede_follows_workflow() returns trigger language plpgsql as $$
declare
    step text := case tg_op when 'INSERT' then '' else old.state || '>' || new.state end;
    edge text;
    person text;
begin
    if tg_op = 'INSERT' then
        if new.state = tg_argv[0] then
            return new;
        end if;
        raise exception '% begins as %, not as %.', tg_table_name, tg_argv[0], new.state
            using errcode = 'check_violation', constraint = tg_name;
    end if;
    foreach edge in array tg_argv loop
        person := split_part(edge, '!', 2);
        if person <> '' and to_jsonb(new) -> person is distinct from to_jsonb(old) -> person then
            raise exception '% of % stays.', person, tg_table_name
                using errcode = 'check_violation', constraint = tg_name;
        end if;
    end loop;
    if new.state = old.state then
        if (new.moved_at, new.moved_by) is distinct from (old.moved_at, old.moved_by) then
            raise exception 'Nothing moved in %.', tg_table_name
                using errcode = 'check_violation', constraint = tg_name;
        end if;
        return new;
    end if;
    foreach edge in array tg_argv loop
        if split_part(edge, '!', 1) = step then
            person := split_part(edge, '!', 2);
            if person <> '' and to_jsonb(new) ->> person is not distinct from new.moved_by::text then
                raise exception 'In %, % is for another person.', tg_table_name, step
                    using errcode = 'check_violation', constraint = tg_name;
            end if;
            return new;
        end if;
    end loop;
    raise exception '% has no step %.', tg_table_name, step
        using errcode = 'check_violation', constraint = tg_name;
end
$$;
create or replace trigger assessments_assessment_follows_workflow before insert or update on assessments_assessment
    for each row execute function accede_follows_workflow('planned', 'agreed>called_off', 'agreed>declined', 'agreed>made', 'agreed>planned', 'commenting>reported', 'made>commenting', 'planned>agreed', 'planned>called_off', 'planned>declined', 'reported>closed');
"""

# What rests on a consent is hidden with the statement that withdraws it, whoever takes it and by whatever way: the
# function acts as the owner of the tables with keys of its own, since whoever withdraws may not see all that rests on it.
# The row of the consent is locked where something is agreed, made or shared on it, so that a withdrawal at the same
# moment comes before or after.
HOLD = """
create function assessments_consent_stays() returns trigger language plpgsql as $$
begin
    if old.withdrawn_at is not null then
        raise exception 'A consent that was withdrawn stays withdrawn.'
            using errcode = 'check_violation', constraint = tg_name;
    end if;
    if (to_jsonb(new) - array['withdrawn_on', 'withdrawn_at', 'withdrawal', 'withdrawal_document'])
        is distinct from (to_jsonb(old) - array['withdrawn_on', 'withdrawn_at', 'withdrawal', 'withdrawal_document'])
    then
        raise exception 'A consent is not changed: another one takes its place.'
            using errcode = 'check_violation', constraint = tg_name;
    end if;
    return new;
end $$;
create trigger assessments_consent_stays before update on assessments_consent
    for each row execute function assessments_consent_stays();

create function assessments_hide() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
declare
    -- Set by hand: to hang such settings on a function, an owner would have to be more than the owner of the tables.
    reads text := coalesce(current_setting('accede.reads_whole', true), '');
    writes text := coalesce(current_setting('accede.writes_whole', true), '');
    resting bigint[];
begin
    perform set_config('accede.reads_whole', 'programme owner_confidential restricted', true),
        set_config('accede.writes_whole', 'programme owner_confidential restricted', true);
    resting := array(select id from assessments_assessment where consent_id = new.id);
    update assessments_assessment set level = 'owner_confidential' where id = any (resting);
    update assessments_teammember set level = 'owner_confidential' where assessment_id = any (resting);
    update assessments_finding set level = 'owner_confidential' where assessment_id = any (resting);
    update assessments_followup set level = 'owner_confidential' where recommendation_id in (
        select id from assessments_recommendation where assessment_id = any (resting)
    );
    update assessments_recommendation set level = 'owner_confidential' where assessment_id = any (resting);
    update assessments_need set level = 'owner_confidential' where assessment_id = any (resting);
    delete from assessments_sharedneed where consent_id = new.id or need_id in (
        select id from assessments_need where assessment_id = any (resting)
    );
    perform set_config('accede.reads_whole', reads, true), set_config('accede.writes_whole', writes, true);
    return null;
end $$;
create trigger assessments_consent_withdrawn after update on assessments_consent
    for each row when (old.withdrawn_at is null and new.withdrawn_at is not null)
    execute function assessments_hide();

create function assessments_needs_consent() returns trigger language plpgsql as $$
declare
    given assessments_consent%rowtype;
begin
    if new.kind <> 'visit' or new.state not in ('agreed', 'made', 'commenting', 'reported') then
        return new;
    end if;
    if (new.state, new.consent_id, new.first_day, new.last_day, new.topics, new.organisations, new.state_code)
        is not distinct from
        (old.state, old.consent_id, old.first_day, old.last_day, old.topics, old.organisations, old.state_code)
    then
        return new;
    end if;
    select * into given from assessments_consent where id = new.consent_id for share;
    if not found or given.withdrawn_at is not null or given.state_code <> new.state_code
        or new.first_day < given.valid_from or new.last_day > given.valid_until
        or not new.topics <@ given.topics or not new.organisations <@ given.participants
    then
        raise exception 'A visit goes on only within the consent of the State.'
            using errcode = 'check_violation', constraint = tg_name;
    end if;
    return new;
end $$;
create trigger assessments_needs_consent before update on assessments_assessment
    for each row execute function assessments_needs_consent();

create function assessments_shared_within_consent() returns trigger language plpgsql as $$
declare
    given assessments_consent%rowtype;
    wanted assessments_need%rowtype;
begin
    select * into given from assessments_consent where id = new.consent_id for share;
    select * into wanted from assessments_need where id = new.need_id;
    if given.id is null or wanted.id is null or given.withdrawn_at is not null
        or given.state_code <> wanted.state_code or new.state_code <> wanted.state_code
        or not 'needs' = any (given.may_share) or not new.organisation::text = any (given.share_with)
        or not new.topic = any (given.topics)
        or new.shared_on < given.valid_from or new.until > given.valid_until
        or (new.found <> '' and not 'findings' = any (given.may_share))
        or wanted.priority = ''
        or exists (
            select from assessments_assessment a join assessments_consent c on c.id = a.consent_id
            where a.id = wanted.assessment_id and c.withdrawn_at is not null
        )
    then
        raise exception 'A need is shared only within the consent of the State.'
            using errcode = 'check_violation', constraint = tg_name;
    end if;
    return new;
end $$;
create trigger assessments_shared_within_consent before insert or update on assessments_sharedneed
    for each row execute function assessments_shared_within_consent();
"""
LET_GO = """
drop trigger assessments_shared_within_consent on assessments_sharedneed;
drop trigger assessments_needs_consent on assessments_assessment;
drop trigger assessments_consent_withdrawn on assessments_consent;
drop trigger assessments_consent_stays on assessments_consent;
drop trigger assessments_assessment_follows_workflow on assessments_assessment;
drop function assessments_shared_within_consent();
drop function assessments_needs_consent();
drop function assessments_hide();
drop function assessments_consent_stays();
"""


class Migration(migrations.Migration):
    """The database itself holds the way of an assessment, the consent that it needs, and what a withdrawal hides."""

    dependencies = [("assessments", "0001_initial")]

    operations = [migrations.RunSQL(FOLLOWS + HOLD, LET_GO)]
