"""What a review says of an obligation: how far it is answered on a day, whether two persons read it, what is next.

A State that has not joined an instrument is invited to; what is open is ordered by what binds the State itself, never
beside another State. "None found" is to be examined with the State.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Answered(StrEnum):
    """How far the law in force on a day answers an obligation, by what was decided."""

    IN_FORCE = "in_force"
    IN_PART = "in_part"
    NOT_IN_FORCE = "not_in_force"
    """The cited wording is not in force on the day: not yet, or no longer."""
    MISSING = "missing"
    UNCLEAR = "unclear"
    UNDECIDED = "undecided"
    NOT_APPLICABLE = "not_applicable"


OPEN = frozenset(
    {Answered.IN_PART, Answered.NOT_IN_FORCE, Answered.MISSING, Answered.UNCLEAR, Answered.UNDECIDED},
)
_OF_RATING = {
    "full": Answered.IN_FORCE,
    "partial": Answered.IN_PART,
    "none": Answered.MISSING,
    "unclear": Answered.UNCLEAR,
    "not_applicable": Answered.NOT_APPLICABLE,
}


class Reading(StrEnum):
    """Whether a second person read what the first decided."""

    NOT_RATED = "not_rated"
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DIFFERS = "differs"
    AGAIN = "again"
    """A provision was accepted, rejected or amended after the second reading."""


class ToDo(StrEnum):
    """What is next for an obligation."""

    LOOK_AGAIN = "look_again"
    DECIDE = "decide"
    RECONCILE = "reconcile"
    READ = "read"
    FOLLOW = "follow"
    EXAMINE = "examine"
    COMPLETE = "complete"
    ASK = "ask"
    NOTHING = "nothing"


class When(StrEnum):
    """When what is open should be closed, by what binds the State itself on the day."""

    NOW = "now"
    ON_JOINING = "on_joining"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The days of the wording that a cited provision stands in (both belong), and whether it changed since."""

    starts: date | None = None
    ends: date | None = None
    changed: bool = False

    def is_in_force(self, day: date) -> bool:
        """Whether it is in force; a wording of unknown days is taken to be."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the first reader decided and the second read.

    `ground_at`: when what the judgement rests on was last decided.
    """

    rating: str
    second: str = ""
    second_at: datetime | None = None
    ground_at: datetime | None = None


def answered(rating: str, cited: Sequence[Wording], *, on: date) -> Answered:
    """Return how far the law in force on a day answers, given a rating and the wordings that were cited for it."""
    if not rating:
        return Answered.UNDECIDED
    found = _OF_RATING[rating]
    if found in (Answered.IN_FORCE, Answered.IN_PART) and not any(one.is_in_force(on) for one in cited):
        return Answered.NOT_IN_FORCE
    return found


def reading_of(judgement: Judgement | None) -> Reading:
    """Return whether a second person read the judgement, agrees, or read it before its ground changed."""
    if judgement is None or not judgement.rating:
        return Reading.NOT_RATED
    if not judgement.second or judgement.second_at is None:
        return Reading.WAITING
    if judgement.second != judgement.rating:
        return Reading.DIFFERS
    if judgement.ground_at is not None and judgement.ground_at > judgement.second_at:
        return Reading.AGAIN
    return Reading.CONFIRMED


def to_do(found: Answered, reading: Reading, cited: Iterable[Wording]) -> ToDo:
    """Return what is next: what shakes a decision first, then deciding, the second reading, the gap itself."""
    if any(one.changed for one in cited):
        return ToDo.LOOK_AGAIN
    by_reading = {
        Reading.NOT_RATED: ToDo.DECIDE,
        Reading.DIFFERS: ToDo.RECONCILE,
        Reading.WAITING: ToDo.READ,
        Reading.AGAIN: ToDo.READ,
    }
    if reading in by_reading:
        return by_reading[reading]
    by_answer = {
        Answered.NOT_IN_FORCE: ToDo.FOLLOW,
        Answered.MISSING: ToDo.EXAMINE,
        Answered.IN_PART: ToDo.COMPLETE,
        Answered.UNCLEAR: ToDo.ASK,
    }
    return by_answer.get(found, ToDo.NOTHING)


def when(found: Answered, *, binds: bool) -> When:
    """Return when what is open should be closed."""
    if found not in OPEN:
        return When.NONE
    return When.NOW if binds else When.ON_JOINING
