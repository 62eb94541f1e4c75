"""The file of a State: each reader sees their part of it, in their language, in a constant number of queries."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from accede.foundation.access import Actor, Permission, Scope, can
from accede.foundation.fields import Words
from accede.foundation.files.storing import files_belonging_to
from accede.modules.assessments.access import ASSESSMENTS_READ
from accede.modules.assessments.fields.codes import PRIORITIES, STAGES, STANDINGS
from accede.modules.assessments.queries.of_state import assessments_of_state, consents_of_state, needs_of_state
from accede.modules.assistance.access import ACTIVITIES_READ, REQUESTS_READ
from accede.modules.assistance.fields.activities import ACTIVITY_STATES
from accede.modules.assistance.fields.codes import STATES as REQUEST_STATES
from accede.modules.assistance.queries.of_state import activities_of_state, requests_of_state
from accede.modules.coordination.access import COORDINATION_READ
from accede.modules.coordination.fields.codes import STATES as CONSULTATION_STATES
from accede.modules.coordination.queries.of_state import consultations_of_state
from accede.modules.legislation.access import LAWS_READ
from accede.modules.legislation.fields.codes import STANDINGS as LAW_STANDINGS
from accede.modules.legislation.queries.of_state import laws_of_state
from accede.modules.outcomes.access import OUTCOMES_READ
from accede.modules.outcomes.fields.codes import STATUSES
from accede.modules.outcomes.fields.joining import NEXT_STEP
from accede.modules.outcomes.fields.state_file import FileEntry
from accede.modules.outcomes.queries.joining import ways_of_state
from accede.modules.outcomes.queries.outcomes import names_of_states, outcomes_of_state
from accede.modules.reference.queries.of_state import MOST, Line
from accede.modules.treaties.queries.register import Register, current_register
from accede.modules.treaties.words.chronology import acts_of
from accede.modules.treaties.words.standings import StandingLine, standings_of

OPENS = (REQUESTS_READ, ACTIVITIES_READ, ASSESSMENTS_READ, LAWS_READ, OUTCOMES_READ)
"""The file of a State opens to whoever may see a part of it that is not public."""


@dataclass(frozen=True, slots=True)
class StateFile:
    """The file of a State on a day, as one reader sees it. `standings`: none for an invented State."""

    code: str
    name: str
    on: date
    standings: tuple[StandingLine, ...]
    entries: tuple[FileEntry, ...]

    @property
    def bound(self) -> int:
        """Under how many instruments the State is bound."""
        return sum(one.is_bound for one in self.standings)


def may_open(actor: Actor, state: str) -> bool:
    """Return whether the file of a State opens to an actor."""
    scope = Scope("state", state)
    return any(can(actor, one, on=scope) for one in OPENS)


def state_file(actor: Actor, state: str, *, on: date, language: str) -> StateFile:
    """Return what the reader may see of a State, in the order of its days; what has no day comes last."""
    register = current_register()
    entries = [*_acts(register, state, on=on, language=language), *_beside(actor, state, on=on)]
    entries.sort(key=lambda one: (one.first or date.max, one.part, one.key))
    is_real = state in register.states
    return StateFile(
        state,
        names_of_states({state})[state],
        on,
        standings_of(register, state, on=on, language=language) if is_real else (),
        tuple(entries),
    )


def _acts(register: Register, state: str, *, on: date, language: str) -> Iterator[FileEntry]:
    for one in acts_of(register, state, until=on, language=language) if state in register.states else ():
        address = reverse("treaties:record-detail", args=[one.state, one.instrument])
        yield FileEntry("act", one.key, one.on, None, one.title, one.words, address)


def _beside(actor: Actor, state: str, *, on: date) -> Iterator[FileEntry]:
    scope = Scope("state", state)

    def seen(needs: Permission, find: Callable[[], Sequence[Line]]) -> Sequence[Line]:
        return find() if can(actor, needs, on=scope) else ()

    visits = seen(ASSESSMENTS_READ, lambda: assessments_of_state(actor, state))
    activities = seen(ACTIVITIES_READ, lambda: activities_of_state(actor, state))
    about = {"visit": [one.key for one in visits], "activity": [one.key for one in activities]}
    yield from _entries(
        "consent",
        seen(ASSESSMENTS_READ, lambda: consents_of_state(actor, state, on=on)),
        STANDINGS,
        "assessments:consent",
    )
    yield from _entries("visit", visits, STAGES, "assessments:assessment")
    yield from _entries(
        "need", seen(ASSESSMENTS_READ, lambda: needs_of_state(actor, state)), PRIORITIES, "assessments:need"
    )
    yield from _entries(
        "request", seen(REQUESTS_READ, lambda: requests_of_state(actor, state)), REQUEST_STATES, "assistance:request"
    )
    yield from _entries("activity", activities, ACTIVITY_STATES, "assistance:activity")
    consultations = seen(COORDINATION_READ, lambda: consultations_of_state(actor, about))
    yield from _entries("consultation", consultations, CONSULTATION_STATES, "coordination:consultation")
    yield from _entries("law", seen(LAWS_READ, lambda: laws_of_state(actor, state)), LAW_STANDINGS, "legislation:law")
    if can(actor, OUTCOMES_READ, on=scope):
        yield from _entries("joining", ways_of_state(actor, state, on=on), NEXT_STEP.choices or {}, "outcomes:way")
        outcomes = [
            Line(str(one.number), one.happened_on, None, one.title, one.status)
            for one in outcomes_of_state(actor, state, on=on)
        ]
        yield from _entries("outcome", outcomes, STATUSES, "outcomes:outcome")
    for one in files_belonging_to(actor, scope, most=MOST):
        address = reverse("files:file", args=[one.id])
        yield FileEntry("file", str(one.id), one.stored_at.date(), None, one.name, "", address)


def _entries(part: str, lines: Sequence[Line], words: Mapping[str, Words], name: str) -> Iterator[FileEntry]:
    for one in lines:
        status = str(words.get(one.status, one.status))
        yield FileEntry(part, one.key, one.first, one.last, one.title, status, reverse(name, args=[one.key]))
