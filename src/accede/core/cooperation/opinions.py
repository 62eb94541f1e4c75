"""The question that the finder answers, and the parts of its answer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.cooperation.effects import Effect, Purpose
from accede.core.explain import Authority, Reason

SLOT_OF_ETS_90, SLOT_OF_TREATY, SLOT_OF_UNREAD, SLOT_OF_FACTS = 12, 13, 14, 15
"""Places of what stands beside the texts that define an offence; those texts have 0, 1 …"""


class BasisKind(StrEnum):
    """Where a basis stands."""

    UNIVERSAL = "universal"
    """One of the nineteen."""
    UNITED_NATIONS = "united_nations"
    """UNTOC or UNCAC."""
    REGIONAL = "regional"
    BILATERAL = "bilateral"


@dataclass(frozen=True, slots=True)
class OpinionQuestion:
    """Whether one State can rely on something towards another for an offence, on a day, for a purpose."""

    requesting: str
    requested: str
    offence: str
    on: date
    purpose: Purpose = Purpose.EXTRADITION


@dataclass(frozen=True, slots=True)
class Basis:
    """One basis with its effect, line by line.

    Attributes:
        treaty: the key of the instrument or treaty.
        articles: every article relied on, in the order of the reasons.
        because: why it has this effect; `conditions`: what bears on it in a case; `unknowns`: what the record lacks.
        slot: its place among the texts that define the offence; treaties beside them come after.
    """

    treaty: str
    kind: BasisKind
    effect: Effect
    because: tuple[Reason, ...]
    conditions: tuple[Reason, ...] = ()
    unknowns: tuple[Reason, ...] = ()
    slot: int = 0

    @property
    def articles(self) -> tuple[Authority, ...]:
        """Every article relied on, once."""
        named = (r.authority for r in (*self.because, *self.conditions) if r.authority is not None)
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class Considered:
    """A treaty that was looked at and gives nothing here, with the reason."""

    treaty: str
    kind: BasisKind
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """The whole answer: the strongest effect, every basis, what was looked at in vain, and what is not known."""

    question: OpinionQuestion
    effect: Effect
    strongest: Basis | None
    bases: tuple[Basis, ...]
    considered: tuple[Considered, ...] = ()
    conditions: tuple[Reason, ...] = ()
    unknowns: tuple[Reason, ...] = ()


class RefusedBecause(StrEnum):
    """Why a question cannot be answered."""

    SAME_STATE = "same_state"
    STATE_NOT_YET = "state_not_yet"
    STATE_NO_MORE = "state_no_more"
    NOT_YET_DEFINED = "not_yet_defined"
    UNKNOWN_STATE = "unknown_state"
    UNKNOWN_OFFENCE = "unknown_offence"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One fault of a question: which part, why, and the day that would mend it, if one does."""

    part: str
    why: RefusedBecause
    given: str
    day: date | None = None
