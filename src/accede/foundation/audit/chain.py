"""Walk the chain of events from its first link and find where it is broken, trusting nothing that the database says."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC

from django.db.models import Exists, OuterRef

from accede.foundation.audit.events import DETAILS_TAKEN_AWAY
from accede.foundation.audit.models import Detail, Event, Link
from accede.foundation.audit.recording import digest

BEFORE_THE_FIRST = "0" * 64
_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far the chain holds: the last good link, and what is wrong after it, if anything is."""

    links: int
    hash: str
    taken_away: int
    broken: str = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """A link that somebody else has kept: the chain must pass through it."""

    number: int
    hash: str


def verify(hold: Hold | None = None) -> Verdict:
    """Return how far the chain holds, and whether it passes through `hold`. Reads as the owner of the tables."""
    known_takings = set(
        Event.objects.filter(key=DETAILS_TAKEN_AWAY.key, about_kind="event").values_list("about_key", flat=True)
    )
    links, last, taken_away = 0, BEFORE_THE_FIRST, 0
    for link, event, detail in _rows():
        expected = links + 1
        broken = _wrong_with(link, event, expected=expected, previous=last) or _wrong_with_detail(
            event, detail, known_takings, number=expected
        )
        if broken:
            return Verdict(links, last, taken_away, broken)
        if hold and hold.number == link.number and hold.hash != link.hash:
            return Verdict(links, last, taken_away, f"Link {link.number} is another one than the checkpoint holds.")
        links, last = link.number, link.hash
        taken_away += detail is not None and detail.body is None
    if loose := Event.objects.filter(~Exists(Link.objects.filter(event_id=OuterRef("pk")))).order_by("at").first():
        return Verdict(links, last, taken_away, f"Event {loose.id} of {loose.at:%Y-%m-%d} stands outside the chain.")
    if hold and hold.number > links:
        return Verdict(links, last, taken_away, f"The chain ends at link {links}; the checkpoint holds {hold.number}.")
    return Verdict(links, last, taken_away)


def link_hash(*, previous: str, number: int, event: Event) -> str:
    """Return the hash of a link: SHA-256 over the hash before it, its number, and the event as JSON."""
    return hashlib.sha256(f"{previous} {number} {event_text(event)}".encode()).hexdigest()


def event_text(event: Event) -> str:
    """Return an event as the JSON that is hashed; the database writes the same text when it seals one."""
    return json.dumps(
        [
            str(event.id),
            event.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            event.key,
            event.face,
            event.about_kind,
            event.about_key,
            event.level,
            event.owner,
            " ".join(str(reader) for reader in event.readers),
            event.actor,
            str(event.person) if event.person else None,
            str(event.acting_for) if event.acting_for else None,
            event.detail_digest,
        ],
        ensure_ascii=False,
    )


def _rows() -> Iterator[tuple[Link, Event | None, Detail | None]]:
    """Yield the links in order with what they stand for, some thousands at a time."""
    after = -1
    while links := list(Link.objects.filter(number__gt=after).order_by("number")[:_AT_ONCE]):
        keys = [link.event_id for link in links]
        events = Event.objects.in_bulk(keys)
        details = Detail.objects.in_bulk(keys)
        for link in links:
            yield link, events.get(link.event_id), details.get(link.event_id)
        after = links[-1].number


def _wrong_with(link: Link, event: Event | None, *, expected: int, previous: str) -> str:
    if link.number != expected:
        return f"Link {expected} is not there; the next one is {link.number}."
    if link.previous != previous:
        return f"Link {link.number} does not follow from the one before it."
    if event is None:
        return f"The event of link {link.number} is not there."
    if link.hash != link_hash(previous=previous, number=link.number, event=event):
        return f"Link {link.number} or its event was changed."
    return ""


def _wrong_with_detail(event: Event | None, detail: Detail | None, known_takings: set[str], *, number: int) -> str:
    if event is None or detail is None:
        return f"The details of link {number} are not there."
    if detail.body is None or detail.salt is None:
        return "" if str(event.id) in known_takings else f"The details of link {number} were taken away unrecorded."
    readable = (detail.level, detail.owner, detail.readers)
    if digest(bytes(detail.salt), detail.body) != event.detail_digest or readable != (
        event.level,
        event.owner,
        event.readers,
    ):
        return f"The details of link {number} were changed."
    return ""
