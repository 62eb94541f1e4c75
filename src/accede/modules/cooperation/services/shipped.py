"""Load the shipped regional and bilateral treaties and the rules of States."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction

from accede import data
from accede.core.cooperation.rows import as_day
from accede.modules.cooperation.models import BilateralReport, NationalRule, RegionalReport, RegionalTreaty
from accede.modules.reference.services.shipped import load_sources
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.services.editions import count_rows, last_digest, open_edition
from accede.modules.treaties.services.knowledge import keep_up

FACE = "shipped cooperation"
FOLDER = "cooperation"


class Days(NamedTuple):
    """Days of a source: the one of which it speaks, and the one on which it was read."""

    attested: date | None
    checked: date


@transaction.atomic
def load_shipped_cooperation(*, at: datetime) -> bool:
    """Bring the tables to what data/cooperation says; return whether anything changed.

    What it no longer says is taken back as of today. Reports that somebody imported stay.
    """
    fingerprint = data.fingerprint()
    if last_digest(face=FACE) == fingerprint:
        return False
    sources = list(data.rows(f"{FOLDER}/sources.csv"))
    load_sources(sources)
    days = {row["key"]: Days(as_day(row["as_of_until"]), date.fromisoformat(row["checked_on"])) for row in sources}
    edition = open_edition(face=FACE, reason="shipped facts", at=at, part=Part.TREATIES, file_digest=fingerprint)
    _load_regional_treaties()
    kept = [
        keep_up(RegionalReport, _regional_reports(days), edition, at=at),
        keep_up(NationalRule, _rules(days), edition, at=at),
        keep_up(BilateralReport, _bilateral_reports(days), edition, at=at),
    ]
    count_rows(edition, added=sum(rows.added for rows in kept), retracted=sum(rows.retracted for rows in kept))
    return True


def bilateral_key(row: dict[str, str]) -> str:
    """Return the key of a report on a bilateral treaty: a digest of what it says."""
    parts = (
        *sorted((row["state_a"], row["state_b"])),
        *(row[c] for c in ("kind", "status", "signed_on", "in_force_on", "terminated_on", "source", "title")),
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def _bilateral_reports(days: dict[str, Days]) -> Iterator[BilateralReport]:
    for row in data.rows(f"{FOLDER}/bilateral_treaties.csv"):
        first, second = sorted((row["state_a"], row["state_b"]))
        yield BilateralReport(
            key=bilateral_key(row),
            first_id=first,
            second_id=second,
            kind=row["kind"],
            status=row["status"],
            signed_on=as_day(row["signed_on"]),
            in_force_on=as_day(row["in_force_on"]),
            terminated_on=as_day(row["terminated_on"]),
            attested_on=days[row["source"]].attested,
            source_id=row["source"],
            title=row["title"],
            note=row["note"],
            is_shipped=True,
            known_on=days[row["source"]].checked,
        )


def _load_regional_treaties() -> None:
    entries = data.document(f"{FOLDER}/regional_instruments.yaml")["instruments"]
    treaties = [RegionalTreaty(key=entry["key"], place=place, terms=entry) for place, entry in enumerate(entries)]
    RegionalTreaty.objects.update(is_shipped=False)
    RegionalTreaty.objects.bulk_create(
        treaties, update_conflicts=True, unique_fields=["key"], update_fields=["place", "terms", "is_shipped"]
    )


def _regional_reports(days: dict[str, Days]) -> Iterator[RegionalReport]:
    for row in data.rows(f"{FOLDER}/regional_acts.csv"):
        yield RegionalReport(
            treaty_id=row["instrument"],
            state_id=row["state"],
            kind=row["kind"],
            on=as_day(row["on"]),
            in_force_on=as_day(row["in_force_on"]),
            attested_on=days[row["source"]].attested,
            source_id=row["source"],
            note=row["note"],
            known_on=days[row["source"]].checked,
        )


def _rules(days: dict[str, Days]) -> Iterator[NationalRule]:
    for row in data.rows(f"{FOLDER}/national_rules.csv"):
        yield NationalRule(
            state_id=row["state"],
            needs_treaty=row["needs_treaty"] or "not_known",
            nationals=row["extradites_nationals"] or "not_known",
            words=row["words"],
            source_id=row["source"],
            is_secondary=row["is_secondary"] == "true",
            known_on=days[row["source"]].checked,
        )
