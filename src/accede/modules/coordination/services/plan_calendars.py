"""Calendars of bodies, as programs write them (iCalendar, RFC 5545): each event with its days, all faults at once.

Events are read one by one, so that a fault stays with its event: what is wrong is told with the line on which the event
begins, and the property. Nobody's name or address is read: organisers and those invited are left in the file.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Any

from accede.core.coordination.overlaps import LONGEST_DAYS
from accede.foundation.apart import TooHeavy, apart
from accede.foundation.apart.limits import Limits
from accede.foundation.imports import CellRefused, FileRefused, Problem
from accede.foundation.imports.encodings import codec_of
from accede.modules.coordination.services.recurrences import Moment, Repeated, last_day_of, without, zone_reader

MOST_EVENTS = 5000
LIMITS = Limits(seconds=4, megabytes=160, patience=60)
MOST_BYTES = 5 << 20
FIRST_DAY = date(1945, 10, 24)
LAST_YEAR = 2199
_BEGINS = b"BEGIN:VCALENDAR"
_DAYS = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE", "DURATION")
_OF_ZONES = frozenset({"STANDARD", "DAYLIGHT"})
_CLOSED = frozenset({"PRIVATE", "CONFIDENTIAL"})
Zone = Callable[[str], tzinfo | None]


@dataclass(frozen=True, slots=True)
class PlannedTime:
    """One time of an event; `line`: on which the event begins; `series`: what all times of the event share."""

    line: int
    series: str
    known_as: str
    title: str
    language: str
    first: date
    last: date
    names: tuple[str, ...]
    is_private: bool
    is_cancelled: bool


@dataclass(slots=True)
class Calendar:
    """What a calendar holds: times of its events, what is wrong, what deserves a look, how many events there are."""

    times: list[PlannedTime] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    events: int = 0


@dataclass(slots=True)
class _Block:
    """The lines between BEGIN and END of a component, without those of components inside of it."""

    line: int
    lines: list[str]


@dataclass(frozen=True, slots=True)
class _Event:
    line: int
    made: Any
    uid: str
    start: datetime
    end: datetime
    is_day: bool
    zone: tzinfo | None
    recurrence: Moment | None


def is_calendar(path: Path) -> bool:
    """Return whether a file is a calendar for programs."""
    try:
        with path.open("rb") as stream:
            return stream.read(200).lstrip(b"\xef\xbb\xbf \t\r\n").upper().startswith(_BEGINS)
    except OSError:
        return False


def read_calendar_apart(path: Path, *, today: date) -> Calendar:
    """Return what `read_calendar` does, read in a process of its own: a rule may be such that nothing ever fits it.

    Raises:
        FileRefused: it is too large, holds too many events or none, or following its rules takes too long.
    """
    try:
        return apart(read_calendar, path, today, limits=LIMITS)
    except TooHeavy:
        raise FileRefused([Problem("ical.too_heavy")]) from None


def read_calendar(path: Path, today: date) -> Calendar:
    """Return what a calendar holds.

    Raises:
        FileRefused: it is too large, holds too many events, or none.
    """
    if path.stat().st_size > MOST_BYTES:
        raise FileRefused([Problem("ical.too_big", params={"most": str(MOST_BYTES >> 20)})])
    text = path.read_text(encoding=codec_of(path)[0], errors="replace").replace("\x00", "\ufffd")
    found = Calendar()
    cutting = _Cutting(found.problems)
    for number, line in _unfolded(text):
        cutting.take(number, line)
    blocks = cutting.end()
    zone = zone_reader(_zones_of(blocks.get("VTIMEZONE", ())))
    shown_in = _zone_of_file(blocks.get("VCALENDAR", ()), zone, found.problems)
    events = blocks.get("VEVENT", [])
    found.events = len(events)
    if len(events) > MOST_EVENTS:
        raise FileRefused([Problem("file.too_many_rows", params={"most": str(MOST_EVENTS)})])
    read = [event for block in events if (event := _event(block, zone, shown_in, found.problems))]
    for event, changes in _in_series(read, found.problems):
        _add_times(event, changes, found, today=today)
        if len(found.times) > MOST_EVENTS:
            raise FileRefused([*found.problems, Problem("file.too_many_rows", params={"most": str(MOST_EVENTS)})])
    if not events and not found.problems:
        raise FileRefused([Problem("ical.no_events")])
    return found


class _Cutting:
    """Cuts lines into components; those that are not closed are told and left out."""

    def __init__(self, problems: list[Problem]) -> None:
        self.found: dict[str, list[_Block]] = {}
        self._open: list[tuple[str, _Block]] = []
        self._problems = problems

    def take(self, number: int, line: str) -> None:
        """Take the next line."""
        word, _colon, name = line.partition(":")
        word, name = word.strip().upper(), name.strip().upper()
        if word == "BEGIN":
            if name == "VEVENT" and self._is_open(name):
                # The one before was cut off: it must not swallow this one.
                self._leave(name)
            self._open.append((name, _Block(number, [])))
        elif word == "END" and not self._is_open(name):
            self._problems.append(Problem("ical.line", number, "END", {"text": line[:60]}))
        elif word == "END":
            self._close(name)
        elif self._open and line.strip():
            self._open[-1][1].lines.append(line)

    def end(self) -> dict[str, list[_Block]]:
        """Return the components by their names."""
        while self._open:
            self._leave(self._open[-1][0])
        return self.found

    def _is_open(self, name: str) -> bool:
        return any(one == name for one, _block in self._open)

    def _close(self, name: str) -> None:
        while self._open[-1][0] != name:
            self._leave(self._open[-1][0])
        _name, block = self._open.pop()
        if name in _OF_ZONES and self._open:
            self._open[-1][1].lines += [f"BEGIN:{name}", *block.lines, f"END:{name}"]
        elif not self._is_open("VEVENT"):
            self.found.setdefault(name, []).append(block)

    def _leave(self, name: str) -> None:
        """Tell what was not closed, down to the component of that name."""
        one = ""
        while self._open and one != name:
            one, block = self._open.pop()
            self._problems.append(Problem("ical.unclosed", block.line, one[:20], {"name": one[:20]}))


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Yield lines with the number on which each begins; what is folded is put together (RFC 5545, section 3.1)."""
    begun, line = 0, ""
    for number, piece in enumerate(
        text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1
    ):
        if piece[:1] in {" ", "\t"} and begun:
            line += piece[1:]
            continue
        if begun:
            yield begun, line
        begun, line = number, piece
    yield begun, line


def _zones_of(blocks: Iterable[_Block]) -> Zone:
    """Return what finds the zones that a file defines; one that cannot be read is none."""
    from icalendar import Timezone  # noqa: PLC0415  (slow to load, and needed for calendars only)

    found: dict[str, tzinfo] = {}
    for block in blocks:
        try:
            zone: Any = Timezone.from_ical("\r\n".join(["BEGIN:VTIMEZONE", *block.lines, "END:VTIMEZONE", ""]))
            found[str(zone["TZID"])] = zone.to_tz(lookup_tzid=False)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            continue
    return found.get


def _zone_of_file(blocks: Sequence[_Block], zone: Zone, problems: list[Problem]) -> tzinfo | None:
    """Return the zone in which a calendar is shown, as programs write it beside the standard."""
    for block in blocks:
        for line in block.lines:
            word, _colon, name = line.partition(":")
            if word.strip().upper() == "X-WR-TIMEZONE" and name.strip():
                found = zone(name.strip())
                if found is None:
                    params = {"text": name.strip()[:60]}
                    problems.append(Problem("ical.zone", block.line, "X-WR-TIMEZONE", params))
                return found
    return None


def _event(block: _Block, zone: Zone, shown_in: tzinfo | None, problems: list[Problem]) -> _Event | None:
    """Return an event, None where something is wrong with it; all of it is told."""
    from icalendar import Event  # noqa: PLC0415  (as above)

    wrong: list[Problem] = []

    def say(code: str, column: str = "", **params: str) -> None:
        wrong.append(Problem(code, block.line, column, params))

    try:
        made = Event.from_ical("\r\n".join(["BEGIN:VEVENT", *block.lines, "END:VEVENT", ""]))
    except (ValueError, KeyError, TypeError, IndexError):
        problems.append(Problem("ical.line", block.line, "VEVENT", {"text": (block.lines or [""])[0][:60]}))
        return None
    for name, _words in made.errors:
        column = str(name or "").upper()
        text = _raw(block, column) if column else _unreadable(block)
        code = "ical.no_day" if column in _DAYS else "ical.rule" if column == "RRULE" else "ical.line"
        say(code, column or "VEVENT", text=text[:80])
    told = {problem.column for problem in wrong}
    for name in _DAYS:
        for one in _values(made, name) if name not in told else ():
            tzid = str(one.params.get("TZID", "")) if hasattr(one, "params") else ""
            if tzid and zone(tzid) is None:
                say("ical.zone", name, text=tzid[:60])
    if "DTSTART" not in made and "DTSTART" not in told:
        say("cell.blank", "DTSTART")
    if not str(made.get("SUMMARY", "")).strip():
        say("cell.blank", "SUMMARY")
    if len(_values(made, "RRULE")) > 1:
        say("ical.two_rules", "RRULE")
    event = None if wrong else _timed(block, made, zone, shown_in, say)
    problems += wrong
    return None if wrong else event


def _timed(block: _Block, made: Any, zone: Zone, shown_in: tzinfo | None, say: Callable[..., None]) -> _Event | None:
    """Return an event with its first time by the clock of its zone."""
    begins = made["DTSTART"].dt
    is_day = not isinstance(begins, datetime)
    tzid = str(made["DTSTART"].params.get("TZID", ""))
    its_zone = zone(tzid) if tzid else (None if is_day or begins.tzinfo is None else shown_in or begins.tzinfo)
    clock = Repeated(
        datetime.combine(begins, time()) if is_day else begins.replace(tzinfo=None), is_day, its_zone, date.min
    )

    start = clock.start if is_day else clock.local(_in_its_zone(made["DTSTART"], zone))
    end = start + timedelta(days=1) if is_day else start
    if "DTEND" in made:
        end = clock.local(_in_its_zone(made["DTEND"], zone))
        if not isinstance(made["DTEND"].dt, datetime):
            end = datetime.combine(made["DTEND"].dt, time())
    elif "DURATION" in made:
        end = start + made["DURATION"].dt
    if end < start:
        say("ical.ends_before", "DTEND")
    elif (end - start).days > LONGEST_DAYS + 1:
        say("plan.too_long", "DTEND", most=str(LONGEST_DAYS))
    if start.date() < FIRST_DAY or start.year > LAST_YEAR:
        say("ical.no_day", "DTSTART", text=start.date().isoformat())
    uid = "_".join(str(made.get("UID", "")).split())[:300]
    if not uid:
        said = f"{made.get('SUMMARY')}|{start.isoformat()}"
        uid = f"none-{hashlib.sha256(said.encode()).hexdigest()[:24]}"
    recurrence = _in_its_zone(made["RECURRENCE-ID"], zone) if "RECURRENCE-ID" in made else None
    return _Event(block.line, made, uid, start, end, is_day, its_zone, recurrence)


def _in_its_zone(value: Any, zone: Zone) -> Moment:
    """Return a moment with the zone that it names: the library knows fewer names than are read here."""
    named, moment = str(value.params.get("TZID", "")), value.dt
    return moment.replace(tzinfo=zone(named)) if isinstance(moment, datetime) and named else moment


def _in_series(events: Sequence[_Event], problems: list[Problem]) -> Iterator[tuple[_Event, list[_Event]]]:
    """Yield each event with those that say otherwise of single times; of two alike the later stated one counts."""
    whole: dict[str, _Event] = {}
    changes: dict[str, list[_Event]] = {}
    for event in events:
        if event.recurrence is not None:
            changes.setdefault(event.uid, []).append(event)
        elif event.uid not in whole:
            whole[event.uid] = event
        else:
            first = whole[event.uid]
            numbers = [int(one.made.get("SEQUENCE", 0) or 0) for one in (first, event)]
            if numbers[0] == numbers[1]:
                problems.append(Problem("ical.twice", event.line, "UID", {"line": str(first.line)}))
            elif numbers[1] > numbers[0]:
                whole[event.uid] = event
    for uid, event in whole.items():
        yield event, changes.pop(uid, [])
    for alone in changes.values():
        # A time of a series that stands elsewhere stands for itself.
        yield from ((event, []) for event in alone)


def _add_times(event: _Event, changes: Sequence[_Event], found: Calendar, *, today: date) -> None:
    """Add the times of an event; what is wrong with its rule is told and leaves all of them out."""
    clock = Repeated(event.start, event.is_day, event.zone, today)
    times, rules = [event.start], _values(event.made, "RRULE")
    try:
        if rules:
            times, ends = clock.by_rule(rules[0])
            if not ends:
                found.remarks.append(
                    Problem("ical.endless", event.line, "RRULE", {"day": times[-1].date().isoformat()})
                )
    except CellRefused as refusal:
        found.problems.append(Problem(refusal.code, event.line, "RRULE", refusal.params))
        return
    times += [clock.local(one) for one in _moments(event.made, "RDATE")]
    times = list(without(dict.fromkeys(times), _moments(event.made, "EXDATE"), clock))
    repeats = bool(rules) or "RDATE" in event.made or event.recurrence is not None
    known: dict[datetime, tuple[_Event, timedelta]] = {}
    for change in sorted(changes, key=lambda one: one.start):
        asked = clock.local(change.recurrence) if change.recurrence is not None else change.start
        if asked not in times:
            found.remarks.append(Problem("ical.no_such_time", change.line, "RECURRENCE-ID", {"time": str(asked)}))
            times.append(asked)
        on = [asked]
        if str(change.made["RECURRENCE-ID"].params.get("RANGE", "")).upper() == "THISANDFUTURE":
            on = [one for one in times if one >= asked]
        known |= dict.fromkeys(on, (change, change.start - asked))
    for moment in sorted(times):
        said, moved = known.get(moment, (event, timedelta()))
        begins = moment + moved
        named = clock.local(event.recurrence) if event.recurrence is not None else moment
        found.times.append(_time(said, begins, event.uid, named if repeats else None))


def _time(event: _Event, begins: datetime, series: str, named: Moment | None) -> PlannedTime:
    made = event.made
    names = [str(one) for value in _values(made, "CATEGORIES") for one in getattr(value, "cats", [value])]
    return PlannedTime(
        line=event.line,
        series=series,
        known_as=f"{series} {named.isoformat()}" if named is not None else series,
        title=" ".join(str(made.get("SUMMARY", "")).split())[:300],
        language=str(getattr(made.get("SUMMARY"), "params", {}).get("LANGUAGE", ""))[:20].lower(),
        first=begins.date(),
        last=last_day_of(begins, begins + (event.end - event.start), is_day=event.is_day),
        names=(*names, *_places(str(made.get("LOCATION", "")))),
        is_private=str(made.get("CLASS", "")).upper() in _CLOSED,
        is_cancelled=str(made.get("STATUS", "")).upper() == "CANCELLED",
    )


def _places(text: str) -> tuple[str, ...]:
    """Return what a place may be called: all of it, and its parts, the widest last as they are written."""
    parts = [part.strip() for part in text.replace(";", ",").replace("(", ",").replace(")", ",").split(",")]
    return tuple(part[:100] for part in dict.fromkeys([text.strip(), *parts]) if part)


def _values(made: Any, name: str) -> list[Any]:
    value = made.get(name)
    return [] if value is None else value if isinstance(value, list) else [value]


def _moments(made: Any, name: str) -> list[Moment]:
    """Return days and times of a list; of a period its beginning."""
    moments = (one.dt for value in _values(made, name) for one in value.dts)
    return [moment[0] if isinstance(moment, tuple) else moment for moment in moments]


def _raw(block: _Block, name: str) -> str:
    lines = (line for line in block.lines if line.upper().startswith(name))
    return next((line.partition(":")[2] for line in lines), "")


def _unreadable(block: _Block) -> str:
    return next((line for line in block.lines if ":" not in line), (block.lines or [""])[0])
