from django.db import migrations

# Looked at when the transaction ends: a line added to an entry of before, and a period that was closed at the same moment,
# are seen then, since the line's reference holds the fund's row until the end. The sums are taken over all lines that the entry says it has: were some hidden from whoever posts, the count would differ.
HOLD = """
create function resources_hold_entry(which uuid) returns void language plpgsql as $$
declare
    said int := (select line_count from resources_ledgerentry where id = which);
    there int := (select count(*) from resources_ledgerline where entry_id = which);
begin
    if said is distinct from there then
        raise exception 'ledger entry % says % lines and has %', which, said, there
            using errcode = 'integrity_constraint_violation';
    end if;
    if exists (
        select from resources_ledgerline where entry_id = which group by fund_id, currency having sum(amount) <> 0
    ) or exists (
        select from resources_ledgerline where entry_id = which group by fund_id having sum(dollars) <> 0
    ) then
        raise exception 'ledger entry % does not balance', which using errcode = 'integrity_constraint_violation';
    end if;
    if exists (
        select from resources_ledgerline l join resources_fund f on f.id = l.fund_id
        where l.entry_id = which and f.closed_until >= l.booked_on
    ) then
        raise exception 'ledger entry % lies in a closed period', which using errcode = 'integrity_constraint_violation';
    end if;
end $$;

create function resources_entry_balances() returns trigger language plpgsql as $$
begin
    perform resources_hold_entry(new.id);
    return null;
end $$;

create function resources_line_balances() returns trigger language plpgsql as $$
begin
    perform resources_hold_entry(new.entry_id);
    return null;
end $$;

create constraint trigger resources_entry_balances after insert on resources_ledgerentry
    deferrable initially deferred for each row execute function resources_entry_balances();
create constraint trigger resources_line_balances after insert on resources_ledgerline
    deferrable initially deferred for each row execute function resources_line_balances();

create function resources_posted_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what is posted is not changed or taken away: %', tg_table_name
        using errcode = 'integrity_constraint_violation', hint = 'Post a reversal.';
end $$;

create trigger resources_entry_stays before update or delete on resources_ledgerentry
    for each row execute function resources_posted_stays();
create trigger resources_line_stays before update or delete on resources_ledgerline
    for each row execute function resources_posted_stays();

create function resources_keep_balance() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
declare
    more bigint := case new.account when 'cash' then new.dollars else -new.dollars end;
begin
    update resources_balance set free = free + more where contribution_id = new.contribution_id;
    if not found then
        insert into resources_balance (contribution_id, free) values (new.contribution_id, more);
    end if;
    return null;
end $$;

create trigger resources_line_counts after insert on resources_ledgerline
    for each row when (new.account in ('cash', 'committed')) execute function resources_keep_balance();
"""
LET_GO = """
drop trigger resources_line_counts on resources_ledgerline;
drop trigger resources_line_stays on resources_ledgerline;
drop trigger resources_entry_stays on resources_ledgerentry;
drop trigger resources_line_balances on resources_ledgerline;
drop trigger resources_entry_balances on resources_ledgerentry;
drop function resources_keep_balance();
drop function resources_posted_stays();
drop function resources_line_balances();
drop function resources_entry_balances();
drop function resources_hold_entry(uuid);
"""


class Migration(migrations.Migration):
    """The database itself holds that entries balance, that posted rows stay, and that nothing is overdrawn."""

    dependencies = [("resources", "0001_initial")]

    operations = [migrations.RunSQL(HOLD, LET_GO)]
