"""Days of people, for the calendar: when roles, memberships and invitations end, which roles wait for them."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import can
from accede.foundation.calendar.entries import Asked, Entry, Status
from accede.foundation.texts import isolated
from accede.modules.identity.access import GRANTS_GIVE
from accede.modules.identity.queries.grants import GrantFacts, grants_visible_to
from accede.modules.identity.queries.invitations import InvitationStatus, invitations_visible_to
from accede.modules.identity.queries.people import memberships_ending


def roles_ending(asked: Asked) -> Iterator[Entry]:
    """Yield when one's own roles end; everybody's for the product itself. What ended before its day is cancelled."""
    reader = asked.reader
    for one in grants_visible_to(reader, person=None if reader.is_system else reader.person):
        if one.valid_until is None or one.waits_for_confirmation or one.given_at.date() > asked.on:
            continue
        ended = one.ended_at if one.ended_at is not None and one.ended_at.date() <= asked.on else None
        words = _("The role %(role)s of %(person)s ends") if reader.is_system else _("Your role %(role)s ends")
        yield Entry(
            key=f"role-{one.id}",
            first=one.valid_until,
            last=one.valid_until,
            title=words % {"role": one.role_words, "person": isolated(one.person_name)},
            words=one.organisation_name or one.scope_name,
            address=reverse("identity:grants"),
            status=Status.CANCELLED if ended is not None and ended.date() < one.valid_until else Status.OPEN,
            changed_at=ended or one.confirmed_at or one.given_at,
        )


def memberships_in(asked: Asked) -> Iterator[Entry]:
    """Yield when one stops acting for a body; everybody for the product itself."""
    for one in memberships_ending(asked.reader):
        if one.valid_until is None:
            continue
        words = (
            _("%(person)s no longer acts for %(organisation)s")
            if asked.reader.is_system
            else _("You no longer act for %(organisation)s")
        )
        yield Entry(
            key=f"membership-{one.id}",
            first=one.valid_until,
            last=one.valid_until,
            title=words % {"person": isolated(one.person_name), "organisation": isolated(one.organisation_name)},
            address=reverse("identity:work"),
            changed_at=datetime.combine(one.valid_from, time(), UTC),
        )


def invitations_in(asked: Asked) -> Iterator[Entry]:
    """Yield when the invitations lapse that one sent; all of them for the product itself."""
    reader = asked.reader
    for one in invitations_visible_to(reader, on=asked.on):
        if not reader.is_system and one.invited_by != reader.person:
            continue
        became = one.status_at(clock.now())
        words = _("An invitation to %(organisation)s ends") if one.organisation_name else _("An invitation ends")
        yield Entry(
            key=f"invitation-{one.id}",
            first=one.expires_at.date(),
            last=one.expires_at.date(),
            title=words % {"organisation": isolated(one.organisation_name)},
            address=reverse("identity:invitations"),
            status={InvitationStatus.ACCEPTED: Status.DONE, InvitationStatus.REVOKED: Status.CANCELLED}.get(
                became, Status.OPEN
            ),
            changed_at=one.accepted_at or one.revoked_at or one.invited_at,
        )


def roles_waiting(asked: Asked) -> Iterator[Entry]:
    """Yield the roles that were proposed and wait for the reader, who could confirm them."""
    reader = asked.reader
    for one in grants_visible_to(reader) if can(reader, GRANTS_GIVE) else []:
        if one.waits_for_confirmation and reader.person not in {one.given_by, one.person}:
            yield _waiting(one)


def _waiting(one: GrantFacts) -> Entry:
    words = _("The role %(role)s for %(person)s waits for a second person")
    return Entry(
        key=f"role-{one.id}",
        first=one.given_at.date(),
        last=one.given_at.date(),
        title=words % {"role": one.role_words, "person": isolated(one.person_name)},
        address=reverse("identity:work"),
        changed_at=one.given_at,
    )
