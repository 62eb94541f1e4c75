"""For whom the person of a request acts: chosen in the session, one click to change."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from accede.foundation import clock
from accede.foundation.access import ANONYMOUS, Actor
from accede.modules.identity.queries.acting import Standpoint, actor_for, chosen_standpoint, standpoints_of
from accede.modules.identity.queries.people import PersonFacts, person_facts

CHOSEN = "acting_for"
"""The session's key of the organisation that was chosen."""

_ON_REQUEST = "accede_reader"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who has signed in, for whom they act now, and for whom else they could."""

    person: PersonFacts
    acting_for: Standpoint | None
    standpoints: tuple[Standpoint, ...]

    @property
    def others(self) -> tuple[Standpoint, ...]:
        """The organisations for which the person could act instead."""
        return tuple(one for one in self.standpoints if one != self.acting_for)


def actor_of_request(request: HttpRequest) -> Actor:
    """Return who acts in a request; for ACCEDE_ACTOR_OF."""
    reader = reader_of(request)
    if reader is None:
        return ANONYMOUS
    here = reader.acting_for.organisation if reader.acting_for else None
    return actor_for(reader.person.id, acting_for=here, on=clock.today())


def reader_of(request: HttpRequest) -> Reader | None:
    """Return who has signed in, looked up once a request; None for a visitor."""
    if not hasattr(request, _ON_REQUEST):
        setattr(request, _ON_REQUEST, _look_up(request))
    found: Reader | None = getattr(request, _ON_REQUEST)
    return found


def forget_reader(request: HttpRequest) -> None:
    """Have the reader looked up anew: they have signed in, or changed for whom they act."""
    if hasattr(request, _ON_REQUEST):
        delattr(request, _ON_REQUEST)


def _look_up(request: HttpRequest) -> Reader | None:
    user = request.user
    if not user.is_authenticated or user.pk is None:
        return None
    standpoints = standpoints_of(user.pk, on=clock.today())
    chosen = _chosen(request)
    acting_for = chosen_standpoint(standpoints, chosen)
    if acting_for is not None and acting_for.organisation != chosen:
        # From now on this one, also when another is added that would stand before it.
        request.session[CHOSEN] = str(acting_for.organisation)
    return Reader(person=person_facts(user.pk), acting_for=acting_for, standpoints=standpoints)


def _chosen(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.session.get(CHOSEN, ""))
    except ValueError:
        return None
