"""Have the record know something, or no longer know it, from a day on; what it knew before stays as it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import DateField, F, Q, QuerySet, Value
from django.db.models.functions import Greatest

from accede.modules.treaties.knowledge import Known
from accede.modules.treaties.models import Edition

Row = TypeVar("Row", bound=Known)
_OF_THE_PERIOD = frozenset({"id", "known_on", "edition", "retracted_on", "retracted_by"})
_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class RowChanges:
    """How many rows came and went."""

    added: int
    retracted: int


def retract(rows: "QuerySet[Row]", edition: Edition, *, at: datetime) -> int:
    """Have the record no longer know those of `rows` that it knows, as of the day of `at`; return how many."""
    # A clock that was put back since must not make a period end before it began.
    day = Greatest(F("known_on"), Value(at.date()), output_field=DateField())
    return rows.filter(retracted_on=None).update(retracted_on=day, retracted_by=edition)


def keep_up(
    model: type[Row], wanted: Iterable[Row], edition: Edition, *, at: datetime, same: tuple[str, ...] = ()
) -> RowChanges:
    """Bring a table of shipped facts to what now ships: close the rows that do not, add those that are new.

    `same`: the columns by which a row is known again; without them, all that it says. What somebody brought stays, and
    what somebody's file has replaced stays replaced. Before the first edition nobody has been told anything yet, so its
    rows count as known from the day given with them; those of later ones from today.
    """
    columns = same or said_by(model)
    rows = model._default_manager
    shipped = rows.filter(edition__face=edition.face)
    ever = set(shipped.values_list(*columns))
    replaced = set(shipped.exclude(retracted_by=None).exclude(retracted_by__face=edition.face).values_list(*columns))
    # What was taken back and brought in again belongs to the edition that did so.
    candidates = rows.filter(Q(edition__face=edition.face) | Q(edition__takes_back__isnull=False), retracted_on=None)
    known = {tuple(said): pk for pk, *said in candidates.values_list("pk", *columns)}
    known = {said: pk for said, pk in known.items() if said in ever}

    is_first = not Edition.objects.filter(part=edition.part).exclude(pk=edition.pk).exists()
    ships = {tuple(getattr(row, name) for name in columns): row for row in wanted}
    new = [row for said, row in ships.items() if said not in known and said not in replaced]
    for row in new:
        row.edition = edition
        row.known_on = row.known_on if is_first else at.date()
    retracted = retract(rows.filter(pk__in=[pk for said, pk in known.items() if said not in ships]), edition, at=at)
    # A row that somebody has brought already stands as they brought it.
    rows.bulk_create(new, batch_size=_AT_ONCE, ignore_conflicts=True)
    return RowChanges(rows.filter(edition=edition).count(), retracted)


def columns_of(model: type[Known]) -> tuple[str, ...]:
    """Return the columns of a row apart from when it was known."""
    return tuple(f.attname for f in model._meta.concrete_fields if f.name not in _OF_THE_PERIOD)


def said_by(model: type[Known]) -> tuple[str, ...]:
    """Return the columns that hold what a row says."""
    return tuple(name for name in columns_of(model) if name != "is_shipped")
