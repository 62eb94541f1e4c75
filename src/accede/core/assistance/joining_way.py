"""The way of a State from its decision to join an instrument to the deposit, as the State itself goes it.

Which of the steps a State takes follows from its own constitution: one that it does not need is set aside with the
reason, never assumed. The last step is no statement: it is the act itself, as the register holds it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.explain import Authority, Finding, Reason

RULES = Authority("docs/domain/rules.md", "The way to joining")


class WayStep(StrEnum):
    """The steps, in the order in which they are usually taken; a State may take them in another."""

    DECISION = "decision"
    TRANSLATION = "translation"
    CABINET = "cabinet"
    PARLIAMENT = "parliament"
    PUBLICATION = "publication"
    INSTRUMENT = "instrument"
    DEPOSIT = "deposit"


@dataclass(frozen=True, slots=True)
class StepTold:
    """What is told of a step. `who`: the authority that takes it; `not_needed`: why the State does not take it."""

    who: str = ""
    planned_on: date | None = None
    done_on: date | None = None
    not_needed: str = ""


class StepStanding(StrEnum):
    """Where a step is on a day."""

    OPEN = "open"
    PLANNED = "planned"
    OVERDUE = "overdue"
    """The day that the State planned has passed. It is asked, not blamed."""
    DONE = "done"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Way:
    """Where the whole way is: each step, the next one to take, and whether the deposit has closed it."""

    steps: Mapping[WayStep, StepStanding]
    next_step: WayStep | None
    is_closed: bool


def way_on(day: date, told: Mapping[WayStep, StepTold], *, deposited_on: date | None) -> Finding[Way]:
    """Return where a State is on its way on a day, with what is missing of each open step.

    A deposit that the register holds by that day closes the way, whatever is told of the steps before it.
    """
    is_closed = deposited_on is not None and deposited_on <= day
    steps = {step: _standing(day, told.get(step, StepTold())) for step in WayStep}
    steps[WayStep.DEPOSIT] = StepStanding.DONE if is_closed else steps[WayStep.DEPOSIT]
    if is_closed:
        closed = Reason("way.closed", {"day": deposited_on}, RULES)
        return Finding(Way(steps, None, is_closed=True), (closed,))
    unfinished = [step for step in WayStep if steps[step] not in {StepStanding.DONE, StepStanding.NOT_NEEDED}]
    missing = tuple(reason for step in unfinished for reason in _missing(step, told.get(step, StepTold())))
    return Finding(Way(steps, unfinished[0], is_closed=False), missing)


def _standing(day: date, told: StepTold) -> StepStanding:
    if told.not_needed:
        return StepStanding.NOT_NEEDED
    if told.done_on is not None and told.done_on <= day:
        return StepStanding.DONE
    if told.planned_on is None:
        return StepStanding.OPEN
    return StepStanding.OVERDUE if told.planned_on < day else StepStanding.PLANNED


def _missing(step: WayStep, told: StepTold) -> tuple[Reason, ...]:
    who = () if told.who else (Reason("way.nobody", {"step": step.value}, RULES),)
    planned = () if told.planned_on else (Reason("way.no_day", {"step": step.value}, RULES),)
    return who + planned
