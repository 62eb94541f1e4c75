"""Accounts: made when an invitation is accepted, changed by their holder, closed, and emptied of the name."""

import zoneinfo
from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Refused, require
from accede.foundation.audit import Face, NameOf
from accede.foundation.audit.personal import take_details_away
from accede.foundation.audit.recording import record
from accede.foundation.calendar.addresses import forget_address
from accede.foundation.forms.tasks import forget_drafts
from accede.foundation.outbox.letters import forget_person
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.foundation.search.writing import keep_found
from accede.modules.identity import events
from accede.modules.identity.access import PEOPLE_CLOSE
from accede.modules.identity.models import Invitation, Membership, Person, SignInLink
from accede.modules.identity.services.grants import end_all

LONGEST_ADDRESS = 254
"""RFC 5321, sections 4.5.3.1.1 to 4.5.3.1.3, as its erratum 1690 reckons them together."""
LANGUAGES = frozenset(code for code, _name in settings.LANGUAGES)


@transaction.atomic
def register(
    *,
    email: str,
    name: str,
    language: str,
    password: str | None,
    at: datetime,
    is_sample: bool = False,
    face: Face = Face.WEB,
) -> UUID:
    """Make an account for somebody whose address is known to be theirs, and return its key."""
    person = Person(
        email=email.strip().lower(), name=name.strip(), preferred_language=language, joined_at=at, is_sample=is_sample
    )
    if password:
        person.set_password(password)
    else:
        person.set_unusable_password()
    person.save()
    keep_found("person", [person.id])
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    by = Actor(person=person.id)
    record(events.PERSON_JOINED, about=events.person_subject(person.id), by=by, at=at, face=face)
    return person.id


@transaction.atomic
def reopen(person: UUID, *, name: str, language: str, password: str | None, at: datetime) -> UUID:
    """Open a closed account again for its holder, who was invited once more. What it held before stays ended."""
    row = Person.objects.select_for_update().get(id=person)
    row.name, row.preferred_language, row.is_active = name.strip(), language, True
    if password:
        row.set_password(password)
    row.save(update_fields=["name", "preferred_language", "is_active", "password"])
    keep_found("person", [person])
    EmailAddress.objects.filter(user=row).delete()
    EmailAddress.objects.create(user=row, email=row.email, verified=True, primary=True)
    by = Actor(person=row.id)
    record(events.ACCOUNT_REOPENED, about=events.person_subject(row.id), by=by, at=at, face=Face.WEB)
    return row.id


@transaction.atomic
def change_account(*, name: str, language: str, time_zone: str, by: Actor, at: datetime) -> None:
    """Have a person change their own name, language and time zone.

    Raises:
        UnableTo: one of them is not known.
    """
    problems: dict[str, str] = {}
    if not name.strip():
        problems["name"] = _("Write your name.")
    if language not in LANGUAGES:
        problems["language"] = _("Choose a language.")
    if time_zone not in time_zones():
        problems["time_zone"] = _("Choose a time zone.")
    if problems:
        raise UnableTo(problems)
    if by.person is None:
        raise Refused
    person = Person.objects.select_for_update().get(id=by.person)
    before = {"name": person.name, "language": person.preferred_language, "time_zone": person.time_zone}
    after = {"name": name.strip(), "language": language, "time_zone": time_zone}
    if before == after:
        return
    person.name, person.preferred_language, person.time_zone = after["name"], language, time_zone
    person.save(update_fields=["name", "preferred_language", "time_zone"])
    keep_found("person", [person.id])
    record(
        events.ACCOUNT_CHANGED,
        about=events.person_subject(person.id),
        by=by,
        at=at,
        face=Face.WEB,
        before=before,
        after=after,
    )


@transaction.atomic
def close_account(person: UUID, *, because: str, by: Actor, at: datetime) -> None:
    """Close an account: its roles, memberships, sessions and ways of signing in end.

    Raises:
        Refused: the actor may not, or there is no such open account.
        UnableTo: no reason is given, or the person is oneself or the last administrator.
    """
    require(by, PEOPLE_CLOSE)
    row = Person.objects.select_for_update().filter(id=person, is_active=True).first()
    if row is None:
        raise Refused
    if not because.strip():
        raise UnableTo({"because": _("Write why the account is closed.")})
    if person == by.person:
        raise UnableTo({EVERYWHERE: _("Nobody can close their own account. Ask another administrator.")})
    end_all(person, because=because, by=by, at=at)
    not_ended = Membership.objects.filter(Q(valid_until__gt=at.date()) | Q(valid_until__isnull=True), person=row)
    not_ended.update(valid_until=Greatest("valid_from", at.date()))
    # What was sent before must not undo this: the account opens again by an invitation of afterwards only.
    Invitation.objects.filter(email__iexact=row.email, accepted_at__isnull=True, revoked_at__isnull=True).update(
        revoked_at=at, revoked_by=by.person
    )
    sign_out_everywhere(person)
    row.is_active = False
    row.set_unusable_password()
    row.save(update_fields=["is_active", "password"])
    Authenticator.objects.filter(user=row).delete()
    SocialAccount.objects.filter(user=row).delete()
    forget_drafts(row.id)
    record(
        events.ACCOUNT_CLOSED,
        about=events.person_subject(row.id),
        by=by,
        at=at,
        face=Face.WEB,
        person=NameOf(row.id),
        because=because.strip(),
    )


@transaction.atomic
def pseudonymise(person: UUID, *, by: Actor, at: datetime) -> None:
    """Take name and address out of a closed account; the key stays, so that the record of who did what still holds.

    Raises:
        Refused: the actor may not, or there is no such person.
        UnableTo: the account is still open, or the name is out already.
    """
    require(by, PEOPLE_CLOSE)
    row = Person.objects.select_for_update().filter(id=person).first()
    if row is None:
        raise Refused
    if row.is_active:
        raise UnableTo({EVERYWHERE: _("Close the account first.")})
    if row.pseudonymised_at is not None:
        raise UnableTo({EVERYWHERE: _("The name was taken out already.")})
    pseudonym = f"person-{row.id.hex[:8]}"
    letters = Invitation.objects.filter(Q(accepted_by=row) | Q(email__iexact=row.email))
    letters.filter(accepted_at__isnull=True, revoked_at__isnull=True).update(revoked_at=at, revoked_by=by.person)
    letters.update(email=f"{pseudonym}@invalid", name="")
    EmailAddress.objects.filter(user=row).delete()
    SignInLink.objects.filter(person=row).delete()
    forget_person(row.id, address=row.email)
    forget_address(row.id)
    row.name = pseudonym
    row.email = f"{pseudonym}@invalid"
    row.time_zone = "UTC"
    row.last_login = None
    row.pseudonymised_at = at
    row.save()
    keep_found("person", [person])
    take_details_away(row.id, by=by, at=at, face=Face.WEB)
    record(
        events.PERSON_PSEUDONYMISED,
        about=events.person_subject(row.id),
        by=by,
        at=at,
        face=Face.WEB,
        person=NameOf(row.id),
    )


def sign_out_everywhere(person: UUID) -> int:
    """End every session of a person; return how many there were."""
    sessions = list(UserSession.objects.filter(user=person))
    for session in sessions:
        session.end()
    return len(sessions)


def is_address(text: str) -> bool:
    """Return whether `text` is an e-mail address that a letter can be sent to and a table can hold."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= LONGEST_ADDRESS


def time_zones() -> frozenset[str]:
    """Return the names of the time zones that can be chosen."""
    return frozenset(name for name in zoneinfo.available_timezones() if "/" in name or name == "UTC")
