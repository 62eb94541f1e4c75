"""Invite people, take invitations back, accept them. Only the hash of a link is kept; a link works once."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import ALL, SYSTEM, Actor, Refused, Scope, can, require
from accede.foundation.access.acting import acting
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.audit import EventType, Face, NameOf
from accede.foundation.audit.recording import record
from accede.foundation.outbox.letters import stop_about
from accede.foundation.outbox.notices import notify
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.identity import events
from accede.modules.identity.access import GRANTS_GIVE, PEOPLE_INVITE
from accede.modules.identity.models import Grant, Invitation, Person
from accede.modules.identity.models.grants import TWO_PERSON_ROLES
from accede.modules.identity.queries.acting import coordinated_by
from accede.modules.identity.queries.invitations import (
    LONGEST,
    VALID_FOR,
    InvitationFacts,
    hash_of,
    invitation_with_token,
)
from accede.modules.identity.queries.scopes import has_ended
from accede.modules.identity.services.grants import OPERATOR_IS_TOO_LATE, TWO, administrators, reach_of, tell
from accede.modules.identity.services.memberships import join_now
from accede.modules.identity.services.people import LANGUAGES, is_address, register, reopen


@dataclass(frozen=True, slots=True)
class NewInvitation:
    """Whom to invite, into which organisation, with which role."""

    email: str
    language: str
    name: str = ""
    organisation: UUID | None = None
    is_coordinator: bool = False
    role: str = ""
    scope_kind: str = ""
    scope_key: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation just made. Its link is known here and to the invited person only."""

    invitation: InvitationFacts
    token: str


@transaction.atomic
def invite(new: NewInvitation, *, by: Actor, at: datetime, face: Face = Face.WEB) -> Invited:
    """Invite somebody; an older open invitation of the same body to the same address is taken back.

    An administrator invites anybody; a coordinator invites into the organisation for which they act, without a role.
    Whether another body has invited the address, or it has an account, changes nothing that the inviter meets: each
    letter counts for the body that sent it, and what is there already is found when its link is opened.

    Raises:
        Refused: the actor may not.
        UnableTo: the invitation is not described whole.
    """
    if not may_invite(by, organisation=new.organisation):
        raise Refused
    if new.role:
        require(by, GRANTS_GIVE)
    key, of_scope = reach_of(new.role, kind=new.scope_kind, key=new.scope_key, on=at.date()) if new.role else ("", {})
    if problems := of_scope | _problems(new, by=by, at=at):
        raise UnableTo(problems)
    email = new.email.strip().lower()
    _one_at_a_time(email, new.organisation)
    Invitation.objects.filter(
        email__iexact=email, organisation=new.organisation, accepted_at__isnull=True, revoked_at__isnull=True
    ).update(revoked_at=at, revoked_by=by.person)
    token = secrets.token_urlsafe(32)
    row = Invitation.objects.create(
        token_hash=hash_of(token),
        email=email,
        name=new.name.strip(),
        language=new.language,
        organisation_id=new.organisation,
        is_coordinator=new.is_coordinator,
        role=new.role,
        scope_kind=new.scope_kind,
        scope_key=key,
        because=new.because.strip(),
        invited_at=at,
        invited_by_id=by.person,
        expires_at=at + VALID_FOR,
    )
    _tell(events.INVITATION_SENT, row, by=by, at=at, face=face)
    made = invitation_with_token(token)
    assert made is not None  # noqa: S101  (written two lines above)
    return Invited(invitation=made, token=token)


def may_invite(by: Actor, *, organisation: UUID | None) -> bool:
    """Return whether the actor may invite people into that organisation."""
    within = ALL if organisation is None else Scope(ORGANISATION, str(organisation))
    if can(by, PEOPLE_INVITE, on=within):
        return True
    return (
        organisation is not None
        and organisation == by.acting_for
        and coordinated_by(by.person, on=clock.today()).filter(organisation=organisation).exists()
    )


@transaction.atomic
def revoke_invitation(invitation: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Take an invitation back: its link no longer works.

    Raises:
        Refused: the actor may not, or there is no such invitation.
        UnableTo: it was accepted or taken back already.
    """
    row = Invitation.objects.select_for_update().filter(id=invitation).first()
    if row is None or not may_invite(by, organisation=row.organisation_id):
        raise Refused
    if row.accepted_at is not None or row.revoked_at is not None:
        raise UnableTo({EVERYWHERE: _("This invitation was accepted or taken back already.")})
    row.revoked_at = at
    row.revoked_by_id = by.person
    row.save(update_fields=["revoked_at", "revoked_by"])
    stop_about(events.letter_about(row.id))
    _tell(events.INVITATION_REVOKED, row, by=by, at=at, face=face)


@acting(SYSTEM)
def accept_as_new_person(token: str, *, name: str, language: str, password: str | None, at: datetime) -> UUID:
    """Make the account of somebody who was invited, and return its key; without a password they set a passkey next.

    An account of that address that was closed opens again, with nothing of what it held before.

    Raises:
        Refused: the link does not work, or the address has an open account already.
    """
    row = _open(token, at=at)
    before = Person.objects.select_for_update().filter(email__iexact=row.email).first()
    if before is not None and before.is_active:
        raise Refused
    if before is None:
        person = register(email=row.email, name=name, language=language, password=password, at=at)
    else:
        person = reopen(before.id, name=name, language=language, password=password, at=at)
    _take_up(row, person=person, at=at)
    return person


@acting(SYSTEM)
def accept_as(person: UUID, token: str, *, at: datetime) -> None:
    """Have somebody who has an account already take up an invitation sent to their address.

    Raises:
        Refused: the link does not work, or it was sent to another address.
    """
    row = _open(token, at=at)
    if not Person.objects.filter(id=person, email__iexact=row.email, is_active=True).exists():
        raise Refused
    _take_up(row, person=person, at=at)


def _open(token: str, *, at: datetime) -> Invitation:
    rows = Invitation.objects.select_for_update().filter(
        token_hash=hash_of(token), accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=at
    )
    row = rows.filter(expires_at__lt=at + LONGEST).first()
    if row is None or not _still_offers(row, on=at.date()):
        raise Refused
    return row


def _still_offers(row: Invitation, *, on: date) -> bool:
    """Return whether the role that was offered is still there, and what it reaches: both may have gone meanwhile."""
    return not row.role or not reach_of(row.role, kind=row.scope_kind, key=row.scope_key, on=on)[1]


def _take_up(row: Invitation, *, person: UUID, at: datetime) -> None:
    row.accepted_at = at
    row.accepted_by_id = person
    row.save(update_fields=["accepted_at", "accepted_by"])
    by = Actor(person=person, acting_for=row.organisation_id)
    _tell(events.INVITATION_ACCEPTED, row, by=by, at=at)
    if row.invited_by_id is not None:
        about = str(row.id)
        notify(events.INVITATION_TAKEN_UP, [row.invited_by_id], at=at, about=about, person=NameOf(person))
    if row.organisation_id is not None:
        join_now(row.organisation_id, person=person, is_coordinator=row.is_coordinator, by=by, at=at)
    if row.role:
        _give_role_of(row, person=person, at=at)


def _give_role_of(row: Invitation, *, person: UUID, at: datetime) -> None:
    """Give the role in the name of whoever invited; what needs two persons still waits for the second one."""
    grant = Grant.objects.create(
        person_id=person,
        organisation_id=row.organisation_id,
        role=row.role,
        scope_kind=row.scope_kind,
        scope_key=row.scope_key,
        valid_from=at.date(),
        because=row.because,
        given_at=at,
        given_by_id=row.invited_by_id,
        by_operator=row.invited_by_id is None,
    )
    grant.refresh_from_db()
    by = SYSTEM if row.invited_by_id is None else Actor(person=row.invited_by_id)
    tell(events.GRANT_GIVEN if grant.counts else events.GRANT_PROPOSED, grant, because=row.because, by=by, at=at)


def _one_at_a_time(email: str, organisation: UUID | None) -> None:
    """Let two who invite one address into one body at one moment do so one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"invitation {email} {organisation}"])


def _problems(new: NewInvitation, *, by: Actor, at: datetime) -> dict[str, str]:
    found: dict[str, str] = {}
    if not is_address(new.email.strip()):
        found["email"] = _("Write an e-mail address, such as name@example.org.")
    if new.language not in LANGUAGES:
        found["language"] = _("Choose the language of the invitation.")
    if new.role and not new.because.strip():
        found["because"] = _("Write why this person is to hold the role, for example the letter that names them.")
    if by.is_system and new.role in TWO_PERSON_ROLES and administrators() + _others_invited(new, at=at) >= TWO:
        found["role"] = str(OPERATOR_IS_TOO_LATE)
    if new.is_coordinator and new.organisation is None:
        found["organisation"] = _("Choose the organisation whose coordinator this person is to be.")
    if new.organisation is not None and has_ended(str(new.organisation)):
        found["organisation"] = _("Choose an organisation that has not ended.")
    return found


def _others_invited(new: NewInvitation, *, at: datetime) -> int:
    """Return how many others the operator has invited already to one of the two-person roles."""
    still_open = Invitation.objects.filter(
        role__in=TWO_PERSON_ROLES,
        invited_by__isnull=True,
        accepted_at__isnull=True,
        revoked_at__isnull=True,
        expires_at__gt=at,
    )
    return still_open.exclude(email__iexact=new.email.strip()).count()


def _tell(event: EventType, row: Invitation, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    about = events.invitation_subject(row.id, organisation=row.organisation_id)
    record(event, about=about, by=by, at=at, face=face, after={"role": row.role, "coordinator": row.is_coordinator})
