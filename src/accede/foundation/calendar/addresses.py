"""The private address of a person's calendar: made, made anew and taken back by that person, each with a record."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils.translation import gettext as _

from accede.foundation.access import SYSTEM, Actor, Refused
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.calendar.events import ADDRESS_MADE, ADDRESS_RENEWED, ADDRESS_TAKEN_BACK, owner_subject
from accede.foundation.calendar.models import CalendarAddress
from accede.foundation.problems import EVERYWHERE, Overtaken

_SALT = "accede.calendar.address"


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """A person's private address: the token in it, and since when it opens their calendar."""

    token: str
    made_at: datetime


def address_of(actor: Actor) -> OwnAddress | None:
    """Return the actor's own private address; None for none, and for whoever is nobody."""
    row = CalendarAddress.objects.filter(person=actor.person).first() if actor.person else None
    return OwnAddress(_token(row.key), row.made_at) if row else None


def kept_since(person: UUID) -> datetime | None:
    """Return since when a person has had their private address, for that person; None for none."""
    return CalendarAddress.objects.filter(person=person).values_list("made_at", flat=True).first()


@transaction.atomic
def make_address(*, by: Actor, at: datetime, face: Face) -> None:
    """Make the actor's private address, or another one in its place: the one before opens nothing any more.

    Raises:
        Refused: the actor is nobody.
    """
    if by.person is None:
        raise Refused
    _row, is_new = CalendarAddress.objects.update_or_create(person=by.person, defaults={"key": uuid4(), "made_at": at})
    record(ADDRESS_MADE if is_new else ADDRESS_RENEWED, about=owner_subject(by.person), by=by, at=at, face=face)


@transaction.atomic
def take_address_back(*, by: Actor, at: datetime, face: Face) -> None:
    """Have the actor's private address open nothing any more.

    Raises:
        Refused: the actor is nobody.
        Overtaken: there is none.
    """
    if by.person is None:
        raise Refused
    deleted, _tables = CalendarAddress.objects.filter(person=by.person).delete()
    if not deleted:
        raise Overtaken({EVERYWHERE: _("Your calendar has no private address.")})
    record(ADDRESS_TAKEN_BACK, about=owner_subject(by.person), by=by, at=at, face=face)


@acting(SYSTEM)
def owner_of(token: str) -> UUID | None:
    """Return whose calendar a token opens; None for one that never was, and for one that was taken back."""
    try:
        key = UUID(_signer().unsign(token))
    except (BadSignature, ValueError):
        return None
    return CalendarAddress.objects.filter(key=key).values_list("person", flat=True).first()


@acting(SYSTEM)
def forget_address(person: UUID) -> None:
    """Delete a person's private address."""
    CalendarAddress.objects.filter(person=person).delete()


def _token(key: UUID) -> str:
    return _signer().sign(key.hex)


def _signer() -> Signer:
    return Signer(salt=_SALT, sep=".")
