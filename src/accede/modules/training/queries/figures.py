"""Persons and attendances of a time, by what they are looked at; persons as a range while pairs wait for a decision."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Func, QuerySet, TextField

from accede.core.training.counting import groups
from accede.foundation.access import ALL, Actor, can
from accede.modules.training.access import TRAINING_COUNT
from accede.modules.training.models import Attendance

WAYS: Mapping[str, str] = {
    "all": "",
    "state": "participant__state_code",
    "sex": "participant__sex",
    "function": "participant__function",
    "language": "participant__language",
    "theme": "theme",
}
"""The ways to look at officials, and the column of each; one with several themes counts under each of them."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were trained of one kind: attendances, and persons between two bounds."""

    way: str
    code: str
    attendances: int
    least: int
    most: int


def present_between(actor: Actor, first: date, last: date) -> "QuerySet[Attendance]":
    """Return who was present at sessions that took place between two days, as far as the actor may count them."""
    if not can(actor, TRAINING_COUNT, on=ALL):
        return Attendance.objects.none()
    rows: QuerySet[Attendance] = Attendance.objects.visible_to(actor)
    return rows.filter(is_present=True, session__took_place=True, session__on__range=(first, last)).order_by()


def count_trained(actor: Actor, first: date, last: date, pairs: Iterable[tuple[UUID, UUID]]) -> list[Counts]:
    """Return attendances and persons between two days, in each way to look at them; two queries a way.

    `pairs`: groups of nominations that may be of one official, of which nobody has decided.
    """
    rows = present_between(actor, first, last).annotate(
        theme=Func(F("session__event__topics"), function="unnest", output_field=TextField())
    )
    plain = present_between(actor, first, last)
    open_pairs = list(pairs)
    found: list[Counts] = []
    for way, column in WAYS.items():
        of = rows if way == "theme" else plain
        found += _counts(way, column, of, open_pairs)
    return found


def _counts(
    way: str, column: str, rows: "QuerySet[Attendance]", pairs: Sequence[tuple[UUID, UUID]]
) -> Iterable[Counts]:
    told = {
        "attendances": Count("participant", distinct=True),
        "persons": Count("participant__group", distinct=True),
    }
    if not column:
        whole = rows.aggregate(**told)
        counted = [("", whole["attendances"], whole["persons"])]
    else:
        counted = sorted(rows.values_list(column).annotate(**told))
    fewer = _fewer(column, rows, pairs)
    for code, attendances, persons in counted:
        if attendances or not column:
            yield Counts(way, code, attendances, persons - fewer[code], persons)


def _fewer(column: str, rows: "QuerySet[Attendance]", pairs: Sequence[tuple[UUID, UUID]]) -> "defaultdict[str, int]":
    """Return by how many the persons of each part would be fewer if all pairs were of one official each."""
    found: defaultdict[str, int] = defaultdict(int)
    waiting = {key for pair in pairs for key in pair}
    if not waiting:
        return found
    there: defaultdict[str, set[UUID]] = defaultdict(set)
    of_pairs = rows.filter(participant__group__in=waiting)
    if column:
        for code, key in of_pairs.values_list(column, "participant__group").distinct():
            there[code].add(key)
    else:
        there[""] = set(of_pairs.values_list("participant__group", flat=True))
    for code, keys in there.items():
        # Two who are joined by a third outside this part are one here as well.
        joined = groups(keys, pairs)
        found[code] = len(keys) - len({joined[key] for key in keys})
    return found
