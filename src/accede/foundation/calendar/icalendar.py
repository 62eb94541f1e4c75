"""A calendar as programs read it (iCalendar, RFC 5545 and 7986); escaping and folding are the library's.

The same entries give the same bytes: a program that asks again is told that nothing has changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from accede.foundation.calendar.entries import Placed, Status

_LOOK_AGAIN = timedelta(hours=12)
_STATUS = {Status.OPEN: "CONFIRMED", Status.DONE: "CONFIRMED", Status.CANCELLED: "CANCELLED"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a program shows on days; `last` belongs to them."""

    uid: str
    first: date
    last: date
    title: str
    changed_at: datetime
    words: str = ""
    address: str = ""
    category: str = ""
    language: str = ""
    status: Status = Status.OPEN
    is_public: bool = True


def event_of(placed: Placed, *, site: str, language: str) -> Event:
    """Return an entry as programs are given it; `site`: what its address begins with."""
    entry = placed.entry
    return Event(
        uid=placed.uid,
        first=entry.first,
        last=entry.last,
        title=entry.title,
        changed_at=entry.changed_at,
        words=entry.words,
        address=f"{site}{entry.address}" if entry.address else "",
        category=str(placed.kind.label),
        language=entry.language or language,
        status=entry.status,
        is_public=placed.is_public,
    )


def icalendar(events: Iterable[Event], *, name: str, language: str) -> bytes:
    """Return events as a calendar of that name; those that will not happen stand there as cancelled."""
    from icalendar import Calendar  # noqa: PLC0415  (slow to load, and needed for few addresses)

    calendar = Calendar()
    calendar.add("prodid", "-//Accede//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("name", _plain(name), parameters={"language": language})
    calendar.add("x-wr-calname", _plain(name))
    calendar.add("refresh-interval", _LOOK_AGAIN, parameters={"value": "DURATION"})
    for event in events:
        calendar.add_component(_component(event))
    return bytes(calendar.to_ical())


def _component(event: Event) -> Any:
    from icalendar import Event as Made  # noqa: PLC0415  (as above)

    made = Made()
    language = {"language": event.language} if event.language else {}
    made.add("uid", event.uid)
    made.add("dtstamp", event.changed_at)
    made.add("dtstart", event.first)
    # The day after the last: the end of days in a row is not one of them (RFC 5545, section 3.6.1).
    made.add("dtend", event.last + timedelta(days=1))
    made.add("summary", _plain(event.title), parameters=language)
    if event.words:
        made.add("description", _plain(event.words), parameters=language)
    if event.category:
        made.add("categories", [_plain(event.category)])
    if event.address:
        made.add("url", event.address)
    made.add("status", _STATUS[event.status])
    made.add("class", "PUBLIC" if event.is_public else "PRIVATE")
    # A day by which something is due takes nobody's time.
    made.add("transp", "TRANSPARENT")
    return made


def _plain(text: str) -> str:
    """Return text without the control characters that a calendar may not hold (RFC 5545, section 3.1)."""
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t")
