"""What a list of all parties says against the record: who is new, whose day differs, who is not named.

The rule: a list that names as many parties as its publisher states is whole. A State that it does not name was then
not a party on its day (`accede.core.treaties.instruments.CompleteList`). One that is not whole says nothing about the
States that it does not name.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from accede.core.treaties.positions import BOUND, Position, Standing


class Verdict(StrEnum):
    """What a list says of one State, against what the record says of the same day."""

    SAME = "same"
    JOINED = "joined"
    """The list names it, and the record knew of no consent."""
    DATED = "dated"
    """The record holds it to be bound, without a day; the list gives one."""
    OTHER_DAY = "other_day"
    """Both give a day, and not the same."""
    NOT_NAMED = "not_named"
    """The record holds it to be bound on that day, and the list does not name it."""
    NOT_PARTY = "not_party"
    """The record did not know; the list does not name it, so it was not a party."""


_JOINED = BOUND | {Standing.CONTRACTING}


def compare_list(
    named: Mapping[str, date | None], record: Mapping[str, Position], *, is_whole: bool
) -> dict[str, Verdict]:
    """Return the verdict on each State of which the list says something new or the same.

    `named`: the parties by the list, each with the day of its consent where the list gives one; `record`: where every
    State stands on the day of the list.
    """
    found: dict[str, Verdict] = {}
    for state, position in record.items():
        if state in named:
            found[state] = _of_named(named[state], position)
        elif is_whole and position.standing in _JOINED:
            found[state] = Verdict.NOT_NAMED
        elif is_whole and position.standing is Standing.NOT_KNOWN:
            found[state] = Verdict.NOT_PARTY
    return found


def _of_named(day: date | None, position: Position) -> Verdict:
    if position.standing not in _JOINED:
        return Verdict.JOINED
    if day is None or position.act_on == day:
        return Verdict.SAME
    return Verdict.OTHER_DAY if position.act_on else Verdict.DATED


def is_whole(*, stated: int | None, read: int, rows_left_out: int) -> bool:
    """Return whether a list is whole: every row was read, and as many parties as its publisher states."""
    return stated is not None and read == stated and rows_left_out == 0
