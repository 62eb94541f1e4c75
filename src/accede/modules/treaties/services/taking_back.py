"""Take an import back: its rows are closed, what it had replaced is known again, and why is kept. Itself taken back so.

Nothing is deleted and no answer for an earlier known day changes: rows are closed as of today, and what comes again is
a new row. The taking back is an edition of its own; to take that one back is to bring the import in again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from psycopg import sql

from accede.foundation.access import Actor, Refused
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.imports.back import LONGEST_REASON, TakingRefused
from accede.foundation.imports.deciding import take_turn
from accede.modules.treaties import events
from accede.modules.treaties.knowledge import Known, Part
from accede.modules.treaties.models import Edition
from accede.modules.treaties.queries.imports import SHIPPED_FACES
from accede.modules.treaties.services.editions import count_rows, open_edition
from accede.modules.treaties.services.knowledge import columns_of, retract

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Beside:
    """Rows that an edition brings beside those of its part; of those that agree in `place` the record knows one."""

    model: type[Known]
    place: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """What an edition can hold, and which of two rows can stand only one at a time.

    Attributes:
        place: SQL expressions over a row; of rows that agree in all of them the record knows one.
        once: SQL condition over a row: whether that is so.
        may: whether the actor may take back what touches `rows`.
        beside: what comes and goes with the rows, and is not counted.
        turned: told the keys of the rows that were closed or are known again.
    """

    part: Part
    model: type[Known]
    place: tuple[str, ...]
    once: str
    may: Callable[[Actor, "QuerySet[Any]"], bool]
    beside: tuple[Beside, ...] = ()
    turned: Callable[[Iterable[str]], None] = lambda _keys: None


@dataclass(frozen=True, slots=True)
class Turned:
    """What taking back did: the edition that it made, how many rows it closed, and how many are known again."""

    edition: int
    closed: int
    again: int


def take_back(number: int, holding: Holding, *, reason: str, by: Actor, at: datetime, face: Face) -> Turned:
    """Take back what edition `number` changed, and write down who did and why.

    Raises:
        Refused: there is none of that number and part, or the actor may not take it back.
        TakingRefused: it ships, was taken back already, has nothing left to take back; or the reason is missing.
    """
    with transaction.atomic():
        if not take_turn():
            raise TakingRefused({"reason": _("Another import is being written. Try again in a minute.")})
        edition = _edition(number, holding, by)
        problems = _obstacles(edition)
        if not reason.strip():
            problems["reason"] = _("Say why. The reason is shown with the sources.")
        elif len(reason) > LONGEST_REASON:
            problems["reason"] = _("Use at most %(most)s characters.") % {"most": LONGEST_REASON}
        if problems:
            raise TakingRefused(problems)
        turned = _turn(edition, holding, reason=" ".join(reason.split()), by=by, at=at, face=face)
        event = events.TAKEN_BACK if edition.takes_back_id is None else events.BROUGHT_AGAIN
        record(
            event,
            about=events.edition_subject(turned.edition),
            by=by,
            at=at,
            face=face,
            edition=edition.pk,
            reason=" ".join(reason.split()),
        )
    return turned


def rehearse_taking_back(
    number: int, holding: Holding, *, by: Actor, at: datetime, look: Callable[[], Answer]
) -> tuple[Turned, Answer]:
    """Return what taking back would do, and what `look` sees afterwards; nothing is changed.

    Raises:
        Refused, TakingRefused: as `take_back` does.
    """
    with transaction.atomic():
        edition = _edition(number, holding, by)
        if problems := _obstacles(edition):
            raise TakingRefused(problems)
        turned = _turn(edition, holding, reason="-", by=by, at=at, face=Face.WEB)
        seen = look()
        transaction.set_rollback(True)
    return turned, seen


def _edition(number: int, holding: Holding, by: Actor) -> Edition:
    edition = Edition.objects.select_related("taken_back_by").filter(pk=number, part=holding.part).first()
    rows = holding.model._default_manager
    if edition is None or not all(
        holding.may(by, touched) for touched in (rows.filter(edition=edition), rows.filter(retracted_by=edition))
    ):
        raise Refused
    return edition


def _obstacles(edition: Edition) -> dict[str, str]:
    if edition.face in SHIPPED_FACES:
        return {"edition": _("What ships with the product is corrected by a release, not taken back.")}
    after = getattr(edition, "taken_back_by", None)
    if after is not None:
        words = _("Edition %(edition)s was taken back by edition %(after)s. Take that one back to bring it in again.")
        return {"edition": words % {"edition": edition.pk, "after": after.pk}}
    return {}


def _turn(edition: Edition, holding: Holding, *, reason: str, by: Actor, at: datetime, face: Face) -> Turned:
    """Close what the edition brought, bring again what it closed.

    Raises:
        TakingRefused: nothing is left of it.
    """
    made = open_edition(face=face.value, reason=reason, at=at, part=holding.part, by=by.person, takes_back=edition)
    closed = retract(holding.model._default_manager.filter(edition=edition), made, at=at)
    again = _bring_again(edition, made, holding, at=at)
    if closed + again == 0:
        raise TakingRefused({"edition": _("Nothing that this edition changed is in the record any more.")})
    for other in holding.beside:
        retract(other.model._default_manager.filter(edition=edition), made, at=at)
        _bring_beside_again(edition, made, other, at=at)
    count_rows(made, added=again, retracted=closed)
    touched: QuerySet[Any] = holding.model._default_manager.filter(Q(edition=made) | Q(retracted_by=made))
    holding.turned([row.key for row in touched])
    return Turned(made.pk, closed, again)


def _bring_again(edition: Edition, made: Edition, holding: Holding, *, at: datetime) -> int:
    """Have the record know again what `edition` closed, except where something else has come into its place since."""
    columns = columns_of(holding.model)
    statement = sql.SQL(
        """
        insert into {table} ({columns}, known_on, edition_id)
        select {of_row}, %s, %s from {table} r
        where r.retracted_by_id = %s
            and not exists (select from {table} k where k.retracted_on is null and k.key = r.key)
            and not (({once}) and exists (
                select from {table} k where k.retracted_on is null and ({place_of_k}) = ({place_of_r})))
        """
    ).format(
        table=sql.Identifier(holding.model._meta.db_table),
        columns=sql.SQL(", ").join(sql.Identifier(name) for name in columns),
        of_row=sql.SQL(", ").join(sql.Identifier("r", name) for name in columns),
        once=_ours(holding.once, "r"),
        place_of_k=_place(holding, "k"),
        place_of_r=_place(holding, "r"),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [at.date(), made.pk, edition.pk])
        return int(cursor.rowcount)


def _bring_beside_again(edition: Edition, made: Edition, beside: Beside, *, at: datetime) -> None:
    columns = columns_of(beside.model)
    statement = sql.SQL(
        """
        insert into {table} ({columns}, known_on, edition_id)
        select {of_row}, %s, %s from {table} r where r.retracted_by_id = %s and not exists (
            select from {table} k where k.retracted_on is null and ({place_of_k}) = ({place_of_r}))
        """
    ).format(
        table=sql.Identifier(beside.model._meta.db_table),
        columns=sql.SQL(", ").join(sql.Identifier(name) for name in columns),
        of_row=sql.SQL(", ").join(sql.Identifier("r", name) for name in columns),
        place_of_k=sql.SQL(", ").join(sql.Identifier("k", name) for name in beside.place),
        place_of_r=sql.SQL(", ").join(sql.Identifier("r", name) for name in beside.place),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [at.date(), made.pk, edition.pk])


def _place(holding: Holding, row: str) -> sql.Composable:
    return sql.SQL(", ").join(_ours(part, row) for part in holding.place)


def _ours(text: str, row: str) -> sql.SQL:
    """Return a text of this program, not of a reader, as SQL about a row."""
    return sql.SQL(text.format(row=row))
