"""A workflow's table as the database holds it: the statements of a trigger, made of the table.

A migration holds them written out (`python -m tools.workflow_sql` prints them), since it must mean the same for ever; a
rule test holds what the database has against the table, and fails until a changed table has its migration.
"""

from typing import Any

from accede.core.workflow import Workflow

_FUNCTION = """
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
"""


def trigger(table: Workflow[Any, Any], *, on: str) -> str:
    """Return the statements that have rows of the table `on` begin where the workflow does and go along its edges."""
    words = ", ".join(f"'{word}'" for word in (table.start.value, *table.edges()))
    return (
        f"{_FUNCTION}create or replace trigger {on}_follows_workflow before insert or update on {on}\n"
        f"    for each row execute function accede_follows_workflow({words});\n"
    )
