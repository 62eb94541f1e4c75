"""Bring a ministry's own list of bilateral treaties into the record: read, check, preview, and, if asked, apply.

A list is some hundreds of rows, so it is read whole. A row that is there already stays one (its key is a digest of what
it says). A row in which the same source says something else of the same treaty takes the place of the older one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from accede.core.cooperation.agreements import Status
from accede.core.cooperation.rows import as_day
from accede.core.treaties.proposing import IMPORT_OF_TREATIES
from accede.foundation.access import ALL, Actor, Scope, can, require
from accede.foundation.imports import (
    Bringing,
    FileRefused,
    Options,
    Outcome,
    Problem,
    Progress,
    carry_out,
    open_table,
    read_said,
    refused_whole,
    rehearse,
    silent,
)
from accede.foundation.imports.days import DayOrder
from accede.foundation.imports.opening import file_digest, size_of
from accede.foundation.imports.provenance import NewSource
from accede.foundation.imports.results import Wrote
from accede.foundation.imports.said import given_again
from accede.foundation.imports.whole import outcome_of, read_whole
from accede.foundation.search.writing import keep_found
from accede.modules.cooperation.access import TREATIES_IMPORT, of_state
from accede.modules.cooperation.models import BilateralReport
from accede.modules.cooperation.queries.found import keys_of_pairs
from accede.modules.cooperation.services.import_checks import Row, check_rows, remarks_on
from accede.modules.cooperation.services.import_columns import WORDS, Vocabulary, treaty_columns
from accede.modules.cooperation.services.import_ministry import as_treaties
from accede.modules.cooperation.services.shipped import bilateral_key
from accede.modules.reference.queries import all_states
from accede.modules.reference.services.sources import record_source, sources_with
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.queries.editions import newest_edition
from accede.modules.treaties.services.editions import Confirmed, count_rows, edition_of_file
from accede.modules.treaties.services.knowledge import retract
from accede.modules.treaties.services.proposing import Wish, flow_of, propose, said_of, waits

MOST_ROWS = 20_000
_SHOWN = ("state_a", "state_b", "kind", "status", "signed_on", "in_force_on", "terminated_on", "source")


@dataclass(frozen=True, slots=True)
class Given:
    """What the person who brings the file says about all of its rows; `state`: whose list it is."""

    state: str | None = None
    source: str | None = None
    new_source: NewSource | None = None
    day_order: DayOrder | None = None
    options: Options = field(default_factory=Options)

    @property
    def source_key(self) -> str | None:
        """The source of rows that name none."""
        return self.new_source.key if self.new_source else self.source


def check_treaties(path: Path, given: Given, *, by: Actor, at: datetime, progress: Progress = silent) -> Outcome:
    """Return what `import_treaties` would do, and change nothing."""
    return rehearse(lambda: _judge(path, given, by=by, at=at, progress=progress), size=size_of(path), by=by)


def import_treaties(
    path: Path,
    given: Given,
    brought: Bringing,
    *,
    good_rows: bool = False,
    progress: Progress = silent,
) -> Outcome:
    """Bring the rows of a file into the record: all of them, or, with `good_rows`, those that have no problem.

    Whoever acts for one State brings treaties of that State. Where a source is second hand
    (`core/treaties/proposing.py`), the file waits for a second person instead.

    Raises:
        Refused: the actor may bring nothing.
    """
    return _import(path, given, brought, None, good_rows=good_rows, progress=progress)


def _import(
    path: Path, given: Given, brought: Bringing, confirmed: Confirmed | None, *, good_rows: bool, progress: Progress
) -> Outcome:
    """Bring a file in, or propose it; one that was proposed comes in, since a second person is bringing it."""
    require(brought.by, TREATIES_IMPORT)

    def write(outcome: Outcome, rows: Sequence[Row]) -> Wrote:
        progress("writing", 0, 0)
        fresh = [row for row in rows if row.standing in {"new", "changed"}]
        sources = {row.cells["source"] for row in fresh}
        if confirmed is None and waits(sources, sources_with(given.new_source, checked_on=brought.at.date())):
            wish = Wish(Part.TREATIES, sources, good_rows, TREATIES_IMPORT, _owner(fresh, brought.by))
            return propose(path, given, wish, brought, outcome)
        if given.new_source:
            record_source(given.new_source, checked_on=brought.at.date())
        edition = edition_of_file(brought, path, digest=outcome.file_digest, part=Part.TREATIES, confirmed=confirmed)
        replaced = BilateralReport.objects.filter(key__in=[row.replaces for row in fresh if row.replaces])
        retracted = retract(replaced, edition, at=brought.at)
        BilateralReport.objects.bulk_create(_reports(fresh, edition.pk, at=brought.at), batch_size=2000)
        count_rows(edition, added=len(fresh), retracted=retracted)
        keep_found("treaty", keys_of_pairs(row.key for row in fresh))
        return Wrote(edition=edition.pk)

    return carry_out(
        lambda: _judge(path, given, by=brought.by, at=brought.at, progress=progress),
        write,
        size=size_of(path),
        by=brought.by,
        good_rows=good_rows,
        version=newest_edition,
    )


def _bring_in(path: Path, confirmed: Confirmed, brought: Bringing) -> Outcome:
    given = given_again(Given, confirmed.said)
    return _import(path, given, brought, confirmed, good_rows=confirmed.good_rows, progress=silent)


TREATIES_PROPOSED = flow_of(IMPORT_OF_TREATIES, Part.TREATIES, TREATIES_IMPORT, _bring_in, WORDS)
"""Imports of bilateral treaties that wait for a second person."""


def given_with_proposal(number: int) -> Given:
    """Return what was said of the rows of a proposal that the actor may see."""
    return given_again(Given, said_of(number))


def _owner(rows: Sequence[Row], by: Actor) -> Scope:
    """Return whose people may look at a proposed list: everybody's who works on treaties, or one State's."""
    if can(by, TREATIES_IMPORT, on=ALL):
        return ALL
    scopes = [grant.scope for grant in by.grants if can(by, TREATIES_IMPORT, on=grant.scope)]
    return max(scopes, key=lambda s: sum(s in map(of_state, (r.cells["state_a"], r.cells["state_b"])) for r in rows))


def _judge(
    path: Path, given: Given, *, by: Actor, at: datetime, progress: Progress
) -> tuple[Outcome, Sequence[Row] | None]:
    progress("reading", 0, 0)
    try:
        digest = file_digest(path)
    except OSError:
        return refused_whole("", [Problem("file.absent", params={"name": path.name})]), None
    try:
        rows, problems, count = _read(path, given, at=at)
    except FileRefused as refusal:
        return refused_whole(digest, refusal.problems), None
    progress("comparing", 0, 0)
    problems += check_rows(rows)
    problems += _of_others(rows, by)
    wrong = {problem.row for problem in problems}
    good = [row for row in rows if row.number not in wrong]
    _compare(good)
    outcome = outcome_of(digest, good, problems, count, shown=_SHOWN, remarks=remarks_on(good, all_states()))
    return outcome, good


def _read(path: Path, given: Given, *, at: datetime) -> tuple[list[Row], list[Problem], int]:
    """Read every cell; return the rows, everything that is wrong with cells, and how many rows there are.

    Raises:
        FileRefused: the file as a whole cannot be taken.
    """
    vocabulary = Vocabulary(all_states(), sources_with(given.new_source, checked_on=at.date()))
    said = read_said([("state_a", given.state, vocabulary.state), ("source", given.source_key, vocabulary.source)])
    columns = treaty_columns(
        vocabulary,
        today=at.date(),
        order=given.day_order,
        needs_source="source" not in said,
        needs_state="state_a" not in said,
    )
    table = as_treaties(open_table(path, given.options))
    read, problems, count = read_whole(table, columns, most_rows=MOST_ROWS, said=said)
    attested = {key: source.as_of_until for key, source in vocabulary.sources.items()}
    for one in read:
        one.cells["status"] = one.cells["status"] or _status(one.cells)
    rows = [Row(one.number, one.cells, one.unread, attested_on=attested.get(one.cells["source"])) for one in read]
    return rows, problems, count


def _of_others(rows: Sequence[Row], by: Actor) -> list[Problem]:
    """Return a problem for each treaty to which no State is party for which the actor may bring treaties."""
    if can(by, TREATIES_IMPORT, on=ALL):
        return []
    return [
        Problem("treaty.of_others", row=row.number)
        for row in rows
        if not any(can(by, TREATIES_IMPORT, on=of_state(row.cells[name])) for name in ("state_a", "state_b"))
    ]


def _status(cells: dict[str, str]) -> str:
    if cells["terminated_on"]:
        return Status.TERMINATED.value
    if cells["in_force_on"]:
        return Status.IN_FORCE.value
    return Status.SIGNED.value if cells["signed_on"] else Status.NAMED.value


def _compare(rows: Sequence[Row]) -> None:
    """Say of each row whether the record has it, has something else from the same source, or has nothing."""
    sources = {row.cells["source"] for row in rows}
    there = list(BilateralReport.objects.known().filter(source_id__in=sources))
    keys = {report.key for report in there}
    older = {(r.first_id, r.second_id, r.kind, r.signed_on or r.in_force_on, r.source_id): r.key for r in there}
    seen: set[str] = set()
    for row in rows:
        row.key = bilateral_key(row.cells)
        if row.key in keys or row.key in seen:
            row.standing = "known"
            continue
        seen.add(row.key)
        first, second = sorted((row.cells["state_a"], row.cells["state_b"]))
        day = as_day(row.cells["signed_on"]) or as_day(row.cells["in_force_on"])
        row.replaces = older.get((first, second, row.cells["kind"], day, row.cells["source"]))
        row.standing = "changed" if row.replaces else "new"


def _reports(rows: Sequence[Row], edition: int, *, at: datetime) -> Iterator[BilateralReport]:
    for row in rows:
        first, second = sorted((row.cells["state_a"], row.cells["state_b"]))
        yield BilateralReport(
            key=row.key,
            first_id=first,
            second_id=second,
            kind=row.cells["kind"],
            status=row.cells["status"],
            signed_on=as_day(row.cells["signed_on"]),
            in_force_on=as_day(row.cells["in_force_on"]),
            terminated_on=as_day(row.cells["terminated_on"]),
            attested_on=row.attested_on,
            source_id=row.cells["source"],
            title=row.cells["title"],
            note=row.cells["note"],
            known_on=at.date(),
            edition_id=edition,
        )
