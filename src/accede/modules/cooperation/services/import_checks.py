"""What can be wrong with a row of a treaty list, or with two of them together; and what deserves a look."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accede.core.cooperation.agreements import Status
from accede.core.cooperation.rows import as_day
from accede.foundation.imports import Problem
from accede.modules.cooperation.models import BilateralReport
from accede.modules.reference.queries import StateFacts

_IN_FORCE = frozenset({Status.IN_FORCE.value})
_WITHOUT_FORCE = frozenset({Status.SIGNED.value, Status.NAMED.value, Status.APPROVED.value, Status.NOT_IN_FORCE.value})


@dataclass(slots=True)
class Row:
    """A row whose cells were read; what could not be read is blank. `standing`: known, changed or new."""

    number: int
    cells: dict[str, str]
    unread: frozenset[str] = frozenset()
    """Columns whose cell could not be read; that has been said already."""
    attested_on: date | None = None
    key: str = ""
    standing: str = ""
    replaces: str | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The two States in the order of their codes."""
        first, second = sorted((self.cells["state_a"], self.cells["state_b"]))
        return first, second


def check_rows(rows: Sequence[Row]) -> list[Problem]:
    """Return everything that is wrong with rows, beyond single cells."""
    found = [problem for row in rows for problem in _sides(row)]
    found += [problem for row in rows for problem in _days(row)]
    return [*found, *_other_sides(rows)]


def _sides(row: Row) -> Iterator[Problem]:
    first, second = row.cells["state_a"], row.cells["state_b"]
    if row.unread & {"state_a", "state_b"}:
        return
    if bool(first) != bool(second):
        yield Problem("treaty.one_side", row=row.number, column="state_a" if not first else "state_b")
    elif first == second:
        code = "treaty.same_state" if first else "treaty.one_side"
        yield Problem(code, row=row.number, column="state_b", params={"state": first})


def _days(row: Row) -> Iterator[Problem]:
    """Days in the wrong order, and a status that the days contradict."""
    signed, force, ended = (row.cells[name] for name in ("signed_on", "in_force_on", "terminated_on"))
    days = {"signed_on": signed, "in_force_on": force, "terminated_on": ended}
    # Days are ISO text here, so they compare as they follow one another.
    if signed and force and force < signed:
        yield Problem("treaty.force_before_signature", row=row.number, column="in_force_on", params=days)
    if force and ended and ended < force:
        yield Problem("treaty.ended_before_force", row=row.number, column="terminated_on", params=days)
    elif signed and ended and ended < signed:
        yield Problem("treaty.ended_before_signature", row=row.number, column="terminated_on", params=days)
    status = row.cells["status"]
    if status in _IN_FORCE and not force:
        yield Problem("treaty.status_without_day", row=row.number, column="status")
    if status == Status.IN_FORCE_UNDATED.value and row.attested_on is None:
        yield Problem("treaty.status_without_day", row=row.number, column="status")
    if (status in _WITHOUT_FORCE and force) or (status == Status.IN_FORCE.value and ended):
        yield Problem("treaty.status_against_days", row=row.number, column="status", params={"status": status})


def _other_sides(rows: Sequence[Row]) -> Iterator[Problem]:
    """Yield rows that are one treaty seen from both sides, with days that differ."""
    by_treaty: dict[tuple[object, ...], Row] = {}
    for row in rows:
        if not all(row.pair):
            continue
        treaty = (row.pair, row.cells["kind"], row.cells["signed_on"], row.cells["source"])
        mirrored = by_treaty.setdefault(treaty, row)
        days = [(r.cells["in_force_on"], r.cells["terminated_on"]) for r in (mirrored, row)]
        if mirrored is not row and row.cells["signed_on"] and days[0] != days[1]:
            yield Problem(
                "treaty.sides_differ", row=row.number, column="in_force_on", params={"other": str(mirrored.number)}
            )


def remarks_on(rows: Sequence[Row], states: Mapping[str, StateFacts]) -> Iterator[Problem]:
    """Yield what may be right and deserves a look: one-sided entries, new States, other days from other sources."""
    yield from _one_sided(rows)
    for row in rows:
        day = as_day(row.cells["in_force_on"]) or as_day(row.cells["signed_on"])
        for code in row.pair:
            begins = states[code].exists.start
            if day is not None and begins is not None and day < begins:
                params = {"state": code, "begins_on": begins.isoformat()}
                yield Problem("treaty.state_later", row=row.number, params=params)
    yield from _other_days(rows)


def _one_sided(rows: Sequence[Row]) -> Iterator[Problem]:
    sides: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for row in rows:
        sides[row.pair, row.cells["kind"], row.cells["signed_on"]].add(row.cells["state_a"])
    if not any(len(named) == 2 for named in sides.values()):
        return
    for row in rows:
        if len(sides[row.pair, row.cells["kind"], row.cells["signed_on"]]) == 1:
            yield Problem("treaty.one_sided", row=row.number)


def _other_days(rows: Sequence[Row]) -> Iterator[Problem]:
    dated = {(row.pair, row.cells["kind"], row.cells["signed_on"]): row for row in rows if row.cells["in_force_on"]}
    firsts = {pair[0] for pair, _, _ in dated}
    dated_reports = BilateralReport.objects.known().filter(in_force_on__isnull=False, signed_on__isnull=False)
    reports = dated_reports.filter(first_id__in=firsts)
    for report in reports:
        signed = report.signed_on.isoformat() if report.signed_on else ""
        row = dated.get(((report.first_id, report.second_id), report.kind, signed))
        printed = report.in_force_on.isoformat() if report.in_force_on else ""
        if row is not None and report.source_id != row.cells["source"] and printed != row.cells["in_force_on"]:
            yield Problem("treaty.other_day", row=row.number, column="in_force_on", params={"other": printed})
