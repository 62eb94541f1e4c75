"""Letters: written in the transaction of what they tell, in the language of whoever reads them."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q
from django.template.loader import render_to_string
from django.utils import translation

from accede.foundation import clock, jobs
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.outbox.models import DELIVER, Choice, Following, Letter, Notice, State, Why
from accede.foundation.sealing import LETTER, cipher

_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom a letter goes: an address, the language of its reader, and their key if they have an account."""

    to: str
    language: str
    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class Fate:
    """What has become of a letter, and why it was not delivered; without its words."""

    id: UUID
    kind: str
    about: str
    to: str
    made_at: datetime
    state: State
    why: str
    attempts: int
    next_at: datetime
    finished_at: datetime | None

    @property
    def is_not_delivered(self) -> bool:
        """Whether it did not arrive, as far as is known."""
        return self.state is State.NOT_DELIVERED

    @property
    def words(self) -> str:
        """What became of it, in the reader's language."""
        return str(Why(self.why).label) if self.why else str(self.state.label)


def send(
    letter: str,
    recipient: Recipient,
    *,
    context: Mapping[str, object],
    about: str = "",
    asked_by: UUID | None = None,
    until: datetime | None = None,
) -> UUID:
    """Write a letter from its two templates, `<letter>_subject.txt` and `<letter>_message.txt`, and have it sent.

    It is a row of the running transaction: what is rolled back is not told. Its words lie sealed until it has gone, so
    that no copy of the database holds a link that works. `about`: the thing by whose page its state is shown; `until`:
    when it has become useless, such as a link that ends.
    """
    with translation.override(recipient.language):
        subject = " ".join(render_to_string(f"{letter}_subject.txt", dict(context)).split())
        body = render_to_string(f"{letter}_message.txt", dict(context)).strip() + "\n"
    now = clock.now()
    row = Letter(
        kind=letter,
        about=about,
        person=recipient.person,
        asked_by=asked_by,
        to=recipient.to,
        language=recipient.language,
        sealed=sealed(subject, body),
        made_at=now,
        next_at=now,
        until=until,
    )
    row.save(force_insert=True)
    jobs.enqueue_by_name(DELIVER)
    return row.id


def sealed(subject: str, body: str) -> bytes:
    """Return words as they lie in a row that waits."""
    return cipher(LETTER).encrypt(json.dumps([subject, body]).encode())


def unsealed(words: bytes | memoryview) -> tuple[str, str]:
    """Return subject and body.

    Raises:
        InvalidToken: they were sealed with another key.
    """
    subject, body = json.loads(cipher(LETTER).decrypt(bytes(words)))
    return subject, body


@acting(SYSTEM)
def fates_about(things: Collection[str]) -> dict[str, Fate]:
    """Return what became of the newest letter about each thing; which things one may ask of, the caller knows."""
    rows = Letter.objects.filter(about__in=things).order_by("about", "made_at") if things else []
    return {row.about: fate_of(row) for row in rows}


@acting(SYSTEM)
def stop_about(thing: str) -> None:
    """Send no letter about a thing that still waits: what it tells is no longer so."""
    Letter.objects.filter(about=thing, state=State.WAITING).update(
        state=State.STOPPED, sealed=b"", finished_at=clock.now()
    )


@acting(SYSTEM)
def forget_person(person: UUID, *, address: str) -> None:
    """Delete what is kept of a person here, by their key and their address."""
    Letter.objects.filter(Q(person=person) | Q(to__iexact=address)).delete()
    Notice.objects.filter(person=person).delete()
    Choice.objects.filter(person=person).delete()
    Following.objects.filter(person=person).delete()


@acting(SYSTEM)
def not_delivered(*, since: datetime) -> list[Fate]:
    """Return the letters that were not delivered, the newest first; who may ask, the caller knows."""
    rows = Letter.objects.filter(state=State.NOT_DELIVERED, made_at__gte=since).order_by("-made_at", "id")
    return [fate_of(row) for row in rows[:_SHOWN]]


@acting(SYSTEM)
def numbers(*, since: datetime) -> dict[State, int]:
    """Return how many letters there are of each state."""
    rows = Letter.objects.filter(made_at__gte=since).order_by().values_list("state").annotate(number=Count("id"))
    found = dict(rows)
    return {state: found.get(state.value, 0) for state in State}


def letters_to(person: UUID) -> list[Fate]:
    """Return what became of the letters to a person, for that person."""
    return [fate_of(row) for row in Letter.objects.filter(person=person).order_by("-made_at", "id")]


def fate_of(row: Letter) -> Fate:
    """Return a letter's state as plain facts."""
    return Fate(
        id=row.id,
        kind=row.kind,
        about=row.about,
        to=row.to,
        made_at=row.made_at,
        state=State(row.state),
        why=row.why,
        attempts=row.attempts,
        next_at=row.next_at,
        finished_at=row.finished_at,
    )
