"""Remarks on rows that may be right and deserve a look: another source has another day, a kind not provided for.

They come from the core's own checks, row by row against the settled record, so they are given for files that a person
can read, not for a million rows.
"""

from collections.abc import Collection, Sequence
from datetime import date

from psycopg import sql

from accede.core.treaties.acts import ActKind, RecordedAct, SettledAct
from accede.core.treaties.checks import KnownRecord, mismatches_of
from accede.core.treaties.episodes import Life
from accede.core.treaties.mismatches import MismatchCode
from accede.core.treaties.settling import settle
from accede.foundation.imports import Problem, Staging
from accede.foundation.imports.problems import Param
from accede.modules.treaties.queries.register import CONTINUATION, Register

MOST_ROWS = 2000
_COLUMN = "on"


def remarks_on(
    staging: Staging, register: Register, *, today: date, also: Collection[MismatchCode] = ()
) -> tuple[Problem, ...]:
    """Return the remarks on the rows of `import_acts` that are new and have no problem.

    `also`: obstacles that were left out of the checks, and deserve a look.
    """
    rows = staging.fetch(
        sql.SQL(
            """
            select a.row, a.key, a.instrument, a.state, a.kind, a.source, a.attested_on, a."on", a.in_force_on,
                a.effective_on, a.withdraws, a.subject, a.depositary
            from import_judged j join import_acts a on a.row = j.row and a.key = j.key
            where j.status <> 'known' order by a.row limit {}
            """
        ).format(sql.Literal(MOST_ROWS))
    )
    reports = [(row[0], _report(row[1:], today)) for row in rows]
    record = known_record(register, [report for _row, report in reports], today=today)
    return tuple(
        Problem(found.code.value, row, _COLUMN, {name: _words(value) for name, value in found.facts.items()})
        for row, report in reports
        for found in mismatches_of(report, record)
        if not found.blocks or found.code in also
    )


def known_record(register: Register, reports: Sequence[RecordedAct], *, today: date) -> KnownRecord:
    """Return what a report is checked against: the settled record, and the file for what the record does not have."""
    of_file: dict[tuple[str, str], list[SettledAct]] = {}
    ranks = {key: source.rank for key, source in register.sources.items()}
    for act in settle(reports, authority_of=ranks).acts:
        of_file.setdefault((act.instrument, act.state), []).append(act)
    return KnownRecord(
        instruments={key: facts.core for key, facts in register.instruments.items()},
        lives={
            code: Life(
                periods=(state.exists,),
                continues=tuple(s.predecessor for s in state.predecessors if s.kind == CONTINUATION),
            )
            for code, state in register.states.items()
        },
        today=today,
        acts={**of_file, **register.acts},
        predecessors={code: [s.predecessor for s in state.predecessors] for code, state in register.states.items()},
    )


def _report(row: tuple[object, ...], today: date) -> RecordedAct:
    key, instrument, state, kind, source, attested_on, on, in_force_on, effective_on, withdraws, subject, at = row
    return RecordedAct(
        key=str(key),
        instrument=str(instrument),
        state=str(state),
        kind=ActKind(str(kind)),
        source=str(source),
        attested_on=attested_on if isinstance(attested_on, date) else today,
        known_on=today,
        on=_day(on),
        in_force_on=_day(in_force_on),
        effective_on=_day(effective_on),
        withdraws=str(withdraws) or None,
        subject=str(subject),
        depositary=str(at),
    )


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _words(value: object) -> Param:
    return [str(item) for item in value] if isinstance(value, tuple | list) else str(value)
