"""Deposits that are planned: when each would take effect, and what is then owed to whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accede.core.explain import Authority, Finding
from accede.core.treaties.acts import SettledAct
from accede.core.treaties.declarations import ANNEX_EXCLUSION, FINANCING, excluded_treaty
from accede.core.treaties.instruments import Instrument
from accede.core.treaties.joining import Invitation, JoiningPlan, joining_plan
from accede.core.treaties.joining_clauses import PaperDue
from accede.core.treaties.positions import Change


@dataclass(frozen=True, slots=True, order=True)
class PlannedDeposit:
    """A State means to deposit its instrument of consent on a day."""

    on: date
    state: str
    instrument: str


@dataclass(frozen=True, slots=True)
class Owed:
    """A declaration or notification, to whom, and by when: the day of the deposit, or of the entry into force."""

    paper: PaperDue
    to: tuple[str, ...]
    by: date | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One planned deposit in the calendar.

    Attributes:
        takes_effect: the day of entry into force for the State, and why; None while the instrument is not in force.
        lapse_owed: set when the deposit ends a declaration that excludes the treaty from the annex of the Financing
            Convention: its depositary is to be told (art. 2(2)(a)).
        waits_for: parents that the plan does not bring in by that day.
    """

    deposit: PlannedDeposit
    plan: JoiningPlan
    takes_effect: Finding[date | None]
    owed: tuple[Owed, ...]
    lapse_owed: Authority | None
    waits_for: tuple[str, ...]


def calendar_of(
    deposits: Iterable[PlannedDeposit],
    *,
    instruments: Mapping[str, Instrument],
    timelines: Mapping[str, Mapping[str, Sequence[Change]]],
    acts: Mapping[tuple[str, str], Sequence[SettledAct]],
) -> tuple[Entry, ...]:
    """Return the entries in order of their days; `timelines` by State and instrument.

    A parent that is deposited on the same day or earlier in the plan counts as joined (Airports art. V(2)).
    """
    planned = sorted(deposits)
    return tuple(_entry(d, planned, instruments, timelines[d.state], acts) for d in planned)


def _entry(
    deposit: PlannedDeposit,
    planned: Sequence[PlannedDeposit],
    instruments: Mapping[str, Instrument],
    timelines: Mapping[str, Sequence[Change]],
    acts: Mapping[tuple[str, str], Sequence[SettledAct]],
) -> Entry:
    instrument = instruments[deposit.instrument]
    plan = joining_plan(instrument, deposit.state, deposit.on, timelines=timelines, instruments=instruments)
    brought = {d.instrument for d in planned if d.state == deposit.state and d.on <= deposit.on}
    joins = plan.invitation in {Invitation.OPEN, Invitation.PERHAPS_JOINED}
    effect = plan.takes_effect if joins else Finding[date | None](None)
    return Entry(
        deposit=deposit,
        plan=plan,
        takes_effect=effect,
        owed=tuple(Owed(paper, instrument.depositaries, deposit.on) for paper in plan.papers) if joins else (),
        lapse_owed=_lapse(deposit, instruments, acts) if joins else None,
        waits_for=tuple(
            p.instrument for p in plan.parents if p.how.value != "included" and p.instrument not in brought
        ),
    )


def _lapse(
    deposit: PlannedDeposit,
    instruments: Mapping[str, Instrument],
    acts: Mapping[tuple[str, str], Sequence[SettledAct]],
) -> Authority | None:
    annex = instruments[FINANCING].annex if FINANCING in instruments else ()
    if deposit.instrument not in annex:
        return None
    for act in acts.get((deposit.state, FINANCING), ()):
        if act.subject.startswith(ANNEX_EXCLUSION) and excluded_treaty(act.subject, annex) in {
            None,
            deposit.instrument,
        }:
            return Authority(FINANCING, "2(2)(a)")
    return None
