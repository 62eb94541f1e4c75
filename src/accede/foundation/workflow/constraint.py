"""A workflow's table as the database holds it: a trigger made of the table by a migration.

It stands among the constraints of a model, so that `make migration` writes a migration whenever the table has changed,
and the check for missing migrations fails until it has.
"""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

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


class FollowsWorkflow(models.BaseConstraint):
    """Rows begin in `start` and go along `edges` ("source>target", "source>target!column with who may not")."""

    def __init__(self, *, name: str, start: str, edges: Iterable[str], **options: Any) -> None:
        super().__init__(name=name, **options)
        self.start = start
        self.edges = tuple(edges)

    @classmethod
    def of(cls, table: Workflow[Any, Any], *, name: str) -> Self:
        """Return the constraint that holds a workflow's table."""
        return cls(name=name, start=table.start.value, edges=table.edges())

    def create_sql(self, model: type[models.Model] | None, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        """Return the statements that make the trigger."""
        if model is None or schema_editor is None:
            return ""
        quoted = schema_editor.quote_name
        words = ", ".join(f"'{word}'" for word in (self.start, *self.edges))
        return (
            f"{_FUNCTION} create trigger {quoted(self.name)} before insert or update on "
            f"{quoted(model._meta.db_table)} for each row execute function accede_follows_workflow({words})"
        )

    def constraint_sql(self, model: type[models.Model] | None, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        """Have the trigger made once the table is: it is no part of the statement that makes the table."""
        if schema_editor is not None:
            schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))
        return ""

    def remove_sql(self, model: type[models.Model] | None, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        """Return the statement that takes the trigger away."""
        if model is None or schema_editor is None:
            return ""
        quoted = schema_editor.quote_name
        return f"drop trigger {quoted(self.name)} on {quoted(model._meta.db_table)}"

    def validate(self, *_args: Any, **_options: Any) -> None:
        """Say nothing: whether a step may be taken depends on the state before, which only the database compares."""

    def deconstruct(self) -> Any:
        """Return how a migration writes this down: by what it says, not by where the table stands."""
        path, args, options = super().deconstruct()
        return path, args, {**options, "start": self.start, "edges": self.edges}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FollowsWorkflow) and self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        return hash((self.name, self.start, self.edges))
