"""Confidential tables: rows that only some may read, told twice: in every query, and by the database itself.

A model that is `Confidential` carries who may read each row. `visible_to(actor)` filters by it; a policy of row-level
security, put on the table after each migration (see `protecting`), filters by it again, so that a forgotten filter or
raw SQL still shows nothing.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Self, TypeVar
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from accede.foundation.access.deciding import key_of, read_keys
from accede.foundation.access.levels import Level
from accede.foundation.access.people import ALL, Actor, Scope

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


@dataclass(frozen=True, slots=True)
class RowRules:
    """How the database guards a table's rows.

    `appended_by_all`: anybody may add a row, whoever may read it afterwards. `fixed`: no row is changed or taken away.
    """

    appended_by_all: bool = False
    fixed: bool = False


class ConfidentialRows(models.QuerySet[Row_co]):
    """Rows of which each reader sees only their own part."""

    def visible_to(self, actor: Actor) -> Self:
        """Return the rows that the actor may read, by the rule that the database holds too."""
        keys = read_keys(actor)
        whole_levels = [level for level in Level if key_of(level, ALL) in keys]
        may = Q(level=Level.PUBLIC) | Q(level__in=whole_levels) | Q(row_key__in=sorted(keys))
        if actor.person is not None:
            may |= Q(readers__contains=[actor.person])
        return self.alias(row_key=Concat(F("level"), Value("/"), F("owner"))).filter(may)


class Confidential(models.Model):
    """A row with a level, the scope it belongs to, and the persons who may read it whatever their grants."""

    level = models.TextField(choices=[(level.value, level.value) for level in Level])
    owner = models.TextField(db_index=True)
    readers: "ArrayField[list[UUID], list[UUID]]" = ArrayField(models.UUIDField(), default=list)

    row_rules: ClassVar[RowRules] = RowRules()
    objects: ClassVar[Any] = ConfidentialRows.as_manager()

    class Meta:
        abstract = True

    @property
    def belongs_to(self) -> Scope:
        """The scope that the row belongs to."""
        return Scope.read(self.owner)
