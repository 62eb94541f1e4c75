"""How each figure is counted: by the module that owns the records, as far as a reader may see them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accede.core.indicators.figures import Counted
from accede.foundation.access import Actor, Permission
from accede.modules.assessments.access import ASSESSMENTS_READ
from accede.modules.assessments.queries import counting as assessed
from accede.modules.assistance.access import ACTIVITIES_READ, REQUESTS_READ
from accede.modules.assistance.queries import counting as asked_for
from accede.modules.coordination.access import COORDINATION_READ
from accede.modules.coordination.queries import counting as consulted
from accede.modules.legislation.access import LAWS_READ
from accede.modules.legislation.queries import counting as reviewed
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.resources.access import CONTRIBUTIONS_READ, LEDGER_READ
from accede.modules.resources.queries import counting as given
from accede.modules.treaties.queries import adhering
from accede.modules.treaties.queries.register import Register, current_register

TWELVE = 12
"""The instruments of 1963 to 1999, which were all of them until 2005."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks for a figure, with which parameters."""

    reader: Actor
    parameters: Mapping[str, str]

    def day(self, name: str) -> date:
        """Return a day that was asked for."""
        return date.fromisoformat(self.parameters[name])

    @property
    def period(self) -> tuple[date, date]:
        """The first and the last day."""
        return self.day("from"), self.day("until")

    @property
    def last(self) -> date:
        """The last day of which it speaks."""
        return self.day("until" if "until" in self.parameters else "on")

    @property
    def known(self) -> date | None:
        """The day whose knowledge counts; None for what is known now."""
        return self.day("known") if "known" in self.parameters else None

    @property
    def register(self) -> Register:
        """The register as it is known."""
        return current_register(self.known)

    @property
    def states(self) -> frozenset[str] | None:
        """The States that are asked for; None for all."""
        geography = self.parameters.get("geography", "")
        if geography in GROUPS:
            known = self.register.states.items()
            return frozenset(code for code, facts in known if facts.group_on(self.last) == geography)
        return frozenset({geography}) if geography else None

    @property
    def donor(self) -> UUID | None:
        """The donor that is asked for; None for all."""
        return UUID(self.parameters["donor"]) if "donor" in self.parameters else None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure comes from.

    Attributes:
        needs: the permission that shows the records; None where all of them are public.
        whole: the permission that shows them all, where that is another one.
        is_told: whether everybody is told what the rule of disclosure lets out.
    """

    count: Callable[[Asking], Counted]
    needs: Permission | None = None
    whole: Permission | None = None
    is_told: bool = True


def _new_adherences(one: Asking) -> Counted:
    return adhering.new_adherences(one.register, *one.period, states=one.states)


def _adherences_given(one: Asking) -> Counted:
    return adhering.adherences_given(one.register, one.last, states=one.states)


def _adherences_held(one: Asking) -> Counted:
    return adhering.adherences_held(one.register, one.last, states=one.states)


def _parties(one: Asking) -> Counted:
    instrument = one.parameters.get("instrument", "")
    return adhering.parties(one.register, one.last, states=one.states, instrument=instrument)


def _parties_to_all(one: Asking) -> Counted:
    of = int(one.parameters.get("of", TWELVE))
    return adhering.parties_to_all(one.register, one.last, states=one.states, of=of)


def _received(one: Asking) -> Counted:
    kind = one.parameters.get("kind", "")
    return asked_for.received(one.reader, *one.period, states=one.states, kind=kind, known=one.known)


def _states_asking(one: Asking) -> Counted:
    kind = one.parameters.get("kind", "")
    return asked_for.states_asking(one.reader, *one.period, states=one.states, kind=kind, known=one.known)


def _stepped(step: str) -> Callable[[Asking], Counted]:
    def count(one: Asking) -> Counted:
        kind = one.parameters.get("kind", "")
        return asked_for.stepped(one.reader, step, *one.period, states=one.states, kind=kind, known=one.known)

    return count


def _pledged(one: Asking) -> Counted:
    return given.pledged(one.reader, *one.period, donor=one.donor, known=one.known)


def _money_received(one: Asking) -> Counted:
    return given.received(one.reader, *one.period, donor=one.donor, known=one.known)


def _money_spent(one: Asking) -> Counted:
    spent_on = one.parameters.get("object", "")
    return given.spent(one.reader, *one.period, donor=one.donor, spent_on=spent_on, known=one.known)


def _visits(one: Asking) -> Counted:
    return assessed.visits(one.reader, *one.period, states=one.states, known=one.known, by_state=False)


def _states_visited(one: Asking) -> Counted:
    return assessed.visits(one.reader, *one.period, states=one.states, known=one.known, by_state=True)


def _needs(one: Asking) -> Counted:
    return assessed.needs(one.reader, one.last, states=one.states, known=one.known)


def _activities(one: Asking) -> Counted:
    return asked_for.activities_delivered(one.reader, *one.period, states=one.states, known=one.known, by_state=False)


def _states_assisted(one: Asking) -> Counted:
    return asked_for.activities_delivered(one.reader, *one.period, states=one.states, known=one.known, by_state=True)


def _consultations(one: Asking) -> Counted:
    return consulted.consultations(one.reader, *one.period, known=one.known, by_body=False)


def _bodies_consulted(one: Asking) -> Counted:
    return consulted.consultations(one.reader, *one.period, known=one.known, by_body=True)


def _unanswered(one: Asking) -> Counted:
    return reviewed.obligations_unanswered(one.reader, one.last, states=one.states, known=one.known)


SOURCES: Mapping[str, Source] = {
    "adherences-new": Source(_new_adherences),
    "adherences-given": Source(_adherences_given),
    "adherences-held": Source(_adherences_held),
    "parties": Source(_parties),
    "states-party-to-all": Source(_parties_to_all),
    "requests-received": Source(_received, REQUESTS_READ),
    "requests-acknowledged": Source(_stepped("acknowledge"), REQUESTS_READ),
    "requests-accepted": Source(_stepped("accept"), REQUESTS_READ),
    "states-asking": Source(_states_asking, REQUESTS_READ),
    "contributions-pledged": Source(_pledged, CONTRIBUTIONS_READ, LEDGER_READ),
    "money-received": Source(_money_received, CONTRIBUTIONS_READ, LEDGER_READ),
    "money-spent": Source(_money_spent, CONTRIBUTIONS_READ, LEDGER_READ),
    "visits-made": Source(_visits, ASSESSMENTS_READ, is_told=False),
    "states-visited": Source(_states_visited, ASSESSMENTS_READ, is_told=False),
    "needs-recorded": Source(_needs, ASSESSMENTS_READ, is_told=False),
    "activities-delivered": Source(_activities, ACTIVITIES_READ),
    "states-assisted": Source(_states_assisted, ACTIVITIES_READ),
    "consultations-sent": Source(_consultations, COORDINATION_READ),
    "bodies-consulted": Source(_bodies_consulted, COORDINATION_READ),
    "obligations-unanswered": Source(_unanswered, LAWS_READ, is_told=False),
}
"""How each of the definitions is counted, by its code."""
