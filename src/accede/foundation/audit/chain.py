"""Walk the chain of events from its first link and find where it is broken, trusting nothing that the database says."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.db import DataError
from django.db.models import Count, Exists, OuterRef, QuerySet

from accede.foundation.audit.events import DETAILS_TAKEN_AWAY
from accede.foundation.audit.models import SALT_BYTES, Detail, Event, Link
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


@dataclass(slots=True)
class _Walk:
    """Where the walk has come to, and what was said and seen of details that are gone: each must have the other."""

    holds: Sequence[Hold]
    links: int = 0
    hash: str = BEFORE_THE_FIRST
    gone: dict[str, tuple[int, datetime | None]] = field(default_factory=dict)
    takings: dict[str, tuple[int, datetime]] = field(default_factory=dict)

    def verdict(self, broken: str = "") -> Verdict:
        return Verdict(self.links, self.hash, len(self.gone), broken)


def verify(*holds: Hold) -> Verdict:
    """Return how far the chain holds, and whether it passes through all `holds`. Reads as the owner of the tables.

    Every row of the record has to be in the chain, once: links are read from the lowest number that there is, and
    links, events and details are counted against each other.
    """
    walk = _Walk(holds)
    try:
        broken = _wrong_with_holds(walk) or _walk_links(walk)
    except (DataError, ValueError, OverflowError):
        broken = f"Something after link {walk.links} holds what no event can hold and cannot be read."
    return walk.verdict(broken or _wrong_with_takings(walk) or _outside(walk.links) or _cut_off(walk))


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


def _walk_links(walk: _Walk) -> str:
    for link, event, detail in _rows():
        broken = (
            _wrong_with(link, event, expected=walk.links + 1, previous=walk.hash)
            or _wrong_with_detail(event, detail, number=link.number)
            or next(
                (
                    f"Link {link.number} is another one than the checkpoint holds."
                    for hold in walk.holds
                    if hold.number == link.number and hold.hash != link.hash
                ),
                "",
            )
            or _note_taking(walk, link.number, event, detail)
        )
        if broken:
            return broken
        walk.links, walk.hash = link.number, link.hash
    return ""


def _rows() -> Iterator[tuple[Link, Event | None, Detail | None]]:
    """Yield the links in order with what they stand for, some thousands at a time, from the lowest number on."""
    links = list(Link.objects.order_by("number")[:_AT_ONCE])
    while links:
        keys = [link.event_id for link in links]
        events = Event.objects.in_bulk(keys)
        details = Detail.objects.in_bulk(keys)
        for link in links:
            yield link, events.get(link.event_id), details.get(link.event_id)
        links = list(Link.objects.filter(number__gt=links[-1].number).order_by("number")[:_AT_ONCE])


def _wrong_with(link: Link, event: Event | None, *, expected: int, previous: str) -> str:
    if (link.number or 0) < 1:
        return f"Before link 1 stands a link numbered {link.number}."
    if link.number < expected:
        return f"There are two links with the number {link.number}."
    if link.number != expected:
        return f"Link {expected} is not there; the next one is {link.number}."
    if link.previous != previous:
        return f"Link {link.number} does not follow from the one before it."
    if event is None:
        return f"The event of link {link.number} is not there."
    if link.hash != link_hash(previous=previous, number=link.number, event=event):
        return f"Link {link.number} or its event was changed."
    return ""


def _wrong_with_detail(event: Event | None, detail: Detail | None, *, number: int) -> str:
    if event is None or detail is None:
        return f"The details of link {number} are not there."
    changed = f"The details of link {number} were changed."
    if (detail.level, detail.owner, detail.readers) != (event.level, event.owner, event.readers):
        return changed
    if detail.body is None and detail.salt is None and detail.taken_away_at is not None:
        return ""
    if detail.body is None or detail.salt is None:
        return f"The details of link {number} are there in part only."
    if detail.taken_away_at is not None:
        return f"The details of link {number} are marked as taken away, and are there."
    # A key is filled up with zeros before it is used: one of another length could give the same digest.
    if len(detail.salt) != SALT_BYTES or digest(bytes(detail.salt), detail.body) != event.detail_digest:
        return changed
    return ""


def _note_taking(walk: _Walk, number: int, event: Event | None, detail: Detail | None) -> str:
    """Keep what this link says of details that are gone; return what is wrong with that already."""
    if event is None or detail is None:
        return ""
    if detail.body is None:
        walk.gone[str(event.id)] = number, detail.taken_away_at
    if event.key == DETAILS_TAKEN_AWAY.key and event.about_kind == "event":
        if event.about_key in walk.takings:
            return f"Link {number} takes away details that link {walk.takings[event.about_key][0]} took away before."
        walk.takings[event.about_key] = number, event.at
    return ""


def _wrong_with_takings(walk: _Walk) -> str:
    for key, (number, at) in walk.gone.items():
        if key not in walk.takings:
            return f"The details of link {number} were taken away unrecorded."
        taken_by, recorded_at = walk.takings[key]
        if at != recorded_at:
            return f"The details of link {number} were taken away at another time than link {taken_by} says."
    for key, (number, _at) in walk.takings.items():
        if key not in walk.gone:
            return f"Link {number} says that the details of event {key} were taken away; they were not."
    return ""


def _outside(links: int) -> str:
    """Return what the tables hold beside the links that were walked."""
    event = Event.objects.filter(~Exists(Link.objects.filter(event_id=OuterRef("pk")))).order_by("at").first()
    if event is not None:
        return f"Event {event.id} of {event.at:%Y-%m-%d} stands outside the chain."
    detail = Detail.objects.filter(~Exists(Link.objects.filter(event_id=OuterRef("pk")))).order_by("pk").first()
    if detail is not None:
        return f"Details stand outside the chain, of an event {detail.event_id}."
    if twice := _twice(Link.objects.all(), "event_id"):
        return f"Event {twice} has more than one link."
    for rows, name in ((Event.objects.all(), "events"), (Detail.objects.all(), "details")):
        if (found := rows.count()) != links:
            return f"The chain has {links} links, and there are {found} {name}."
    if (found := Link.objects.count()) != links:
        return f"The chain has {links} links, and the table holds {found}."
    return ""


def _twice(rows: "QuerySet[Any]", column: str) -> object:
    return rows.values_list(column, flat=True).annotate(times=Count("*")).filter(times__gt=1).order_by(column).first()


def _wrong_with_holds(walk: _Walk) -> str:
    for hold in walk.holds:
        if hold.number < 0 or (hold.number == 0 and hold.hash != BEFORE_THE_FIRST):
            return f"A checkpoint holds a link {hold.number}; no chain has one."
    return ""


def _cut_off(walk: _Walk) -> str:
    furthest = max((hold.number for hold in walk.holds), default=0)
    if furthest > walk.links:
        return f"The chain ends at link {walk.links}; the checkpoint holds {furthest}."
    return ""
