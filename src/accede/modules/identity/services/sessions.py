"""Sessions, and what happens to the ways of signing in: written down."""

from datetime import datetime
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from accede.foundation.access import Actor
from accede.foundation.audit import EventType, Face, NameOf
from accede.foundation.audit.recording import record
from accede.modules.identity import events
from accede.modules.identity.services.people import sign_out_everywhere


def note(event: EventType, *, by: Actor, at: datetime) -> None:
    """Write down something that a person did to their own account."""
    if by.person is not None:
        record(event, about=events.person_subject(by.person), by=by, at=at, face=Face.WEB)


def note_standpoint(organisation: UUID, *, by: Actor, at: datetime) -> None:
    """Write down that a person went over to acting for another of their organisations."""
    if by.person is not None:
        about = events.person_subject(by.person)
        name = NameOf(organisation)
        record(events.STANDPOINT_CHOSEN, about=about, by=by, at=at, face=Face.WEB, organisation=name)


@transaction.atomic
def end_all_sessions(*, by: Actor, at: datetime) -> int:
    """End every session of the person who asks, this one too; return how many there were."""
    if by.person is None:
        return 0
    note(events.SIGNED_OUT_EVERYWHERE, by=by, at=at)
    return sign_out_everywhere(by.person)


@transaction.atomic
def end_other_sessions(person: UUID, *, but: str) -> None:
    """End a person's sessions but one, by its key: they were begun without the second factor that there is now."""
    for session in UserSession.objects.filter(user=person).exclude(session_key=but):
        session.end()


@transaction.atomic
def forget_ended_sessions(*, at: datetime) -> int:
    """Delete the sessions that had ended by `at`, with where and by which browser they were begun; return how many."""
    ended, _each = Session.objects.filter(expire_date__lt=at).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return ended
