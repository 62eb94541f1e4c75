"""Invitations that were sent, and the one to which a link belongs."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import QuerySet

from accede.foundation import clock
from accede.foundation.access import SYSTEM, Actor, can
from accede.foundation.access.acting import acting
from accede.modules.identity.access import PEOPLE_INVITE
from accede.modules.identity.models import Invitation, SignInLink
from accede.modules.identity.queries.acting import coordinated_by

VALID_FOR = timedelta(days=14)
LONGEST = VALID_FOR + timedelta(days=1)
"""What would hold for longer was written by a clock that ran ahead and has been set back: it does not hold."""


class InvitationStatus(StrEnum):
    """What has become of an invitation."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """An invitation as the pages show it."""

    id: UUID
    email: str
    name: str
    language: str
    organisation: UUID | None
    organisation_name: str
    is_coordinator: bool
    role: str
    scope_kind: str
    scope_key: str
    invited_at: datetime
    invited_by: UUID | None
    invited_by_name: str
    expires_at: datetime
    accepted_at: datetime | None
    revoked_at: datetime | None

    def status_at(self, moment: datetime) -> InvitationStatus:
        """Return what has become of it at `moment`."""
        if self.accepted_at is not None:
            return InvitationStatus.ACCEPTED
        if self.revoked_at is not None:
            return InvitationStatus.REVOKED
        is_of_now = self.expires_at - LONGEST < moment < self.expires_at
        return InvitationStatus.OPEN if is_of_now else InvitationStatus.EXPIRED


def hash_of(token: str) -> bytes:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).digest()


@acting(SYSTEM)
def invitation_with_token(token: str) -> InvitationFacts | None:
    """Return the invitation to which a link belongs, whatever has become of it."""
    row = _rows().filter(token_hash=hash_of(token)).first()
    return _facts(row) if row else None


def invitations_visible_to(actor: Actor, *, on: date) -> list[InvitationFacts]:
    """Return the invitations that the actor may see: all, or those into an organisation that they coordinate."""
    rows = _rows().filter(id__in=Invitation.objects.visible_to(actor).values("id"))
    if not (actor.is_system or can(actor, PEOPLE_INVITE)):
        coordinated = coordinated_by(actor.person, on=on).filter(organisation=actor.acting_for)
        rows = rows.filter(organisation__in=coordinated.values("organisation"))
    return [_facts(row) for row in rows]


@acting(SYSTEM)
def sign_in_link_person(token: str, *, at: datetime) -> UUID | None:
    """Return whom a one-time link signs in, None for one that is unknown, used or too old."""
    rows = SignInLink.objects.filter(token_hash=hash_of(token), used_at__isnull=True, expires_at__gt=at)
    row = rows.filter(made_at__lte=at + clock.MAY_DIFFER).first()
    return row.person_id if row else None


def _rows() -> QuerySet[Invitation]:
    return Invitation.objects.select_related("organisation", "invited_by").order_by("-invited_at", "id")


def _facts(row: Invitation) -> InvitationFacts:
    return InvitationFacts(
        id=row.id,
        email=row.email,
        name=row.name,
        language=row.language,
        organisation=row.organisation_id,
        organisation_name=row.organisation.name if row.organisation else "",
        is_coordinator=row.is_coordinator,
        role=row.role,
        scope_kind=row.scope_kind,
        scope_key=row.scope_key,
        invited_at=row.invited_at,
        invited_by=row.invited_by_id,
        invited_by_name=row.invited_by.name if row.invited_by else "",
        expires_at=row.expires_at,
        accepted_at=row.accepted_at,
        revoked_at=row.revoked_at,
    )
