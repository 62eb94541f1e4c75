"""Questions to participants some months later, as far as the reader may see them."""

import hashlib
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from accede.foundation.access import Actor
from accede.modules.training.fields.following import FollowUpFacts
from accede.modules.training.models import FollowUp
from accede.modules.training.queries.people import participant_rows


def follow_up_rows(actor: Actor) -> "QuerySet[FollowUp]":
    """Return the questions to the participants that the actor may see."""
    rows: QuerySet[FollowUp] = FollowUp.objects.visible_to(actor)
    return rows.filter(participant__in=participant_rows(actor))


def follow_ups_of(actor: Actor, participant: UUID) -> list[FollowUpFacts]:
    """Return what a participant was asked, in order."""
    rows = follow_up_rows(actor).filter(participant=participant).select_related("participant").order_by("months")
    return [_fact(row, "") for row in rows]


def follow_up_visible_to(actor: Actor, key: UUID) -> tuple[UUID, FollowUpFacts] | None:
    """Return an open question and the nomination that it belongs to, None if there is none for this actor."""
    rows = follow_up_rows(actor).filter(answered_on__isnull=True).select_related("participant")
    row = rows.filter(pk=key).first()
    return None if row is None else (row.participant_id, _fact(row, ""))


def with_token(token: str, *, on: date) -> FollowUpFacts | None:
    """Return the question that a link opens; the caller acts as the product."""
    rows = FollowUp.objects.filter(token_hash=hash_of(token), until__gte=on, answered_on__isnull=True)
    row = rows.select_related("participant__event").first()
    return None if row is None else _fact(row, row.participant.event.title)


def hash_of(token: str) -> bytes:
    """Return what is kept of a link."""
    return hashlib.sha256(token.encode()).digest()


def _fact(row: FollowUp, title: str) -> FollowUpFacts:
    return FollowUpFacts(
        id=row.pk,
        event=row.participant.event_id,
        title=title,
        months=row.months,
        language=row.participant.language,
        until=row.until,
        answered_on=row.answered_on,
        use=row.use,
        trained=row.trained,
        words=row.words,
    )
