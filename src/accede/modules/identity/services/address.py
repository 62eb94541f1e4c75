"""The address with which somebody signs in: changed by themselves, once a letter to the new one was answered."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from allauth.account.models import EmailAddress
from cryptography.fernet import InvalidToken
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Refused
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.problems import UnableTo
from accede.foundation.sealing import ADDRESS, cipher
from accede.modules.identity import events
from accede.modules.identity.models import Person
from accede.modules.identity.services.people import is_address

VALID_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Wish:
    """A person's wish to sign in with another address."""

    person: UUID
    present: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A wish just told, and the token of the link that fulfils it; none where the address is somebody else's."""

    wish: Wish
    token: str | None


def ask_for_address(email: str, *, by: Actor, at: datetime) -> Asked:
    """Take the wish of a person to sign in with another address. Nothing changes until its link is opened.

    That an address is somebody else's is told to that address only: the page would give away who has an account.

    Raises:
        UnableTo: it is no address, or the person's own.
    """
    if by.person is None:
        raise Refused
    wanted = email.strip().lower()
    present = Person.objects.values_list("email", flat=True).get(id=by.person)
    if not is_address(wanted):
        raise UnableTo({"email": _("Write an e-mail address, such as name@example.org.")})
    if wanted == present.lower():
        raise UnableTo({"email": _("You sign in with this address already.")})
    wish = Wish(person=by.person, present=present, wanted=wanted)
    is_free = not Person.objects.filter(email__iexact=wanted).exists()
    return Asked(wish=wish, token=_sealed(wish, at=at) if is_free else None)


def wish_of(token: str, *, by: Actor, at: datetime) -> Wish | None:
    """Return the wish that a link carries; none if it is not whole, too old, used, or another person's."""
    try:
        told = cipher(ADDRESS).decrypt_at_time(
            token.encode(), ttl=int(VALID_FOR.total_seconds()), current_time=_seconds(at)
        )
    except InvalidToken:
        return None
    person, present, wanted = json.loads(told)
    wish = Wish(person=UUID(person), present=present, wanted=wanted)
    is_open = wish.person == by.person and Person.objects.filter(id=wish.person, email=present).exists()
    return wish if is_open else None


@transaction.atomic
def take_address(token: str, *, by: Actor, at: datetime) -> Wish:
    """Have the person who asked for it sign in with another address from now on.

    Raises:
        Refused: the link does not work, or the address became somebody else's meanwhile.
    """
    if by.person is None:
        raise Refused
    person = Person.objects.select_for_update().get(id=by.person)
    wish = wish_of(token, by=by, at=at)
    if wish is None:
        raise Refused
    person.email = wish.wanted
    try:
        person.save(update_fields=["email"])
    except IntegrityError:
        raise Refused from None
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.create(user=person, email=wish.wanted, verified=True, primary=True)
    record(events.ADDRESS_CHANGED, about=events.person_subject(person.id), by=by, at=at, face=Face.WEB)
    return wish


def _sealed(wish: Wish, *, at: datetime) -> str:
    told = json.dumps([str(wish.person), wish.present, wish.wanted]).encode()
    return cipher(ADDRESS).encrypt_at_time(told, current_time=_seconds(at)).decode("ascii")


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
