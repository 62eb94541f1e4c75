"""What would open most for one State: accessions with parents, dates and papers, declarations, bilateral treaties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accede.core.cooperation.facts import Facts
from accede.core.cooperation.offences import FINANCING, annex_provision
from accede.core.cooperation.planning import Accession, Plan
from accede.core.cooperation.what_if import Opened, Reach, what_if
from accede.core.cooperation.world import Held
from accede.core.treaties.joining import Invitation, JoiningPlan, joining_plan
from accede.core.treaties.positions import Change


@dataclass(frozen=True, slots=True)
class AccessionStep:
    """Joining one instrument: what it opens by itself, what with the parents it needs, and how it is done."""

    instrument: str
    opens: Opened
    opens_with_parents: int
    plan: JoiningPlan

    @property
    def is_perhaps_joined(self) -> bool:
        """Whether the record does not know if the State has joined already."""
        return self.plan.invitation is Invitation.PERHAPS_JOINED


@dataclass(frozen=True, slots=True)
class DeclarationStep:
    """Taking back, or stating the lapse of, a declaration under art. 2(2)(a) of the Financing Convention."""

    annex: str
    held: Held
    opens: Opened


@dataclass(frozen=True, slots=True)
class BilateralStep:
    """A bilateral treaty on extradition with one State: for how many offences there is no sure basis now."""

    partner: str
    offences: int


@dataclass(frozen=True, slots=True)
class StatePlan:
    """Everything that a State could do, what opens most first."""

    state: str
    on: date
    blind_pairs: int
    blind_cells: int
    accessions: tuple[AccessionStep, ...]
    declarations: tuple[DeclarationStep, ...]
    bilateral: tuple[BilateralStep, ...]


def plan_for(
    state: str, on: date, *, reach: Reach, facts: Facts, timelines: Mapping[str, Sequence[Change]]
) -> StatePlan:
    """Return the plan of one State; `timelines` are its own, by instrument.

    Days of effect follow each instrument's own article (`core.treaties.entry_into_force`); an instrument that is not
    yet open, or that the State has joined, is left out.
    """
    place = reach.tables.world.place[state]
    others = reach.present & ~(1 << place)
    blind = [others & ~reached[place] for reached in reach.reached]
    pairs = 0
    for bits in blind:
        pairs |= bits
    return StatePlan(
        state=state,
        on=on,
        blind_pairs=pairs.bit_count(),
        blind_cells=sum(bits.bit_count() * weight for bits, weight in zip(blind, reach.weights, strict=True)),
        accessions=_accessions(state, on, reach, facts, timelines),
        declarations=_declarations(state, on, reach, facts),
        bilateral=_bilateral(reach, blind),
    )


def _accessions(
    state: str, on: date, reach: Reach, facts: Facts, timelines: Mapping[str, Sequence[Change]]
) -> tuple[AccessionStep, ...]:
    steps: list[AccessionStep] = []
    for key, instrument in facts.instruments.items():
        if instrument.joining is None:
            continue
        plan = joining_plan(instrument, state, on, timelines=timelines, instruments=facts.instruments)
        if plan.invitation not in {Invitation.OPEN, Invitation.PERHAPS_JOINED}:
            continue
        opens = what_if(reach, state, key)
        together = Plan(reach)
        for parent in plan.parents:
            together.add(Accession(state, parent.instrument))
        together.add(Accession(state, key))
        steps.append(AccessionStep(key, opens, together.closes, plan))
    order = {key: number for number, key in enumerate(facts.instruments)}
    return tuple(sorted(steps, key=lambda s: (-s.opens_with_parents, order[s.instrument])))


def _declarations(state: str, on: date, reach: Reach, facts: Facts) -> tuple[DeclarationStep, ...]:
    if facts.world.held_on(state, FINANCING, on) is not Held.YES:
        return ()
    place = reach.tables.world.place[state]
    found: list[DeclarationStep] = []
    for annex in facts.world.catalogue.annex:
        provision = annex_provision(annex)
        held = facts.world.held_on(state, provision, on)
        if held is Held.YES:
            continue
        partners = cells = 0
        for group in reach.tables.grouping.with_provision.get(provision, ()):
            gained = reach.holders[provision] & ~(1 << place) & ~reach.reached[group][place]
            partners |= gained
            cells += gained.bit_count() * reach.weights[group]
        found.append(DeclarationStep(annex, held, Opened(2 * partners.bit_count(), 2 * cells)))
    return tuple(sorted(found, key=lambda step: -step.opens.cells))


def _bilateral(reach: Reach, blind: Sequence[int]) -> tuple[BilateralStep, ...]:
    offences: dict[int, int] = {}
    for bits, weight in zip(blind, reach.weights, strict=True):
        for number in range(bits.bit_length()):
            if bits >> number & 1:
                offences[number] = offences.get(number, 0) + weight
    states = reach.tables.world.states
    steps = (BilateralStep(states[number], count) for number, count in offences.items())
    return tuple(sorted(steps, key=lambda step: (-step.offences, step.partner)))
