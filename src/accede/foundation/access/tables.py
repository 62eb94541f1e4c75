"""Guarded tables: rows that only some may read, told twice: in every query, and by the database itself.

A guarded model says in its `row_rules` how widely each of its rows may be read and to whom it belongs.
`visible_to(actor)` filters by it; a policy of row-level security, put on the table after each migration (see
`protecting`), filters by it again, so that a forgotten filter or raw SQL still shows nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self, TypeVar
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import BooleanField, F
from django.db.models.expressions import Expression

from accede.foundation.access.deciding import read_keys, scoped, whole_levels
from accede.foundation.access.levels import Level
from accede.foundation.access.people import Actor, Scope

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


@dataclass(frozen=True, slots=True)
class RowRules:
    """Who reads and writes a table's rows.

    `level`: of all rows; None where each row has a column for it. `owner`: the kind of scope that a row belongs to and
    the column with its value; None where a column holds the scope. `readers`: columns with a person who may read the
    row whatever their grants; None where a column holds a list of them. `appended_by_all`: anybody may add a row,
    whoever may read it afterwards. `changed_by_readers`: whoever reads a row by its owner's key, or is named on it, may
    change it, as far as the database is concerned; services know more. `fixed`: no row is changed or taken away.
    """

    level: Level | None = None
    owner: tuple[str, str] | None = None
    readers: tuple[str, ...] | None = None
    appended_by_all: bool = False
    changed_by_readers: bool = False
    fixed: bool = False

    def opened_by(self, levels: Sequence[Level], keys: Sequence[str], person: UUID | None) -> "Iterator[Condition]":
        """Yield the conditions of which one must hold, for a row of no level that is open as a whole."""
        if self.level is None:
            yield Condition("{} = any(%s)", ("level",), ([str(level) for level in levels],))
        if keys:
            level = "{}" if self.level is None else f"'{self.level}'"
            owner = "{}" if self.owner is None else f"'{self.owner[0]}:' || coalesce({{}}::text, '')"
            columns = ("level",) * (self.level is None) + ("owner" if self.owner is None else self.owner[1],)
            yield Condition(f"{level} || '/' || {owner} = any(%s)", columns, ([*keys],))
        if person is not None and self.readers is None:
            yield Condition("{} @> array[%s]::uuid[]", ("readers",), (person,))
        elif person is not None:
            yield from (Condition("{} = %s", (column,), (person,)) for column in self.readers or ())


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL with a place for each of its columns, and its values."""

    words: str
    columns: tuple[str, ...]
    values: tuple[object, ...]


class _OneOf(Expression):
    """That one of several conditions holds, as one expression: made for each question, it has to cost little."""

    def __init__(self, conditions: Iterable[Condition]) -> None:
        super().__init__(output_field=BooleanField())
        self.conditions = tuple(conditions)
        self.columns: list[Any] = [F(column) for one in self.conditions for column in one.columns]

    def get_source_expressions(self) -> list[Any]:
        """Return the columns, as Django asks for them."""
        return self.columns

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        """Take the columns as they are called in a query."""
        self.columns = [*exprs]

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:  # noqa: ARG002  (Django's names)
        """Return the condition and its values."""
        words = " or ".join(one.words for one in self.conditions)
        columns = [compiler.compile(column)[0] for column in self.columns]
        return f"({words.format(*columns)})", tuple(value for one in self.conditions for value in one.values)


class GuardedRows(models.QuerySet[Row_co]):
    """Rows of which each reader sees only their own part."""

    def visible_to(self, actor: Actor) -> Self:
        """Return the rows that the actor may read, by the rule that the database holds too."""
        rules: RowRules = getattr(self.model, "row_rules", RowRules())
        keys = read_keys(actor)
        levels = [Level.PUBLIC, *whole_levels(keys)]
        if rules.level in levels:
            return self.all()
        conditions = tuple(rules.opened_by(levels, sorted(scoped(keys)), actor.person))
        return self.filter(_OneOf(conditions)) if conditions else self.none()


class Guarded(models.Model):
    """A model whose rows are guarded by the columns that it has anyway; it says how in `row_rules`."""

    row_rules: ClassVar[RowRules]
    objects: ClassVar[Any] = GuardedRows.as_manager()

    class Meta:
        abstract = True


class Confidential(Guarded):
    """A row with columns of its own for its level, the scope it belongs to, and the persons who may read it."""

    level = models.TextField(choices=[(level.value, level.value) for level in Level])
    owner = models.TextField(db_index=True)
    readers: "ArrayField[list[UUID], list[UUID]]" = ArrayField(models.UUIDField(), default=list)

    row_rules: ClassVar[RowRules] = RowRules()

    class Meta(Guarded.Meta):
        abstract = True

    @property
    def belongs_to(self) -> Scope:
        """The scope that the row belongs to."""
        return Scope.read(self.owner)


class Shareable(Confidential):
    """What somebody made and may share: they always stand among its readers."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    row_rules: ClassVar[RowRules] = RowRules(changed_by_readers=True)

    class Meta(Confidential.Meta):
        abstract = True
