"""Guarded tables: rows that only some may read, told twice: in every query, and by the database itself.

A guarded model says in its `row_rules` how widely each of its rows may be read and to whom it belongs.
`visible_to(actor)` filters by it; a policy of row-level security, put on the table after each migration (see
`protecting`), filters by it again, so that a forgotten filter or raw SQL still shows nothing.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Self, TypeVar
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat

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

    def key(self) -> Combinable:
        """Return the key of a row ("level/scope") as the query writes it."""
        level: Combinable = F("level") if self.level is None else Value(self.level.value)
        if self.owner is None:
            return Concat(level, Value("/"), F("owner"), output_field=TextField())
        kind, column = self.owner
        return Concat(level, Value(f"/{kind}:"), Cast(F(column), TextField()), output_field=TextField())

    def at_level(self, levels: "list[Level]") -> Q:
        """Return the condition that a row has one of `levels`."""
        if self.level is None:
            return Q(level__in=levels)
        return ~Q(pk__in=[]) if self.level in levels else Q(pk__in=[])

    def names(self, person: UUID) -> Q:
        """Return the condition that a row names the person as a reader."""
        if self.readers is None:
            return Q(readers__contains=[person])
        named = Q(pk__in=[])
        for column in self.readers:
            named |= Q(**{column: person})
        return named


class GuardedRows(models.QuerySet[Row_co]):
    """Rows of which each reader sees only their own part."""

    def visible_to(self, actor: Actor) -> Self:
        """Return the rows that the actor may read, by the rule that the database holds too."""
        rules: RowRules = getattr(self.model, "row_rules", RowRules())
        keys = read_keys(actor)
        may = rules.at_level([Level.PUBLIC, *whole_levels(keys)])
        if single := scoped(keys):
            may |= Q(row_key__in=sorted(single))
        if actor.person is not None:
            may |= rules.names(actor.person)
        return self.alias(row_key=rules.key()).filter(may)


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
