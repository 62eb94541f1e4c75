"""What the web role really may do, read from the database's catalogue and held against what it should be able to do.

What was said once may no longer be so: a dump restored without its grants, a right given by hand, a policy dropped.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

ALL = frozenset({"select", "insert", "update", "delete"})
OF_SEQUENCES = frozenset({"usage", "select"})
_PUBLIC = "PUBLIC"
_RIGHT = re.compile(r"(\w+)(?:\s*\(([^)]*)\))?")

# Only what the owner may grant: other programs may have put tables of theirs into the schema.
_RELATIONS = """
select c.relname, c.relkind = 'S', c.relrowsecurity and c.relforcerowsecurity
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  and pg_has_role(c.relowner, 'usage')
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
order by c.relname
"""
_GRANTED = """
select c.relname, coalesce(r.rolname, 'PUBLIC'), lower(given.privilege_type) || given.of_column
from pg_class c
cross join lateral (
    select a.privilege_type, a.grantee, '' as of_column
    from aclexplode(
        coalesce(c.relacl, acldefault(case when c.relkind = 'S' then 's' else 'r' end::"char", c.relowner))
    ) a
    union all
    select a.privilege_type, a.grantee, ' (' || t.attname || ')'
    from pg_attribute t cross join lateral aclexplode(t.attacl) a where t.attrelid = c.oid and not t.attisdropped
) given
left join pg_roles r on r.oid = given.grantee
where c.relnamespace = 'public'::regnamespace and (given.grantee = 0 or r.rolname = %s)
"""
_POLICIES = "select tablename, policyname, lower(cmd), qual, with_check, roles::text, permissive from pg_policies"
_FUNCTIONS = """
select proname, prosrc, provolatile, prosecdef from pg_proc
where pronamespace = 'public'::regnamespace and proname in ('accede_person', 'accede_keys')
"""


@dataclass(frozen=True, slots=True)
class Relations:
    """The tables and sequences of the product as the database has them; `guarded`: whose rows it guards."""

    tables: tuple[str, ...]
    sequences: tuple[str, ...]
    guarded: frozenset[str]


def relations() -> Relations:
    """Return the tables and sequences whose rights are ours to say."""
    rows = _rows(_RELATIONS)
    return Relations(
        tables=tuple(name for name, is_sequence, _guarded in rows if not is_sequence),
        sequences=tuple(name for name, is_sequence, _guarded in rows if is_sequence),
        guarded=frozenset(name for name, _sequence, is_guarded in rows if is_guarded),
    )


def read_rights(text: str) -> frozenset[str]:
    """Return rights as single ones: "select, update (a, b)" is "select", "update (a)" and "update (b)"."""
    found: set[str] = set()
    for right, columns in _RIGHT.findall(text):
        found |= {f"{right} ({column.strip()})" for column in columns.split(",")} if columns else {right}
    return frozenset(found)


def wrong_rights(role: str, there: Relations, fewer: Mapping[str, str]) -> list[str]:
    """Return what the role, or everybody, may do to tables and sequences beyond what it should, and what it may not."""
    granted: dict[tuple[str, str], set[str]] = {}
    for relation, grantee, right in _rows(_GRANTED, [role]):
        granted.setdefault((relation, grantee), set()).add(right)
    wanted = {table: read_rights(fewer[table]) if table in fewer else ALL for table in there.tables}
    wanted |= dict.fromkeys(there.sequences, OF_SEQUENCES)
    problems = []
    for relation, rights in wanted.items():
        has = granted.get((relation, role), set())
        problems += _difference(f"{role} on {relation}", rights, has)
        problems += _difference(f"everybody on {relation}", frozenset(), granted.get((relation, _PUBLIC), set()))
    if not _rows("select has_schema_privilege(%s, 'public', 'usage')", [role])[0][0]:
        problems.append(f"{role} on the schema public lacks usage")
    return problems


def wrong_policies(there: Relations, wanted: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return which guarded tables the database does not guard as it should; `wanted`: policies and their commands."""
    policies: dict[str, dict[str, str]] = {}
    for table, name, command, *_rest in _rows(_POLICIES):
        policies.setdefault(table, {})[name] = command
    problems = [f"rows of {table} are not guarded" for table in wanted if table not in there.guarded]
    problems += [
        f"the policies of {table} are others" for table, those in wanted.items() if policies.get(table) != those
    ]
    return problems


def policies_beside(wanted: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield tables and policies on them that are none of ours: one more policy opens rows, it never closes any."""
    for table, name, *_rest in _rows(_POLICIES):
        if table in wanted and name not in wanted[table]:
            yield table, name


def state_of_policies() -> str:
    """Return a digest of the conditions in force, as the database itself words them."""
    words = sorted(str(row) for row in (*_rows(_POLICIES), *_rows(_FUNCTIONS)))
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


def _difference(who: str, wanted: Iterable[str], has: Iterable[str]) -> list[str]:
    lacks, beyond = sorted(set(wanted) - set(has)), sorted(set(has) - set(wanted))
    return [
        *([f"{who} lacks {', '.join(lacks)}"] if lacks else []),
        *([f"{who} may {', '.join(beyond)}"] if beyond else []),
    ]


def _rows(statement: str, values: list[str] | None = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
