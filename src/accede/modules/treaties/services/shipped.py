"""Load the shipped instruments, coverage, gaps and reports into the register."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accede import data
from accede.modules.reference.services.shipped import day, load_shipped_reference
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.models import Absence, Coverage, Gap, Instrument, Report
from accede.modules.treaties.services.digests import report_key
from accede.modules.treaties.services.editions import count_rows, last_digest, open_edition
from accede.modules.treaties.services.knowledge import keep_up

FACE = "shipped"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: whether anything changed, and how many reports came and went."""

    changed: bool
    added: int = 0
    retracted: int = 0


@transaction.atomic
def load_shipped_facts(*, at: datetime) -> Loaded:
    """Bring the record to what data/ says; do nothing when this data was the last to be loaded.

    A report that data/ no longer has was misread: it is retracted as of today, never deleted, so that the record
    can still say what it knew before. One that a release brings later is known from the day of that release.
    """
    fingerprint = data.fingerprint()
    if last_digest(face=FACE) == fingerprint:
        return Loaded(changed=False)

    load_shipped_reference()
    _load_instruments()
    edition = open_edition(face=FACE, reason="shipped facts", at=at, part=Part.ACTS, file_digest=fingerprint)
    keep_up(Coverage, _coverage(), edition, at=at)
    keep_up(Absence, _absences(), edition, at=at)
    keep_up(Gap, _gaps(at.date()), edition, at=at)
    kept = keep_up(Report, _reports(), edition, at=at, same=("key",))
    count_rows(edition, added=kept.added, retracted=kept.retracted)
    return Loaded(changed=True, added=kept.added, retracted=kept.retracted)


def _load_instruments() -> None:
    instruments = [
        Instrument(
            key=terms["key"],
            number=terms["number"],
            adopted_on=_as_day(terms["adopted_on"]),
            parent_id=terms.get("parent"),
            terms=_plain(terms),
        )
        for terms in data.document("instruments.yaml")["instruments"]
    ]
    Instrument.objects.bulk_create(
        instruments,
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["number", "adopted_on", "parent", "terms"],
    )


def _coverage() -> Iterator[Coverage]:
    checked = _days_of_checking()
    for row in data.rows("coverage.csv"):
        if row["complete_on"]:
            yield Coverage(
                instrument_id=row["instrument"],
                source_id=row["source"],
                complete_on=date.fromisoformat(row["complete_on"]),
                parties_stated=int(row["parties_stated"]) if row["parties_stated"] else None,
                note=row["note"],
                known_on=checked[row["source"]],
            )


def _absences() -> Iterator[Absence]:
    checked = _days_of_checking()
    for row in data.rows("absences.csv"):
        yield Absence(
            instrument_id=row["instrument"],
            state_id=row["state"],
            on=date.fromisoformat(row["on"]),
            source_id=row["source"],
            known_on=checked[row["source"]],
        )


def _gaps(today: date) -> Iterator[Gap]:
    checked = _days_of_checking()
    for row in data.rows("gaps.csv"):
        yield Gap(
            instrument_id=row["instrument"] or None,
            subject=row["subject"],
            note=row["note"],
            source_id=row["source"] or None,
            known_on=checked.get(row["source"], today),
        )


def _days_of_checking() -> dict[str, date]:
    return {row["key"]: date.fromisoformat(row["checked_on"]) for row in data.rows("sources.csv")}


def _reports() -> Iterator[Report]:
    sources = {row["key"]: row for row in data.rows("sources.csv")}
    for name in data.names("acts", ".csv"):
        instrument = name.removesuffix(".csv")
        for row in data.rows(f"acts/{name}"):
            source = sources[row["source"]]
            checked_on = date.fromisoformat(source["checked_on"])
            yield Report(
                key=report_key(instrument=instrument, **row),
                instrument_id=instrument,
                state_id=row["state"],
                kind=row["kind"],
                source_id=row["source"],
                # The later end of an uncertain source day: by then, surely, the act had been done.
                attested_on=day(source["as_of_until"]) or checked_on,
                known_on=checked_on,
                on=day(row["on"]),
                in_force_on=day(row["in_force_on"]),
                effective_on=day(row["effective_on"]),
                subject=row["subject"],
                depositary=row["depositary"],
                reservation_noted=row["reservation_noted"] == "true",
                note=row["note"],
            )


def _as_day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _plain(value: Any) -> Any:
    """Return `value` with days as ISO text, so that it can be kept as JSON."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
