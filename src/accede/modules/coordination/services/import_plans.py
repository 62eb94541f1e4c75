"""Bring in what a body plans, from a table or a calendar: read, check, preview, and, if asked, apply; take it back.

A row of a table is known by its reference, or by its title and first day; a time of an event by the event and the time.
What is stated otherwise takes the place of what was stated before. A time that a series no longer has is cancelled.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path

from accede.foundation.access import Actor, Level, Scope, require
from accede.foundation.audit.recording import record
from accede.foundation.files.checking import table_kind
from accede.foundation.files.storing import Belonging, store_original
from accede.foundation.imports import (
    Bringing,
    FileRefused,
    Options,
    Outcome,
    Problem,
    carry_out,
    open_table,
    refused_whole,
    rehearse,
)
from accede.foundation.imports.days import DayOrder
from accede.foundation.imports.opening import file_digest, size_of
from accede.foundation.imports.results import Wrote
from accede.foundation.imports.whole import ReadRow, outcome_of, read_whole
from accede.foundation.texts import folded
from accede.modules.coordination import events
from accede.modules.coordination.access import PLANS_KEEP
from accede.modules.coordination.fields.plans import ALONE, SHARED, PlanDetails
from accede.modules.coordination.models import PlanEntry, PlanImport
from accede.modules.coordination.queries.bodies import body_name
from accede.modules.coordination.queries.plans import bodies_to_plan_for
from accede.modules.coordination.services.plan_calendars import PlannedTime, is_calendar, read_calendar_apart
from accede.modules.coordination.services.plan_columns import Places, columns_of, read_given
from accede.modules.coordination.services.plans import Origin, add_row, problems_with, states_known

MOST_ROWS = 5000
_SHOWN = ("first_day", "last_day", "title", "states", "regions", "topics")
_COMPARED = ("title", "states", "regions", "topics", "first_day", "last_day", "source", "level", "cancelled")


@dataclass(frozen=True, slots=True)
class PlansGiven:
    """What the person who brings the file says of all of it: whose plans they are, who sees them, for which States."""

    body: str
    level: str = ""
    source: str = ""
    states: str = ""
    day_order: DayOrder | None = None
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class _Read:
    rows: Sequence[ReadRow]
    owner: Scope


def check_plans(path: Path, given: PlansGiven, *, by: Actor, at: datetime) -> Outcome:
    """Return what `import_plans` would do, and change nothing."""
    return rehearse(lambda: _judge(path, given, by=by, at=at), size=size_of(path), by=by)


def import_plans(path: Path, given: PlansGiven, brought: Bringing, *, good_rows: bool = False) -> Outcome:
    """Enter the plans of a file: all of them, or, with `good_rows`, those that have no problem; keep the file.

    Raises:
        Refused: the actor may enter no plans.
    """
    require(brought.by, PLANS_KEEP)

    def write(outcome: Outcome, read: _Read) -> Wrote:
        _write(path, given, brought, outcome, read)
        return Wrote()

    return carry_out(
        lambda: _judge(path, given, by=brought.by, at=brought.at),
        write,
        size=size_of(path),
        by=brought.by,
        good_rows=good_rows,
        version=lambda: PlanEntry.objects.order_by("-recorded_at").values_list("recorded_at", "id").first(),
    )


def _write(path: Path, given: PlansGiven, brought: Bringing, outcome: Outcome, read: _Read) -> None:
    fresh = [row for row in read.rows if row.standing != "known"]
    levels = {row.cells["level"] for row in fresh}
    level = Level(ALONE) if ALONE in levels else Level(SHARED)
    name = brought.name or path.name
    made = PlanImport(
        level=level.value,
        owner=str(read.owner),
        body=given.body,
        file_name=name,
        digest=outcome.file_digest,
        brought_at=brought.at,
        brought_by=brought.by.person,
        count=len(fresh),
    )
    made.save(force_insert=True)
    there = _standing(given.body, read.owner)
    for row in fresh:
        old = there.get((row.cells["level"], row.cells["known_as"]))
        if old is not None:
            old.closed_at = brought.at
            old.save(update_fields=["closed_at"])
        origin = Origin(row.cells["known_as"], row.cells["language"], made, old)
        add_row(_details(given.body, row), read.owner, origin, by=brought.by, at=brought.at)
    with path.open("rb") as stream:
        kind = table_kind(stream, "")
    about = f"plan-import:{made.pk}"
    belonging = Belonging(level, read.owner, (brought.by.person,) if brought.by.person else (), about)
    store_original(path, name=name, kind=kind, about=about, by=brought.by, at=brought.at, belonging=belonging)
    record(
        events.PLANS_BROUGHT,
        about=events.plan_import_subject(made.pk, read.owner, level),
        by=brought.by,
        at=brought.at,
        face=brought.face,
        body=body_name(given.body),
        file=name,
        count=len(fresh),
    )


def _judge(path: Path, given: PlansGiven, *, by: Actor, at: datetime) -> tuple[Outcome, _Read | None]:
    try:
        digest = file_digest(path)
    except OSError:
        return refused_whole("", [Problem("file.absent", params={"name": path.name})]), None
    bodies = bodies_to_plan_for(by, on=at.date())
    if given.body not in bodies:
        return refused_whole(digest, [Problem("plan.no_body", params={"text": given.body[:40]})]), None
    owner, places = bodies[given.body], Places(at.date())
    remarks: list[Problem] = []
    try:
        said = read_given(given.level, given.source, given.states, places)
        if is_calendar(path):
            rows, problems, count = _of_calendar(path, said, places, remarks, today=at.date())
        else:
            columns = columns_of(places, given.day_order)
            table = open_table(path, given.options)
            rows, problems, count = read_whole(table, columns, most_rows=MOST_ROWS, said=said)
            rows = [row for row in rows if not row.unread]
            problems.extend(_name(rows))
    except FileRefused as refusal:
        return refused_whole(digest, refusal.problems), None
    remarks += [Problem("plan.no_place", row.number) for row in rows if not row.cells["states"] + row.cells["regions"]]
    judge = partial(problems_with, bodies=bodies, by=by, known=_StatesOfDays().on)
    problems += [problem for row in rows for problem in _against(row, given.body, judge)]
    wrong = {problem.row for problem in problems}
    good = [row for row in rows if row.number not in wrong]
    there = _standing(given.body, owner)
    for row in good:
        old = there.get((row.cells["level"], row.cells["known_as"]))
        row.standing = "new" if old is None else "known" if _cells_of(old) == _compared(row) else "changed"
    gone = _gone(good, there, at.date()) if is_calendar(path) else []
    count = max(count, len({row.number for row in good} | wrong))
    outcome = outcome_of(digest, [*good, *gone], list(problems), count, shown=_SHOWN, remarks=remarks)
    return outcome, _Read([*good, *gone], owner)


def _of_calendar(
    path: Path, said: Mapping[str, str], places: Places, remarks: list[Problem], *, today: date
) -> tuple[list[ReadRow], list[Problem], int]:
    calendar = read_calendar_apart(path, today=today)
    remarks += calendar.remarks
    return [_row_of(one, said, places) for one in calendar.times], calendar.problems, len(calendar.times)


def _row_of(one: PlannedTime, said: Mapping[str, str], places: Places) -> ReadRow:
    states, regions, topics = places.named(one.names)
    return ReadRow(
        one.line,
        {
            "title": one.title,
            "language": one.language,
            "known_as": one.known_as,
            "series": one.series,
            "states": states or ("" if regions else said.get("states", "")),
            "regions": regions,
            "topics": topics,
            "first_day": one.first.isoformat(),
            "last_day": one.last.isoformat(),
            "source": said.get("source", ""),
            "level": ALONE if one.is_private else said.get("level", SHARED),
            "cancelled": "yes" if one.is_cancelled else "",
        },
    )


def _name(rows: Sequence[ReadRow]) -> Iterator[Problem]:
    """Say what each row of a table is known as; yield those that say the same of two."""
    seen: dict[str, int] = {}
    for row in rows:
        cells = row.cells
        cells["last_day"] = cells["last_day"] or cells["first_day"]
        cells["level"] = cells["level"] or SHARED
        cells["series"] = ""
        reference = cells["reference"]
        cells["known_as"] = f"ref:{reference}" if reference else f"row:{cells['first_day']} {folded(cells['title'])}"
        first = seen.setdefault(cells["known_as"], row.number)
        if first != row.number:
            yield Problem("plan.twice", row.number, "reference" if reference else "title", {"other": str(first)})


class _StatesOfDays:
    """The States that there are on the days of a file: asked for once a year, where none came or went in it."""

    def __init__(self) -> None:
        self._years: dict[int, Collection[str] | None] = {}
        self._days: dict[date, Collection[str]] = {}

    def on(self, day: date) -> Collection[str]:
        """Return the codes of the States that there are on a day."""
        if day.year not in self._years:
            first, last = (states_known(date(day.year, *ends)) for ends in ((1, 1), (12, 31)))
            self._years[day.year] = first if set(first) == set(last) else None
        of_year = self._years[day.year]
        if of_year is not None:
            return of_year
        if day not in self._days:
            self._days[day] = states_known(day)
        return self._days[day]


def _against(row: ReadRow, body: str, judge: Callable[[PlanDetails], dict[str, str]]) -> Iterator[Problem]:
    """Yield what keeps a row out: what would be said of the same plan, entered on its page."""
    for column, words in judge(_details(body, row)).items():
        yield Problem("plan.wrong", row.number, column, {"words": words})


def _standing(body: str, owner: Scope) -> dict[tuple[str, str], PlanEntry]:
    rows = PlanEntry.objects.filter(body=body, owner=str(owner), closed_at__isnull=True)
    return {(row.level, row.known_as): row for row in rows}


def _gone(rows: Sequence[ReadRow], there: Mapping[tuple[str, str], PlanEntry], today: date) -> list[ReadRow]:
    """Return, as cancelled, the times ahead that stand and that their series, as it is stated now, no longer has."""
    named = {(row.cells["level"], row.cells["known_as"]) for row in rows}
    lines: dict[str, ReadRow] = {}
    for row in rows:
        lines.setdefault(row.cells["series"], row)
    found = []
    for (level, known_as), old in there.items():
        series = known_as.rpartition(" ")[0] or known_as
        said = lines.get(series, lines.get(known_as))
        if said is None or (level, known_as) in named or old.is_cancelled or old.last_day < today:
            continue
        cells = dict(zip(_COMPARED, _cells_of(old), strict=True))
        cells |= {"known_as": known_as, "language": old.title_language, "cancelled": "yes", "series": series}
        found.append(ReadRow(said.number, cells, standing="changed"))
    return found


def _compared(row: ReadRow) -> tuple[str, ...]:
    return tuple(row.cells[name] for name in _COMPARED)


def _cells_of(old: PlanEntry) -> tuple[str, ...]:
    return (
        old.title,
        " ".join(old.states),
        ";".join(old.regions),
        ";".join(old.topics),
        old.first_day.isoformat(),
        old.last_day.isoformat(),
        old.source,
        old.level,
        "yes" if old.is_cancelled else "",
    )


def _details(body: str, row: ReadRow) -> PlanDetails:
    cells = row.cells
    return PlanDetails(
        body=body,
        title=cells["title"],
        states=cells["states"],
        regions=tuple(filter(None, cells["regions"].split(";"))),
        topics=tuple(filter(None, cells["topics"].split(";"))),
        first_day=date.fromisoformat(cells["first_day"]),
        last_day=date.fromisoformat(cells["last_day"]),
        source=cells["source"],
        level=cells["level"],
        is_cancelled=cells["cancelled"] == "yes",
    )
