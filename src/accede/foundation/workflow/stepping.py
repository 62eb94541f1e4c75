"""Take a step of a workflow, or say which steps there are and what keeps one shut.

Two people at once: the row is locked, so the second finds it where the first has left it, and is told what happened.
"""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import psycopg.errors
from django.db import OperationalError, connection, models, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.explain import Finding
from accede.core.workflow import Step
from accede.foundation.access import Actor, Refused, can
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.audit.timeline import names_of
from accede.foundation.problems import EVERYWHERE, Overtaken, UnableTo
from accede.foundation.texts import format_day, listed
from accede.foundation.workflow.flow import Flow, Move

Row = TypeVar("Row", bound=models.Model)

LONGEST_REASON = 1000
BARRED = "person"
_WAIT_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Shut:
    """What keeps a step shut, where that is written, and what to do about it; the reader's language."""

    code: str
    words: str
    clause: str
    remedy: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.words, f"[{self.clause}]" if self.clause else "", self.remedy) if part)


@dataclass(frozen=True, slots=True)
class Offered:
    """A step that the reader may take, or could if nothing kept it shut."""

    key: str
    button: str
    with_reason: bool
    shut: tuple[Shut, ...]

    @property
    def is_open(self) -> bool:
        """Whether it can be taken now."""
        return not self.shut


def offered_steps(flow: Flow[Any], number: object, *, by: Actor, at: datetime) -> list[Offered]:
    """Return the steps from where a thing is, as far as the actor has the right to them.

    Raises:
        Refused: there is no such thing for the actor.
    """
    row: Any = flow.rows(by).filter(pk=number).first()
    if row is None:
        raise Refused
    words = flow.words.steps
    return [
        Offered(step.key, str(words[step.key].button), step.with_reason, tuple(_shut(flow, step, row, by, at)))
        for step in flow.table.steps_from(flow.table.states(row.state))
        if can(by, flow.permission(step.may), on=row.belongs_to)
    ]


def take_step(
    flow: Flow[Row], key: str, number: object, *, by: Actor, at: datetime, face: Face, reason: str = ""
) -> Row:
    """Take the step `key` with the thing of that number: all of it, or nothing.

    Raises:
        Refused: there is no such thing for the actor.
        Overtaken: it is no longer where the step begins: what happened meanwhile is said.
        UnableTo: the step is unknown, not the actor's, or kept shut by gates: all that is missing is said at once.
    """
    # A face that has begun a transaction goes on in it after a refusal, so an effect that may refuse needs a savepoint.
    with transaction.atomic() if key in flow.effects or not connection.in_atomic_block else nullcontext():
        row, step = held_for_step(flow, key, number, by=by, at=at, reason=reason)
        move = Move(by, at, face, " ".join(reason.split()))
        written = dict(flow.effect(key)(row, move))
        after = {"state": step.target.value, "moved_at": at, "moved_by": by.person, "reason": move.reason, **written}
        before = row.state
        _write(row, after)
        record(
            flow.events[key],
            about=flow.subject(row),
            by=by,
            at=at,
            face=face,
            before={"state": before},
            after={"state": row.state},
            reason=move.reason,
            **flow.told(row),
        )
    return row  # type: ignore[no-any-return]  # (a row of the flow's model)


def held_for_step(
    flow: Flow[Any], key: str, number: object, *, by: Actor, at: datetime, reason: str
) -> tuple[Any, Step[Any, Any]]:
    """Return a thing with the step that can be taken with it: until the transaction ends nobody else takes one.

    Raises:
        Refused, Overtaken, UnableTo: as `take_step` does.
    """
    row = _held(flow, number, by)
    step = flow.table.step(key)
    if step is None:
        raise UnableTo({EVERYWHERE: _no_such_step(flow, row, key)})
    if not can(by, flow.permission(step.may), on=row.belongs_to):
        words = _("This step needs a right that you do not hold here: %(right)s.")
        raise UnableTo({EVERYWHERE: words % {"right": flow.permission(step.may).label}})
    if row.state not in step.sources:
        raise Overtaken({EVERYWHERE: _what_happened(flow, row)})
    if problems := _problems(flow, step, row, by=by, at=at, reason=reason):
        raise UnableTo(problems)
    return row, step


def _held(flow: Flow[Any], number: object, by: Actor) -> Any:
    """Return the row, locked: nobody else takes a step with it before this transaction ends."""
    rows = flow.rows(by).filter(pk=number)
    # Not `first()`: it asks for an order, of one row, which costs as much as the rest of the question.
    row = next(iter(rows.select_for_update(skip_locked=True, of=("self",))), None)
    if row is not None:
        return row
    seen = rows.first()
    if seen is None:
        raise Refused
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select set_config('lock_timeout', %s, true)", [f"{_WAIT_SECONDS}s"])
            row = rows.select_for_update(of=("self",)).first()
            cursor.execute("select set_config('lock_timeout', '0', true)")
    except OperationalError as error:
        if not isinstance(error.__cause__, psycopg.errors.LockNotAvailable):
            raise
        words = _("Somebody else is taking a step with this at the moment. Look again in a minute.")
        raise Overtaken({EVERYWHERE: words}) from error
    # The database lets some read what it does not let them change: they are told that the right is missing.
    return row or seen


def _write(row: models.Model, after: Mapping[str, object]) -> None:
    """Write columns of a row that is held already; put together by Django, this costs more than the writing."""
    fields = {name: field for field in row._meta.concrete_fields for name in (field.name, field.attname)}
    columns = []
    for name, value in after.items():
        setattr(row, name, value)
        field = fields[name]
        columns.append((str(field.column), field.get_db_prep_save(getattr(row, field.attname), connection)))
    names = ", ".join(f"{connection.ops.quote_name(column)} = %s" for column, _value in columns)
    table = connection.ops.quote_name(row._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"update {table} set {names} where id = %s",  # noqa: S608  (names of columns, quoted)
            [*(value for _column, value in columns), row.pk],
        )


def _problems(
    flow: Flow[Any], step: Step[Any, Any], row: Any, *, by: Actor, at: datetime, reason: str
) -> dict[str, str]:
    found = {shut.code: str(shut) for shut in _shut(flow, step, row, by, at)}
    if step.with_reason and not reason.strip():
        found["reason"] = _("Say why. Whoever is concerned reads it.")
    elif len(reason) > LONGEST_REASON:
        found["reason"] = _("Use at most %(most)s characters.") % {"most": LONGEST_REASON}
    return found


def _shut(flow: Flow[Any], step: Step[Any, Any], row: Any, by: Actor, at: datetime) -> Iterator[Shut]:
    """Yield all that keeps a step shut for the actor."""
    if step.not_by and getattr(row, step.not_by) == by.person:
        yield Shut(BARRED, _("This step is for another person than you."), "", _("Ask somebody who has the right."))
    if step.needs:
        for finding in step.judge(flow.facts(row, by, at)):
            if not finding.answer:
                yield _told(flow, finding)


def _told(flow: Flow[Any], finding: Finding[bool]) -> Shut:
    missing, *_remedy = finding.because
    words = flow.words.gates[missing.code]
    values = {name: str(value) for name, value in missing.facts.items()}
    return Shut(missing.code, str(words.missing) % values, str(words.clause), str(words.remedy) % values)


def _no_such_step(flow: Flow[Any], row: Any, key: str) -> str:
    steps = [step.key for step in flow.table.steps_from(flow.table.states(row.state))]
    if not steps:
        return _("There is no step “%(key)s”, and none leads on from here.") % {"key": key[:40]}
    return _("There is no step “%(key)s”. Those from here: %(steps)s.") % {"key": key[:40], "steps": listed(steps)}


def _what_happened(flow: Flow[Any], row: Any) -> str:
    """Say where a thing is now, since when and by whom."""
    state = str(flow.words.states[row.state])
    if row.moved_at is None:
        return _("This step does not lead on from here: it is “%(state)s”.") % {"state": state}
    who = names_of({row.moved_by}).get(row.moved_by, "") if row.moved_by else ""
    words = (
        _("Meanwhile it has become “%(state)s”: by %(who)s, on %(day)s.")
        if who
        else _("Meanwhile it has become “%(state)s”, on %(day)s.")
    )
    return words % {"state": state, "who": who, "day": format_day(row.moved_at.date(), get_language() or "en")}
