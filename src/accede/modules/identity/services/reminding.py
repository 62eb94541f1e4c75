"""Reminders of what will end or waits: each is written once, however often it is looked for."""

from datetime import datetime, timedelta

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import NameOf, RoleNamed
from accede.foundation.outbox.notices import notify
from accede.modules.identity import events
from accede.modules.identity.access import GRANTS_GIVE
from accede.modules.identity.models import Grant, Invitation
from accede.modules.identity.models.grants import TWO_PERSON_ROLES
from accede.modules.identity.queries.mailboxes import people_who_may

BEFORE_A_ROLE_ENDS = timedelta(days=14)
BEFORE_AN_INVITATION_ENDS = timedelta(days=3)
A_PROPOSAL_WAITS = timedelta(days=7)


@acting(SYSTEM)
def remind(*, at: datetime) -> None:
    """Remind holders of roles that end, inviters of invitations that lapse, administrators of what waits for them."""
    today = at.date()
    ending = Grant.objects.filter(counts=True, valid_until__gt=today, valid_until__lte=today + BEFORE_A_ROLE_ENDS)
    for row in ending.order_by("id"):
        once, role = f"{row.id} {row.valid_until}", RoleNamed(row.role)
        notify(
            events.ROLE_ENDS_SOON, [row.person_id], at=at, about=str(row.id), once=once, role=role, day=row.valid_until
        )
    still_open = Invitation.objects.filter(accepted_at__isnull=True, revoked_at__isnull=True, invited_by__isnull=False)
    for letter in still_open.filter(expires_at__gt=at, expires_at__lte=at + BEFORE_AN_INVITATION_ENDS).order_by("id"):
        told = [letter.invited_by_id] if letter.invited_by_id else []
        day = letter.expires_at.date()
        notify(events.INVITATION_ENDS_SOON, told, at=at, about=str(letter.id), once=str(letter.id), day=day)
    proposed = Grant.objects.filter(
        counts=False, ended_at__isnull=True, role__in=TWO_PERSON_ROLES, given_at__lte=at - A_PROPOSAL_WAITS
    )
    confirming = people_who_may(GRANTS_GIVE, on=today) if proposed else []
    for row in proposed:
        weeks = (at - row.given_at) // A_PROPOSAL_WAITS
        notify(
            events.ROLE_PROPOSED,
            set(confirming) - {row.given_by_id, row.person_id},
            at=at,
            about=str(row.id),
            once=f"{row.id} {weeks}",
            role=RoleNamed(row.role),
            person=NameOf(row.person_id),
        )
