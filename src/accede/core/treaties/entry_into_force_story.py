"""How an instrument came into force, step by step, for a reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.explain import Authority, Finding
from accede.core.treaties.acts import ActKind
from accede.core.treaties.entry_into_force import (
    NO_CIRCUMSTANCES,
    Circumstances,
    Deposit,
    counting_deposits,
    entry_into_force,
)
from accede.core.treaties.instruments import Instrument
from accede.core.treaties.reasons import ReasonCode


class StepKind(StrEnum):
    """Steps from adoption to force."""

    ADOPTED = "adopted"
    OPENED = "opened"
    DEPOSIT = "deposit"
    """`state` deposits as the `number`th of `required`; `is_producer` for the plastic explosives."""
    FILLED = "filled"
    """The number of the article is reached with the deposit of `state`."""
    OTHER_IN_FORCE = "other_in_force"
    """The instrument that this one waits for, `other`, enters into force."""
    IN_FORCE = "in_force"
    """By its own article, from the deposits on record."""
    OFFICIAL = "official"
    """The official day, where it is not the computed one or where the deposits on record do not suffice."""
    NOT_IN_FORCE = "not_in_force"
    """The deposits on record do not fill the number, and no official day is known."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step; fields that do not belong to its kind are empty."""

    kind: StepKind
    on: date | None = None
    state: str = ""
    act_kind: ActKind | None = None
    act: str = ""
    number: int = 0
    required: int = 0
    is_producer: bool = False
    other: str = ""
    authority: Authority | None = None


def entry_into_force_story(
    instrument: Instrument, deposits: Iterable[Deposit], circumstances: Circumstances = NO_CIRCUMSTANCES
) -> tuple[Step, ...]:
    """Return the steps in order: adoption, opening, each deposit that counted, the number filled, entry into force."""
    everything = tuple(deposits)
    finding = entry_into_force(instrument, everything, circumstances)
    steps = [Step(StepKind.ADOPTED, instrument.adopted_on)]
    if instrument.opened_on is not None:
        steps.append(Step(StepKind.OPENED, instrument.opened_on))
    steps += _deposit_steps(instrument, everything, circumstances, finding)
    steps += _outcome(instrument, circumstances, finding)
    return tuple(steps)


def _deposit_steps(
    instrument: Instrument, deposits: tuple[Deposit, ...], circumstances: Circumstances, finding: Finding[date | None]
) -> list[Step]:
    """One step for each deposit up to the one that fills the number; all of them while it is not filled."""
    filled_on, required, filling_state = _filled_by(finding)
    article = instrument.cite(instrument.rule.article) if instrument.rule else None
    steps: list[Step] = []
    for number, deposit in enumerate(counting_deposits(instrument, deposits, circumstances), start=1):
        if filled_on is not None and (deposit.on or date.max) > filled_on:
            break
        steps.append(
            Step(
                StepKind.DEPOSIT,
                deposit.on,
                deposit.state,
                deposit.kind,
                deposit.key,
                number,
                required,
                deposit.state in circumstances.producers,
            )
        )
    if filled_on is not None:
        steps.append(Step(StepKind.FILLED, filled_on, filling_state, required=required, authority=article))
    return steps


def _filled_by(finding: Finding[date | None]) -> tuple[date | None, int, str]:
    """Read from the finding when, at what number and by whom the condition was filled."""
    for why in finding.because:
        on, required, state = why.facts.get("on"), why.facts.get("required"), why.facts.get("state")
        if why.code == ReasonCode.EIF_REACHED and isinstance(on, date) and isinstance(required, int):
            return on, required, str(state)
    for why in finding.because:
        required = why.facts.get("required")
        if why.code == ReasonCode.EIF_NOT_REACHED and isinstance(required, int):
            return None, required, ""
    return None, 0, ""


def _outcome(instrument: Instrument, circumstances: Circumstances, finding: Finding[date | None]) -> list[Step]:
    steps: list[Step] = []
    article = instrument.cite(instrument.rule.article) if instrument.rule else None
    if instrument.waits_for is not None and circumstances.not_before_on is not None:
        steps.append(Step(StepKind.OTHER_IN_FORCE, circumstances.not_before_on, other=instrument.waits_for))
    if finding.answer is not None:
        steps.append(Step(StepKind.IN_FORCE, finding.answer, authority=article))
    if instrument.in_force_on is not None and instrument.in_force_on != finding.answer:
        steps.append(Step(StepKind.OFFICIAL, instrument.in_force_on))
    if instrument.in_force_on is None and finding.answer is None:
        steps.append(Step(StepKind.NOT_IN_FORCE, authority=article))
    return steps
