"""Record what participants knew before and after, and issue their certificates."""

import secrets
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from accede.core.training.events import EventState
from accede.core.training.nominations import Standing
from accede.foundation.access import SYSTEM, Actor, Level, can, or_refuse, require
from accede.foundation.access.acting import acting
from accede.foundation.audit import EventType, Face
from accede.foundation.audit.recording import record
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.training import events
from accede.modules.training.access import OFFICIALS_NOMINATE, TRAINING_KEEP
from accede.modules.training.fields.codes import SHOWN_TO_ALL
from accede.modules.training.fields.people import Results
from accede.modules.training.models import Assessment, Attendance, Certificate, Participant, Session, TrainingEvent
from accede.modules.training.queries.people import facts_of, officials_seen, participant_rows

_MOST = 100
_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""What numbers of certificates are made of: no sign looks like another."""


@transaction.atomic
def record_results(key: UUID, wanted: Results, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Record what a participant knew before and after, of 100; what is left empty stays as it was.

    Raises:
        Refused: there is no such participant for the actor, or they may not.
        UnableTo: a result is none, or the official was not admitted.
    """
    row = held_participant(key, by=by)
    problems: dict[str, str] = {}
    if row.standing != Standing.CONFIRMED:
        problems[EVERYWHERE] = _("Results are recorded of those whose seats are confirmed.")
    found: dict[str, int] = {}
    for moment, text in (("before", wanted.before), ("after", wanted.after)):
        if text and not (text.isdecimal() and int(text) <= _MOST):
            problems[moment] = _("Write a whole number from 0 to 100.")
        elif text:
            found[moment] = int(text)
    if problems:
        raise UnableTo(problems)
    for moment, result in found.items():
        told = {"result": result, "level": row.level, "owner": row.owner}
        Assessment.objects.update_or_create(participant=row, moment=moment, defaults=told)
    if found:
        tell(events.ASSESSED, row, by=by, at=at, face=face)


@transaction.atomic
def issue_certificate(key: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> str:
    """Issue the certificate of a participant; return its number. Asked again it is the same one.

    Its words are kept in the language of the participant as they were when it was issued.

    Raises:
        Refused: there is no such participant for the actor, they may not, or the name is not for them.
        UnableTo: the event is not over, or the official was present at no session that took place.
    """
    row = held_participant(key, by=by)
    there = Certificate.objects.filter(participant=row).first()
    if there is not None:
        return there.number
    name = facts_of([row], by)[0]
    or_refuse(officials_seen(by, [row.pk]).get(row.pk))
    event = TrainingEvent.objects.get(pk=row.event_id)
    held = Session.objects.filter(event=event, took_place=True)
    present = Attendance.objects.filter(session__in=held, participant=row, is_present=True)
    hours = held.filter(pk__in=present.values("session")).aggregate(Sum("hours"))["hours__sum"] or Decimal()
    if event.state != EventState.HELD or not hours:
        raise UnableTo({EVERYWHERE: _("A certificate is for who was present at an event that was held.")})
    number = "-".join("".join(secrets.choice(_SIGNS) for _each in range(5)) for _group in range(4))
    words = {
        "name": name.name,
        "title": event.title,
        "place": event.place,
        "first_day": event.first_day.isoformat(),
        "last_day": event.last_day.isoformat(),
        "hours": str(hours.normalize()) if hours % 1 else str(int(hours)),
        "language": row.language,
    }
    told = {"level": row.level, "owner": row.owner, "number": number, "issued_on": at.date(), "words": words}
    if row.is_protected:
        # The words hold the name: what is for two people stays for two.
        with acting(SYSTEM):
            readers = officials_seen(by, [row.pk])[row.pk].readers
        told |= {"level": Level.RESTRICTED.value, "readers": readers}
    Certificate.objects.create(participant=row, **told)
    tell(events.CERTIFIED, row, by=by, at=at, face=face)
    return number


@transaction.atomic
def show_certificate(key: UUID, shown: str, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Set what a certificate shows to whoever checks it, as its holder wants it.

    Raises:
        Refused: there is no certificate for the actor, or they may not.
        UnableTo: it is no such choice, or the name is protected.
    """
    row = or_refuse(participant_rows(by).filter(pk=key).first())
    if not can(by, TRAINING_KEEP, on=row):
        require(by, OFFICIALS_NOMINATE, on=row)
    found = or_refuse(Certificate.objects.visible_to(by).filter(participant=row).first())
    if shown not in SHOWN_TO_ALL or (row.is_protected and shown == "name"):
        raise UnableTo({"shown": _("Choose what it shows. A protected name is never shown.")})
    found.shown = shown
    found.save(update_fields=["shown"])
    tell(events.CERTIFICATE_SHOWN, row, by=by, at=at, face=face)


def held_participant(key: UUID, *, by: Actor) -> Participant:
    """Return a nomination that the programme's actor may write, locked.

    Raises:
        Refused: there is none.
    """
    row: Participant = or_refuse(participant_rows(by).select_for_update().filter(pk=key).first())
    require(by, TRAINING_KEEP, on=row)
    return row


def tell(what: EventType, row: Participant, *, by: Actor, at: datetime, face: Face) -> None:
    """Record what happened to a nomination, which the record knows by its number."""
    with acting(SYSTEM):
        title = TrainingEvent.objects.values_list("title", flat=True).get(pk=row.event_id)
    about = events.event_subject(row.event_id, row.belongs_to)
    record(what, about=about, by=by, at=at, face=face, training=title, number=f"{row.state_code}-{row.running}")
