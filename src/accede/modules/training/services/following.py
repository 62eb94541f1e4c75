"""Ask participants six and twelve months later what they use.

They answer by a link that works once, or through their authority.
"""

import secrets
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accede.core.training.events import EventState
from accede.core.training.keeping import ANSWER_WITHIN, FOLLOWED_UP_AFTER, months_after
from accede.foundation.access import SYSTEM, Actor, Refused, can, or_refuse, require
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.fields import problems_of
from accede.foundation.outbox.letters import Recipient, send
from accede.foundation.problems import UnableTo
from accede.foundation.texts import format_day
from accede.modules.training import events
from accede.modules.training.access import OFFICIALS_NOMINATE, TRAINING_KEEP
from accede.modules.training.fields.following import STATED, FollowUpDetails, FollowUpFacts
from accede.modules.training.models import Attendance, FollowUp, Official, Participant, TrainingEvent
from accede.modules.training.queries.following import follow_up_rows, hash_of, with_token
from accede.modules.training.services.results import tell

_LATE = 3
"""Months after its time in which a question is still asked, where the product rested."""
_MOST_TRAINED = 10_000


@acting(SYSTEM)
def ask_participants(*, at: datetime) -> int:
    """Ask those of whom it is time what they use, each once for each time; return how many were asked.

    Who has an address gets a letter with a link in their language; for all others their authority answers.
    """
    asked = 0
    for months in FOLLOWED_UP_AFTER:
        held = TrainingEvent.objects.filter(state=EventState.HELD.value, last_day__lte=at.date())
        due = [row.pk for row in held if _is_time(row.last_day, months, at.date())]
        present = Attendance.objects.filter(session__event__in=due, session__took_place=True, is_present=True)
        rows = Participant.objects.filter(pk__in=present.values("participant"), erased_at__isnull=True)
        known = FollowUp.objects.filter(months=months).values("participant")
        for row in rows.exclude(pk__in=known).select_related("event").order_by("id"):
            with transaction.atomic():
                _ask(row, months, at=at)
            asked += 1
    return asked


def follow_up_with_token(token: str, *, at: datetime) -> FollowUpFacts | None:
    """Return the question that a link opens: unused, in time; None for any other link."""
    with acting(SYSTEM):
        return with_token(token, on=at.date())


@transaction.atomic
@acting(SYSTEM)
def answer_by_link(token: str, wanted: FollowUpDetails, *, at: datetime) -> None:
    """Answer by the link that was sent; it then works no more.

    Raises:
        Refused: the link does not work: it was used, its time is over, or there is none such.
        UnableTo: the answer is not stated whole.
    """
    rows = FollowUp.objects.select_for_update(of=("self",)).select_related("participant")
    row = rows.filter(token_hash=hash_of(token), until__gte=at.date(), answered_on__isnull=True).first()
    if row is None:
        raise Refused
    _answer(row, wanted, by=SYSTEM, at=at, face=Face.WEB)


@transaction.atomic
def answer_for(key: UUID, wanted: FollowUpDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Write down the answer of a participant who has no link, through their authority or the programme.

    Raises:
        Refused: there is no such question for the actor, it is answered, or they may not.
        UnableTo: the answer is not stated whole, or the time is over.
    """
    rows = follow_up_rows(by).select_for_update(of=("self",)).select_related("participant")
    row = or_refuse(rows.filter(pk=key, answered_on__isnull=True).first())
    if not can(by, TRAINING_KEEP, on=row):
        require(by, OFFICIALS_NOMINATE, on=row)
    if row.until < at.date():
        raise UnableTo({"use": _("The time to answer ended on %(day)s.") % {"day": format_day(row.until)}})
    _answer(row, wanted, by=by, at=at, face=face)


def _is_time(last_day: date, months: int, today: date) -> bool:
    return months_after(last_day, months) <= today <= months_after(last_day, months + _LATE)


def _ask(row: Participant, months: int, *, at: datetime) -> None:
    until = at.date() + timedelta(days=ANSWER_WITHIN)
    official = Official.objects.get(pk=row.pk)
    token = secrets.token_urlsafe(32) if official.email else ""
    FollowUp.objects.create(
        level=row.level,
        owner=row.owner,
        participant=row,
        months=months,
        asked_on=at.date(),
        until=until,
        token_hash=hash_of(token) if token else None,
    )
    if token:
        with translation.override(row.language):
            path = reverse("training:answer-by-link", args=[token])
        send(
            "training/mail/follow_up",
            Recipient(official.email, row.language),
            context={
                "title": row.event.title,
                "address": f"{settings.ACCEDE_SITE}{path}",
                "until": format_day(until, row.language),
            },
            about=f"training:{row.event_id}",
            until=datetime.combine(until, time.max, UTC),
        )
    tell(events.FOLLOWED_UP, row, by=SYSTEM, at=at, face=Face.JOB)


def _answer(row: FollowUp, wanted: FollowUpDetails, *, by: Actor, at: datetime, face: Face) -> None:
    problems = problems_of(STATED, wanted)
    if wanted.trained and not (wanted.trained.isdecimal() and int(wanted.trained) <= _MOST_TRAINED):
        problems["trained"] = _("Write a whole number.")
    if problems:
        raise UnableTo(problems)
    row.use, row.words, row.answered_on, row.token_hash = wanted.use, wanted.words, at.date(), None
    row.trained = int(wanted.trained) if wanted.trained else None
    row.save(update_fields=["use", "words", "answered_on", "token_hash", "trained"])
    tell(events.ANSWERED, row.participant, by=by, at=at, face=face)
