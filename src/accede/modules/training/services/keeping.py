"""What is kept on an official: taken out on request, taken away on request, and taken away when its time is over."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.training.keeping import kept_until
from accede.foundation.access import SYSTEM, Actor, can, or_refuse, require
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.training import events
from accede.modules.training.access import OFFICIALS_NOMINATE, TRAINING_KEEP
from accede.modules.training.fields.people import ParticipantFacts
from accede.modules.training.models import Assessment, Certificate, FollowUp, Official, Participant
from accede.modules.training.queries.people import officials_seen, participant_rows, participant_visible_to
from accede.modules.training.services.results import tell


@transaction.atomic
def take_out(key: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> ParticipantFacts:
    """Return all that is kept on an official by one nomination, for the official to be given.

    Raises:
        Refused: there is no such nomination for the actor, they may not, or the name is not for them.
    """
    row = _held(key, by=by)
    or_refuse(officials_seen(by, [row.pk]).get(row.pk))
    tell(events.EXPORTED, row, by=by, at=at, face=face)
    return or_refuse(participant_visible_to(by, key))


@transaction.atomic
def erase(key: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Take away what names an official; the nomination stays as a number, so that the figures stay right.

    Name, year, authority, post, address, results, certificate and answers go; sex, State, function, language and
    attendance stay.

    Raises:
        Refused: there is no such nomination for the actor, they may not, or the name is not for them.
        UnableTo: it was taken away already.
    """
    row = _held(key, by=by)
    if row.erased_at is not None:
        raise UnableTo({EVERYWHERE: _("What names this official was taken away already.")})
    or_refuse(officials_seen(by, [row.pk]).get(row.pk))
    _forget(row, at=at)
    tell(events.ERASED, row, by=by, at=at, face=face)


@acting(SYSTEM)
def erase_what_is_over(*, at: datetime) -> int:
    """Take away what names the officials of events whose time to be kept is over; return of how many."""
    rows = Participant.objects.filter(erased_at__isnull=True).select_related("event").order_by("id")
    over = [row for row in rows.filter(event__last_day__lt=at.date()) if kept_until(row.event.last_day) < at.date()]
    for row in over:
        with transaction.atomic():
            _forget(row, at=at)
            tell(events.ERASED, row, by=SYSTEM, at=at, face=Face.JOB)
    return len(over)


def _forget(row: Participant, *, at: datetime) -> None:
    with acting(SYSTEM):
        for table in (Certificate, Assessment, FollowUp, Official):
            table.objects.filter(participant=row).delete()
        row.erased_at = at
        row.reason = "–" if row.reason else ""
        row.save(update_fields=["erased_at", "reason"])


def _held(key: UUID, *, by: Actor) -> Participant:
    row: Participant = or_refuse(participant_rows(by).select_for_update().filter(pk=key).first())
    if not can(by, TRAINING_KEEP, on=row):
        require(by, OFFICIALS_NOMINATE, on=row)
    return row
