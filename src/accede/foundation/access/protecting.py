"""Row-level security: what the database is told of tables, rights and policies after each migration.

The web role owns nothing and gets rights table by table, so that a table that came by another way is closed to it.
All of it is said again, in one transaction, whenever anything of it has changed: policies follow the models and need
no migrations.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from django.db.models.signals import post_migrate
from psycopg import sql

from accede.foundation import database
from accede.foundation.access import privileges
from accede.foundation.access.tables import Guarded, RowRules

_FUNCTIONS = """
create or replace function accede_person() returns uuid language sql stable parallel safe
    as $$ select nullif(current_setting('accede.person', true), '')::uuid $$;
create or replace function accede_keys(which text) returns text[] language sql stable parallel safe
    as $$ select string_to_array(nullif(current_setting('accede.' || which, true), ''), ' ') $$;
"""
_NOT_FOR_THE_WEB = {"django_migrations": "select"}
"""Tables of libraries on which the web role has fewer rights than on others."""


def protected_tables() -> list[type[Guarded]]:
    """Return the guarded models."""
    return [model for model in apps.get_models() if issubclass(model, Guarded)]


def protect(**_options: Any) -> None:
    """Make the web role where it is absent, and see that it may do what it should and is shown the rows it should.

    Looks at the rights and policies themselves, not at what was said once: a database that was restored from a dump may
    have brought them along or not. Says all anew when anything is otherwise.

    Raises:
        DatabaseUnavailable: the role is too strong, or the rights cannot be put right.
    """
    role = database.web_role()
    with transaction.atomic(), connection.cursor() as cursor:
        _make_role(cursor, role)
        there = privileges.relations()
        statements = [sql.SQL(_FUNCTIONS), *_rights(role, there), *_policies()]
        said = hashlib.sha256("\n".join(statement.as_string() for statement in statements).encode()).hexdigest()
        # Said only when needed: it would wait for every transaction that uses one of the tables.
        if _mark_left(cursor) == f"{said} {privileges.state_of_policies()}" and not wrong_privileges():
            return
        for statement in (*_policies_beside(), *statements):
            cursor.execute(statement)
        mark = sql.Literal(f"{said} {privileges.state_of_policies()}")
        cursor.execute(sql.SQL("comment on function accede_keys(text) is {}").format(mark))
        if wrong := wrong_privileges():
            raise database.DatabaseUnavailable(
                f"The rights of the role {role} cannot be put right: {'; '.join(wrong)}. Let the owner of the tables "
                "own all of them (docs/operations/database.md)."
            )


def wrong_privileges() -> list[str]:
    """Return what is otherwise than it should be: rights of the web role and of everybody, and the guards of rows."""
    there = privileges.relations()
    return [
        *privileges.wrong_rights(database.web_role(), there, _fewer_rights()),
        *privileges.wrong_policies(there, _wanted_policies()),
    ]


def protect_after_migrations() -> None:
    """Have `protect` run after each migration, once: Django tells of it app by app, so after the last one."""
    last = [config for config in apps.get_app_configs() if config.models_module is not None][-1]
    post_migrate.connect(protect, sender=last, dispatch_uid="accede.protect")


def _mark_left(cursor: Any) -> str | None:
    cursor.execute("select obj_description(to_regprocedure('accede_keys(text)'), 'pg_proc')")
    left: str | None = cursor.fetchone()[0]
    return left


def _make_role(cursor: Any, role: str) -> None:
    cursor.execute(
        "select rolsuper or rolbypassrls or (rolname <> current_user and pg_has_role(rolname, current_user, 'member'))"
        " from pg_roles where rolname = %s",
        [role],
    )
    found = cursor.fetchone()
    if found is None:
        make = sql.SQL("create role {} login nosuperuser nobypassrls nocreatedb nocreaterole")
        cursor.execute(make.format(sql.Identifier(role)))
    elif found[0]:
        raise database.DatabaseUnavailable(
            f"The role {role} of the web server can bypass row-level security. Name another one in "
            "ACCEDE_DATABASE_URL, and the owner of the tables in ACCEDE_DATABASE_OWNER_URL."
        )


def _rights(role: str, there: privileges.Relations) -> Iterator[sql.Composable]:
    to = sql.Identifier(role)
    fewer = _fewer_rights()
    yield sql.SQL("grant usage on schema public to {}").format(to)
    for table in there.tables:
        yield sql.SQL("revoke all on {} from public, {}").format(sql.Identifier(table), to)
        if right := fewer.get(table, ", ".join(sorted(privileges.ALL))):
            yield sql.SQL("grant {} on {} to {}").format(sql.SQL(right), sql.Identifier(table), to)
    for sequence in there.sequences:
        yield sql.SQL("revoke all on sequence {} from public, {}").format(sql.Identifier(sequence), to)
        right = ", ".join(sorted(privileges.OF_SEQUENCES))
        yield sql.SQL("grant {} on sequence {} to {}").format(sql.SQL(right), sql.Identifier(sequence), to)


def _fewer_rights() -> dict[str, str]:
    named: dict[str, str] = dict(_NOT_FOR_THE_WEB)
    for model in apps.get_models():
        rights = getattr(model, "rights_of_the_web", None)
        if rights is not None:
            named[model._meta.db_table] = rights
        elif issubclass(model, Guarded) and model.row_rules.fixed:
            named[model._meta.db_table] = "select, insert"
    return named


def _policies() -> Iterator[sql.Composable]:
    for model in protected_tables():
        table = sql.Identifier(model._meta.db_table)
        yield sql.SQL("alter table {} enable row level security").format(table)
        yield sql.SQL("alter table {} force row level security").format(table)
        for name, clause in _clauses(model.row_rules):
            policy = sql.Identifier(name)
            yield sql.SQL("drop policy if exists {} on {}").format(policy, table)
            yield sql.SQL("create policy {} on {} {}").format(policy, table, sql.SQL(clause))


def _wanted_policies() -> dict[str, dict[str, str]]:
    """Return the policies of each guarded table, each with the command it is for."""
    return {
        model._meta.db_table: {name: clause.split()[1] for name, clause in _clauses(model.row_rules)}
        for model in protected_tables()
    }


def _policies_beside() -> Iterator[sql.Composable]:
    for table, name in privileges.policies_beside(_wanted_policies()):
        yield sql.SQL("drop policy {} on {}").format(sql.Identifier(name), sql.Identifier(table))


def _clauses(rules: RowRules) -> Iterable[tuple[str, str]]:
    may_read, may_write = _may_read(rules), _may_write(rules)
    yield "accede_read", f"for select using ({may_read})"
    yield "accede_add", f"for insert with check ({'true' if rules.appended_by_all else may_write})"
    if not rules.fixed:
        yield "accede_change", f"for update using ({may_write}) with check ({may_write})"
        yield "accede_take_away", f"for delete using ({may_write})"


def _may_read(rules: RowRules) -> str:
    whole = f"{_level(rules)} = 'public' or {_of_whole_level(rules, 'reads_whole')}"
    return f"{whole} or {_of_one_owner(rules, 'reads')} or {_named(rules)}"


def _may_write(rules: RowRules) -> str:
    """Return the condition for changing a row. Reading a whole level, as an auditor does, lets nobody change it."""
    may = f"{_of_whole_level(rules, 'writes_whole')} or {_of_one_owner(rules, 'writes')}"
    return f"{may} or {_of_one_owner(rules, 'reads')} or {_named(rules)}" if rules.changed_by_readers else may


# In brackets with "select", a setting is read once for a statement. What is cheap comes first, and where the actor
# holds no keys of single owners none is put together: the conditions are asked of every row.


def _level(rules: RowRules) -> str:
    return "level" if rules.level is None else f"'{rules.level}'"


def _of_whole_level(rules: RowRules, which: str) -> str:
    return f"{_level(rules)} = any ((select accede_keys('{which}'))::text[])"


def _of_one_owner(rules: RowRules, which: str) -> str:
    owner = "owner" if rules.owner is None else f"'{rules.owner[0]}:' || coalesce(\"{rules.owner[1]}\"::text, '')"
    keys = f"(select accede_keys('{which}'))"
    return f"({keys} is not null and {_level(rules)} || '/' || {owner} = any ({keys}::text[]))"


def _named(rules: RowRules) -> str:
    person = "(select accede_person())"
    if rules.readers is None:
        return f"{person} = any (readers)"
    return " or ".join(f'"{column}" = {person}' for column in rules.readers) or "false"


def weakness() -> str:
    """Return why this process's connection is too strong for pages, "" where it is not.

    Where one address was given for both roles, pages are confined transaction by transaction; that holds off mistakes,
    not somebody who can run statements of their own, so a site for the public is told to give two.
    """
    with connection.cursor() as cursor:
        cursor.execute("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
        strong = cursor.fetchone()[0]
    if settings.ACCEDE_IS_PUBLIC and (strong or not database.is_owner_apart()):
        return (
            "Pages would be made with the rights of the tables’ owner. Give two addresses: ACCEDE_DATABASE_URL for a "
            "role that owns nothing, and ACCEDE_DATABASE_OWNER_URL for the owner (docs/operations/database.md)."
        )
    return ""


def unprotected() -> list[type[models.Model]]:
    """Return the guarded models whose tables the database does not guard."""
    guarded = privileges.relations().guarded
    return [model for model in protected_tables() if model._meta.db_table not in guarded]
