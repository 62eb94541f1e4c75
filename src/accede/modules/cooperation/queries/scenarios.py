"""What-if scenarios: accessions that are named in an address, what they would close together, and in what order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accede.core.cooperation.effects import Purpose
from accede.core.cooperation.planning import Accession, Plan
from accede.core.explain import Finding
from accede.core.treaties.joining import Invitation, JoiningPlan, joining_plan
from accede.modules.cooperation.queries.plans import reach_on
from accede.modules.cooperation.queries.snapshot import Cooperation

MOST_IN_SCENARIO = 60


@dataclass(frozen=True, slots=True)
class ScenarioStep:
    """One accession in a scenario.

    Attributes:
        closes: the blind cells that it closes after those before it.
        alone: those that it would close by itself.
        waits_for: parents that the State has not joined and the scenario does not bring in.
        takes_effect: the day of effect if it deposited on the day of the scenario.
    """

    accession: Accession
    closes: int
    alone: int
    invitation: Invitation
    waits_for: tuple[str, ...]
    takes_effect: Finding[date | None]


@dataclass(frozen=True, slots=True)
class Scenario:
    """Some accessions together."""

    name: str
    steps: tuple[ScenarioStep, ...]

    @property
    def closes(self) -> int:
        """The blind cells that all close together."""
        return sum(step.closes for step in self.steps)

    @property
    def states(self) -> int:
        """How many States act."""
        return len({step.accession.state for step in self.steps})


def scenario_of(
    snapshot: Cooperation, name: str, accessions: Sequence[Accession], *, on: date, purpose: Purpose
) -> Scenario:
    """Return what accessions would close in the order given; one that a State has made already closes nothing."""
    reach = reach_on(snapshot, on, purpose)
    together = Plan(reach)
    named = {(a.state, a.instrument) for a in accessions}
    steps = []
    for accession in accessions:
        plan = _joining(snapshot, accession, on)
        joins = plan.invitation in {Invitation.OPEN, Invitation.PERHAPS_JOINED}
        steps.append(
            ScenarioStep(
                accession,
                closes=together.add(accession) if joins else 0,
                alone=Plan(reach).gain(accession) if joins else 0,
                invitation=plan.invitation,
                waits_for=tuple(
                    step.instrument
                    for step in plan.parents
                    if step.how.value != "included" and (accession.state, step.instrument) not in named
                ),
                takes_effect=plan.takes_effect,
            )
        )
    return Scenario(name, tuple(steps))


def _joining(snapshot: Cooperation, accession: Accession, on: date) -> JoiningPlan:
    timelines = {
        key: snapshot.register.timelines[key, accession.state].changes for key in snapshot.register.instruments
    }
    instruments = snapshot.facts.instruments
    return joining_plan(
        instruments[accession.instrument], accession.state, on, timelines=timelines, instruments=instruments
    )
