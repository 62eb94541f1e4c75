"""Bring a table of acts into the record: read, check, preview, and, if asked, apply; all in one transaction.

A row that is in the record already stays one (its key is a digest of what it says), so the same file twice changes
nothing. A row in which the same source gives the same act another day replaces the older report: that one is
retracted as of today, never deleted.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from django.db import connection
from psycopg import sql

from accede.core.treaties.proposing import IMPORT_OF_ACTS
from accede.foundation.access import ALL, Actor, require
from accede.foundation.imports import (
    Bringing,
    FileRefused,
    Options,
    Outcome,
    Problem,
    Progress,
    Sample,
    Staging,
    carry_out,
    read_said,
    refused_whole,
    rehearse,
    silent,
    stage_file,
)
from accede.foundation.imports.bounds import MOST_PROBLEMS
from accede.foundation.imports.days import DayOrder
from accede.foundation.imports.opening import file_digest, size_of
from accede.foundation.imports.problems import WORDS as FILE_WORDS
from accede.foundation.imports.provenance import NewSource
from accede.foundation.imports.results import Wrote
from accede.foundation.imports.said import given_again
from accede.modules.reference.queries import all_states
from accede.modules.reference.services.sources import record_source, sources_with
from accede.modules.treaties.access import ACTS_IMPORT
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.models import Edition
from accede.modules.treaties.queries.editions import newest_edition
from accede.modules.treaties.queries.instruments import all_instruments
from accede.modules.treaties.queries.register import current_register
from accede.modules.treaties.services import import_checks, import_columns, import_remarks, whole_lists
from accede.modules.treaties.services.digests import PARTS
from accede.modules.treaties.services.editions import Confirmed, count_rows, edition_of_file
from accede.modules.treaties.services.import_columns import Vocabulary, act_columns
from accede.modules.treaties.services.import_participants import as_acts
from accede.modules.treaties.services.proposing import Wish, flow_of, propose, said_of, waits

WORDS = {**FILE_WORDS, **import_columns.WORDS, **import_checks.WORDS, **whole_lists.WORDS}
"""Every sentence that an import of acts can give."""

MOST_SAMPLES = 5
_WRITTEN_AT_ONCE = 50_000


@dataclass(frozen=True, slots=True)
class Given:
    """What the person who brings the file says about all of its rows.

    `is_list`: it is the depositary's list of all parties, from `new_source`, which states that there are so many.
    """

    instrument: str | None = None
    source: str | None = None
    new_source: NewSource | None = None
    day_order: DayOrder | None = None
    options: Options = field(default_factory=Options)
    is_list: bool = False
    parties_stated: int | None = None

    @property
    def source_key(self) -> str | None:
        """The source of rows that name none."""
        return self.new_source.key if self.new_source else self.source


def check_acts(path: Path, given: Given, *, by: Actor, at: datetime, progress: Progress = silent) -> Outcome:
    """Return what `import_acts` would do, and change nothing."""
    return rehearse(lambda: _judge(path, given, at=at, progress=progress), size=size_of(path), by=by)


def import_acts(
    path: Path,
    given: Given,
    brought: Bringing,
    *,
    good_rows: bool = False,
    progress: Progress = silent,
) -> Outcome:
    """Bring the rows of a file into the record: all of them, or, with `good_rows`, those that have no problem.

    Where a source is second hand (`core/treaties/proposing.py`), the file waits for a second person instead.

    Raises:
        Refused: the actor may not.
    """
    return _import(path, given, brought, None, good_rows=good_rows, progress=progress)


def _import(
    path: Path, given: Given, brought: Bringing, confirmed: Confirmed | None, *, good_rows: bool, progress: Progress
) -> Outcome:
    """Bring a file in, or propose it; one that was proposed comes in, since a second person is bringing it."""
    require(brought.by, ACTS_IMPORT, on=ALL)

    def write(outcome: Outcome, staging: Staging) -> Wrote:
        sources = _sources(staging)
        known = sources_with(given.new_source, checked_on=brought.at.date())
        if confirmed is None and waits(sources, known, whole_list=given.is_list):
            return propose(path, given, Wish(Part.ACTS, sources, good_rows, ACTS_IMPORT), brought, outcome)
        if given.new_source:
            record_source(given.new_source, checked_on=brought.at.date())
        edition = edition_of_file(brought, path, digest=outcome.file_digest, part=Part.ACTS, confirmed=confirmed)
        _write(staging, edition, at=brought.at, progress=progress)
        if given.is_list and given.new_source:
            read = whole_lists.read_of(staging, stated=given.parties_stated)
            whole_lists.keep(read, given.instrument or "", given.new_source, edition, known_on=brought.at.date())
        return Wrote(edition=edition.pk)

    return carry_out(
        lambda: _judge(path, given, at=brought.at, progress=progress),
        write,
        size=size_of(path),
        by=brought.by,
        good_rows=good_rows,
        version=newest_edition,
    )


def _bring_in(path: Path, confirmed: Confirmed, brought: Bringing) -> Outcome:
    given = given_again(Given, confirmed.said)
    return _import(path, given, brought, confirmed, good_rows=confirmed.good_rows, progress=silent)


ACTS_PROPOSED = flow_of(IMPORT_OF_ACTS, Part.ACTS, ACTS_IMPORT, _bring_in, WORDS)
"""Imports of acts that wait for a second person."""


def given_with_proposal(number: int) -> Given:
    """Return what was said of the rows of a proposal that the actor may see."""
    return given_again(Given, said_of(number))


def _judge(path: Path, given: Given, *, at: datetime, progress: Progress) -> tuple[Outcome, Staging | None]:
    """Stage and check the file; without a staging, the file as a whole was refused."""
    try:
        digest = file_digest(path)
    except OSError:
        absent = Problem("file.absent", params={"name": path.name})
        return refused_whole("", [absent]), None
    try:
        staging = _stage(path, given, at=at, progress=progress)
        progress("comparing", 0, 0)
        leaving = whole_lists.CONTRADICTIONS if given.is_list else ()
        import_checks.check_rows(staging, instruments=all_instruments(), states=all_states(), leaving=leaving)
    except FileRefused as refusal:
        return refused_whole(digest, refusal.problems), None
    staging.make("import_judged", _judged())
    staging.execute(sql.SQL("analyze import_judged"))
    outcome = _outcome(staging, digest)
    if 0 < outcome.new + outcome.changed <= import_remarks.MOST_ROWS:
        remarks = import_remarks.remarks_on(staging, current_register(), today=at.date(), also=leaving)
        outcome = replace(outcome, remarks=remarks)
    if given.is_list and given.new_source:
        read = whole_lists.read_of(staging, stated=given.parties_stated)
        told = whole_lists.told_of(read, current_register(), given.instrument or "", on=given.new_source.as_of)
        outcome = replace(outcome, told=told)
    return outcome, staging


def _stage(path: Path, given: Given, *, at: datetime, progress: Progress) -> Staging:
    sources = sources_with(given.new_source, checked_on=at.date())
    vocabulary = Vocabulary(all_states(), all_instruments(), sources)
    said = _read_given(given, vocabulary)
    columns = act_columns(vocabulary, today=at.date(), order=given.day_order, needs=lambda name: said.get(name) is None)
    adapt = partial(as_acts, source_is_said="source" in said)
    cursor = connection.cursor()
    cursor.execute("set local work_mem = '64MB'")
    staging = stage_file(cursor, path, columns, options=given.options, progress=progress, adapt=adapt)
    staging.make("import_sources", sql.SQL("select null::text as key, null::date as attested_on limit 0"))
    staging.copy_into(
        sql.Identifier("import_sources"), ((s.key, s.as_of_until or s.checked_on) for s in sources.values())
    )
    staging.make("import_acts", _acts(staging, said))
    staging.execute(sql.SQL("analyze import_acts"))
    return staging


def _read_given(given: Given, vocabulary: Vocabulary) -> dict[str, str]:
    return read_said(
        [
            ("instrument", given.instrument, vocabulary.instrument),
            ("source", given.source_key, vocabulary.source),
        ]
    )


def _acts(staging: Staging, said: dict[str, str]) -> sql.Composable:
    """Return the statement of the rows whose cells could be read, typed, each with its key."""

    def text(name: str) -> sql.Composable:
        return sql.SQL("coalesce({}, {})").format(staging.value(name), sql.Literal(said.get(name, "")))

    digested = sql.SQL(" || E'\\x1f' || ").join(text(name) for name in ("instrument", *PARTS))
    return sql.SQL(
        """
        select a.*, s.attested_on, r.key is not null as is_known
        from (
            select r.row, left(encode(sha256(convert_to({digested}, 'UTF8')), 'hex'), 24) as key,
                {instrument} as instrument, {state} as state, {kind} as kind, {source} as source,
                {on}::date as "on", {in_force_on}::date as in_force_on, {effective_on}::date as effective_on,
                {subject} as subject, {depositary} as depositary, {withdraws} as withdraws, {note} as note,
                {reservation} = 'true' as reservation_noted
            {rows}
        ) a left join import_sources s on s.key = a.source
        left join treaties_report r on r.key = a.key and r.retracted_on is null
        """
    ).format(
        digested=digested,
        rows=staging.read_rows(),
        on=staging.value("on"),
        in_force_on=staging.value("in_force_on"),
        effective_on=staging.value("effective_on"),
        reservation=text("reservation_noted"),
        **{
            name: text(name)
            for name in ("instrument", "state", "kind", "source", "subject", "depositary", "withdraws", "note")
        },
    )


def _judged() -> sql.Composable:
    """Return the statement that says of each good row whether it is known, changed (and what it replaces) or new."""
    return sql.SQL(
        """
        select distinct on (a.row, a.key) a.row, a.key, older.key as replaces,
            case when a.is_known then 'known' when older.key is not null then 'changed' else 'new' end as status
        from import_acts a
        left join treaties_report older on not a.is_known and a.kind in ({once}) and older.retracted_on is null
            and older.instrument_id = a.instrument and older.state_id = a.state and older.source_id = a.source
            and older.kind = a.kind and older.depositary = a.depositary and older.subject = a.subject
            and not exists (select from import_acts same where same.key = older.key)
            and not exists (
                select from treaties_report d where d.kind = 'denunciation' and d.retracted_on is null
                    and d.instrument_id = a.instrument and d.state_id = a.state)
        where not exists (select from import_problems p where p.row = a.row)
        order by a.row, a.key, older.key
        """
    ).format(once=import_checks.ONCE)


def _sources(staging: Staging) -> set[str]:
    """Return the sources of the rows that would be written."""
    of_rows = "select distinct source from import_acts a join import_judged j using (row, key) where status <> 'known'"
    return {source for (source,) in staging.fetch(sql.SQL(of_rows))}


def _outcome(staging: Staging, digest: str) -> Outcome:
    counts = dict(staging.fetch(sql.SQL("select status, count(*) from import_judged group by status")))
    by_code = staging.problem_counts()
    return Outcome(
        file_digest=digest,
        rows=staging.rows,
        new=counts.get("new", 0),
        changed=counts.get("changed", 0),
        known=counts.get("known", 0),
        refused=staging.refused_rows(),
        problems=staging.problems(MOST_PROBLEMS),
        problem_count=sum(by_code.values()),
        by_code=by_code,
        samples={status: _samples(staging, status) for status in ("new", "changed") if counts.get(status)},
    )


_SHOWN = ("instrument", "state", "kind", "on", "in_force_on", "source")


def _samples(staging: Staging, status: str) -> tuple[Sample, ...]:
    rows = staging.fetch(
        sql.SQL(
            """
            select a.row, array[a.instrument, a.state, a.kind, a."on"::text, a.in_force_on::text, a.source],
                array[r.instrument_id, r.state_id, r.kind, r."on"::text, r.in_force_on::text, r.source_id]
            from (select * from import_judged where status = %s order by row, key limit %s) j
            join import_acts a on a.row = j.row and a.key = j.key
            left join treaties_report r on r.key = j.replaces and r.retracted_on is null
            order by a.row, a.key
            """
        ),
        [status, MOST_SAMPLES],
    )
    return tuple(Sample(row, _named(after), _named(before)) for row, after, before in rows)


def _named(values: list[str | None]) -> dict[str, str]:
    return {name: value for name, value in zip(_SHOWN, values, strict=True) if value}


def _write(staging: Staging, edition: Edition, *, at: datetime, progress: Progress) -> None:
    retracted = staging.execute(_RETRACT, [at.date(), edition.pk])
    # Checked batch by batch: put off to the end, the server would have to remember every row for that.
    staging.execute(sql.SQL("set constraints all immediate"))
    for name in ("import_acts", "import_judged"):
        staging.execute(sql.SQL("create index on {} (row)").format(sql.Identifier(name)))
    last = int(staging.fetch(sql.SQL("select coalesce(max(row), 0) from import_judged"))[0][0])
    added = 0
    for first in range(0, last + 1, _WRITTEN_AT_ONCE):
        progress("writing", first, last)
        added += staging.execute(_INSERT, [at.date(), edition.pk, first, first + _WRITTEN_AT_ONCE])
    count_rows(edition, added=added, retracted=retracted)


_RETRACT = sql.SQL(
    """
    update treaties_report set retracted_on = greatest(known_on, %s), retracted_by_id = %s
    where retracted_on is null and key in (select replaces from import_judged where status = 'changed')
    """
)
_INSERT = sql.SQL(
    """
    insert into treaties_report (key, instrument_id, state_id, kind, source_id, attested_on, known_on, "on",
        in_force_on, effective_on, withdraws, subject, depositary, reservation_noted, note, edition_id)
    select a.key, a.instrument, a.state, a.kind, a.source, a.attested_on, %s, a."on",
        a.in_force_on, a.effective_on, a.withdraws, a.subject, a.depositary, a.reservation_noted, a.note, %s
    from import_acts a join import_judged j on j.row = a.row and j.key = a.key
    where j.status <> 'known' and a.row >= %s and a.row < %s
    on conflict (key) where retracted_on is null do nothing
    """
)
