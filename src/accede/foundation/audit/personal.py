"""What the record holds of a person: given to them, and taken out of the record where the rules allow."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from accede.foundation.access import SYSTEM, Actor, Level
from accede.foundation.access.acting import acting
from accede.foundation.audit.events import DETAILS_TAKEN_AWAY, Face, Subject
from accede.foundation.audit.models import Detail, Event
from accede.foundation.audit.recording import record


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """An event that a person had a part in, as data."""

    at: datetime
    key: str
    face: str
    part: str
    about_kind: str
    about_key: str
    detail: Any


def events_of(person: UUID) -> list[OwnEvent]:
    """Return what the record holds of a person: what they did, and what was done about them, the earliest first.

    Details of what they did to other things stay out: those belong to the things.
    """
    with acting(SYSTEM):
        found = Event.objects.filter(Q(person=person) | _about(person)).select_related("detail").order_by("at", "pk")
        return [
            OwnEvent(
                at=event.at,
                key=event.key,
                face=event.face,
                part="about" if is_about else "by",
                about_kind=event.about_kind,
                about_key=event.about_key,
                detail=event.detail.body if is_about else None,
            )
            for event in found
            for is_about in [event.about_kind == "person" and event.about_key == str(person)]
        ]


def take_details_away(person: UUID, *, by: Actor, at: datetime, face: Face) -> int:
    """Take away the details of all events about a person; return of how many.

    The chain holds, and says that it was done.
    Who may ask for it, and when, is the caller's rule.
    """
    with acting(SYSTEM):
        details = Detail.objects.filter(event__in=Event.objects.filter(_about(person)), taken_away_at__isnull=True)
        # Who asks at the same time waits, and then finds nothing left to take.
        keys = list(details.order_by("event_id").select_for_update().values_list("event_id", flat=True))
        for key in keys:
            about = Subject("event", str(key), level=Level.PROGRAMME)
            record(DETAILS_TAKEN_AWAY, about=about, by=by, at=at, face=face)
        return int(Detail.objects.filter(pk__in=keys).update(salt=None, body=None, taken_away_at=at))


def _about(person: UUID) -> Q:
    return Q(about_kind="person", about_key=str(person))
