"""A calendar as programs read it (iCalendar, RFC 5545 and 7986).

The lines are written here: building them as objects of the library takes a hundred times as long, and a feed of a body
holds thousands. They are the bytes that the library writes of the same events, which a test holds. The same entries
give the same bytes: a program that asks again is told that nothing has changed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from accede.foundation.calendar.entries import Placed, Status

_LOOK_AGAIN = "PT12H"
_STATUS = {Status.OPEN: "CONFIRMED", Status.DONE: "CONFIRMED", Status.CANCELLED: "CANCELLED"}
_ONE_DAY = timedelta(days=1)
_LONGEST_LINE = 75
"""Of a line, in bytes, its end not counted (RFC 5545, section 3.1)."""
_TEXT = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_NO_TEXT = {code: None for code in range(32) if chr(code) not in "\n\t"}


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
    named = (f"NAME{_in(language)}:{_text(name)}", f"X-WR-CALNAME:{_text(name)}")
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Accede//Calendar//EN", *map(_folded, named)]
    lines = [*head, f"REFRESH-INTERVAL;VALUE=DURATION:{_LOOK_AGAIN}"]
    for event in events:
        lines += _lines(event)
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def _lines(event: Event) -> Iterator[str]:
    """Yield the lines of an event, in the order in which the library writes them."""
    language = _in(event.language)
    yield "BEGIN:VEVENT"
    yield _folded(f"SUMMARY{language}:{_text(event.title)}")
    yield f"DTSTART;VALUE=DATE:{_day(event.first)}"
    # The day after the last: the end of days in a row is not one of them (RFC 5545, section 3.6.1).
    yield f"DTEND;VALUE=DATE:{_day(event.last + _ONE_DAY)}"
    yield f"DTSTAMP:{_moment(event.changed_at)}"
    yield _folded(f"UID:{event.uid}")
    if event.category:
        yield _category(event.category)
    yield "CLASS:PUBLIC" if event.is_public else "CLASS:PRIVATE"
    if event.words:
        yield _folded(f"DESCRIPTION{language}:{_text(event.words)}")
    yield f"STATUS:{_STATUS[event.status]}"
    # A day by which something is due takes nobody's time.
    yield "TRANSP:TRANSPARENT"
    if event.address:
        yield _folded(f"URL:{event.address}")
    yield "END:VEVENT"


@lru_cache(maxsize=1 << 12)
def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


@lru_cache(maxsize=1 << 12)
def _moment(moment: datetime) -> str:
    """Return a moment by the world's clock; many entries became what they are at once."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


@lru_cache(maxsize=64)
def _category(words: str) -> str:
    return _folded(f"CATEGORIES:{_text(words)}")


@lru_cache(maxsize=64)
def _in(language: str) -> str:
    """Return the parameter that says in which language a text is."""
    if not language:
        return ""
    plain = "".join(sign for sign in language if sign.isalnum() or sign in "-_")
    return f";LANGUAGE={plain}"


def _text(text: str) -> str:
    """Return a text without the control characters that a calendar may not hold, escaped (RFC 5545, section 3.3.11)."""
    return text.translate(_NO_TEXT).replace("\\N", "\n").translate(_TEXT)


def _folded(line: str) -> str:
    """Return a line in pieces of at most as many bytes as one may have (RFC 5545, section 3.1).

    No piece ends within a letter, nor between a backslash and what it escapes.
    """
    if len(line) < _LONGEST_LINE and line.isascii():
        return line
    left = line.encode()
    pieces = []
    while len(left) >= _LONGEST_LINE:
        cut = _LONGEST_LINE - 1
        while left[cut] & 0xC0 == 0x80:  # a byte that goes on with a letter
            cut -= 1
        if left[cut - 1] in b"\\^":
            cut -= 1
        pieces.append(left[:cut])
        left = left[cut:]
    return b"\r\n ".join([*pieces, left]).decode()
