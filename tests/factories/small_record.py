"""A small record of real facts: a few States, the nineteen instruments, two sources; made in a few milliseconds."""

from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from accede import data
from accede.core.treaties.acts import ActKind
from accede.foundation.pages.public import pages
from accede.modules.reference.models import Source, State, StateName, Succession
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.models import Coverage, Edition, Instrument, Report
from accede.modules.treaties.queries.register import forget_snapshots
from accede.modules.treaties.services.digests import report_key
from accede.modules.treaties.services.editions import open_edition

STATES = ("FRA", "MAR", "BOL", "RUS", "SUN", "CSK", "CZE", "HRV")
DEPOSITARY = "untc-financing-2014"
GAZETTE = "at-bgbl-iii-204-2005"
AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def small_record() -> None:
    """Make the record, empty of acts; what was made of another record is forgotten."""
    forget_snapshots()
    pages.clear()
    wanted = {row["source"] for row in _rows("states.csv") if row["code"] in STATES}
    Source.objects.bulk_create(
        Source(
            key=row["key"],
            title=row["title"],
            locator=row["locator"],
            authority=row["authority"],
            as_of_until=_day(row["as_of_until"]),
            checked_on=row["checked_on"],
        )
        for row in _rows("sources.csv")
        if row["key"] in wanted | {DEPOSITARY, GAZETTE}
    )
    _make_states()
    Instrument.objects.bulk_create(
        Instrument(
            key=terms["key"],
            number=terms["number"],
            adopted_on=terms["adopted_on"],
            parent_id=terms.get("parent"),
            terms=terms,
        )
        for terms in _instruments()
    )


def two_parties() -> Report:
    """Record France and Morocco under the Financing Convention, of which a source lists all parties in 2014.

    Returns the report of the ratification by France.
    """
    recorded("FINANCING-1999", "FRA", ActKind.SIGNATURE, "2000-01-10")
    report = recorded("FINANCING-1999", "FRA", ActKind.RATIFICATION, "2002-01-07")
    recorded("FINANCING-1999", "MAR", ActKind.RATIFICATION, "2002-09-19")
    complete_list("FINANCING-1999", "2014-07-10")
    return report


def complete_list(instrument: str, on: str, source: str = DEPOSITARY) -> None:
    """Say that a source lists all parties to an instrument on a day."""
    Coverage.objects.create(
        instrument_id=instrument, source_id=source, complete_on=on, known_on="2026-11-23", edition=edition_of_a_test()
    )


def edition_of_a_test() -> Edition:
    """Open an edition for rows that a test puts into the record."""
    return open_edition(face="test", reason="test", at=AT, part=Part.ACTS)


def recorded(
    instrument: str,
    state: str,
    kind: ActKind,
    on: str | None,
    source: str = DEPOSITARY,
    *,
    known_on: str | date = "2026-11-23",
) -> Report:
    """Put one report into the record."""
    edition = edition_of_a_test()
    report = Report.objects.create(
        key=report_key(instrument=instrument, state=state, kind=kind, on=on or "", source=source),
        instrument_id=instrument,
        state_id=state,
        kind=kind.value,
        source_id=source,
        attested_on="2014-07-10" if source == DEPOSITARY else "2005-12-31",
        known_on=known_on,
        on=on,
        edition=edition,
    )
    report.refresh_from_db()
    return report


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    """Read a shipped table once: each test that asks for a record makes it anew."""
    return tuple(data.rows(name))


@cache
def _instruments() -> tuple[dict[str, Any], ...]:
    return tuple(data.document("instruments.yaml")["instruments"])


def _make_states() -> None:
    State.objects.bulk_create(
        State(
            code=row["code"],
            iso2=row["iso2"],
            m49=row["m49"],
            kind=row["kind"],
            exists_from=_day(row["exists_from"]),
            exists_until=_day(row["exists_until"]),
            source_id=row["source"],
        )
        for row in _rows("states.csv")
        if row["code"] in STATES
    )
    StateName.objects.bulk_create(
        StateName(
            state_id=row["state"],
            language=row["language"],
            short=row["short"],
            formal=row["formal"],
            sort_key=row["short"].encode(),
            source_id=DEPOSITARY,
        )
        for row in _rows("state_names.csv")
        if row["state"] in STATES
    )
    Succession.objects.create(
        predecessor_id="SUN", successor_id="RUS", kind="continuation", verified=True, source_id=DEPOSITARY
    )
    Succession.objects.create(
        predecessor_id="CSK", successor_id="CZE", kind="dissolution", verified=True, source_id=DEPOSITARY
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
