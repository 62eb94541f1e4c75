"""What changed: how States stand on two days, or on one day as the record knew it once and knows it now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.treaties.positions import BOUND, Position, Standing
from accede.modules.treaties.queries.register import Register, current_register

_BY_AN_ACT = BOUND | {Standing.SIGNED, Standing.CONTRACTING, Standing.WITHDRAWN}


class ChangesOf(StrEnum):
    """Of what changes are asked for."""

    STATES = "states"
    """Of how States stand: what they did between two days."""
    RECORD = "record"
    """Of what this record knows: what it learned, and took back, since a day."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One State under one instrument, where the answer is another one than before."""

    instrument: str
    state: str
    before: Position
    after: Position


def changes_since(since: date, *, of: ChangesOf, on: date, known: date | None = None) -> tuple[Changed, ...]:
    """Return what is otherwise on `on` than on `since`, or otherwise known since then, by instrument and State."""
    register = current_register(known)
    if of is ChangesOf.RECORD:
        return tuple(_learned(current_register(since), register, on))
    return tuple(_done(register, since, on))


def _done(register: Register, since: date, on: date) -> Iterator[Changed]:
    """Yield what States did; that a list ends, or an instrument was adopted, is nothing that a State does."""
    for (instrument, state), timeline in register.timelines.items():
        before, after = timeline.on(since).position, timeline.on(on).position
        is_told = {before.standing, after.standing} & _BY_AN_ACT
        if is_told and (before.standing, before.since) != (after.standing, after.since):
            yield Changed(instrument, state, before, after)


def _learned(then: Register, now: Register, on: date) -> Iterator[Changed]:
    for pair, timeline in now.timelines.items():
        before, after = then.timelines[pair].on(on).position, timeline.on(on).position
        if _answer(before) != _answer(after):
            yield Changed(*pair, before, after)


def _answer(position: Position) -> tuple[Standing, date | None, date | None]:
    return position.standing, position.since, position.not_party_on
