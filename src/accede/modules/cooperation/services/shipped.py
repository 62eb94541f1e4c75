"""Load the shipped regional and bilateral treaties and the rules of States."""

import hashlib
from datetime import date, datetime

from django.db import transaction

from accede import data
from accede.core.cooperation.reading import as_day
from accede.modules.cooperation.models import BilateralReport, NationalRule, RegionalReport, RegionalTreaty
from accede.modules.reference.services.shipped import load_sources
from accede.modules.treaties.services.editions import last_digest, open_edition

FACE = "shipped cooperation"
FOLDER = "cooperation"


@transaction.atomic
def load_shipped_cooperation(*, at: datetime) -> bool:
    """Bring the tables to what data/cooperation says; return whether anything changed.

    Reports that somebody imported stay.
    """
    fingerprint = data.fingerprint()
    if last_digest(face=FACE) == fingerprint:
        return False
    load_sources(data.rows(f"{FOLDER}/sources.csv"))
    attested = {row["key"]: as_day(row["as_of_until"]) for row in data.rows(f"{FOLDER}/sources.csv")}
    _load_regional(attested)
    _load_rules()
    edition = open_edition(face=FACE, reason="shipped facts", at=at, file_digest=fingerprint)
    BilateralReport.objects.filter(is_shipped=True).delete()
    BilateralReport.objects.bulk_create(
        (
            _bilateral(row, attested_on=attested[row["source"]], edition_id=edition.pk)
            for row in data.rows(f"{FOLDER}/bilateral_treaties.csv")
        ),
        batch_size=2000,
        ignore_conflicts=True,
    )
    return True


def bilateral_key(row: dict[str, str]) -> str:
    """Return the key of a report on a bilateral treaty: a digest of what it says."""
    parts = (
        *sorted((row["state_a"], row["state_b"])),
        *(row[c] for c in ("kind", "status", "signed_on", "in_force_on", "terminated_on", "source", "title")),
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def _bilateral(row: dict[str, str], *, attested_on: date | None, edition_id: int) -> BilateralReport:
    first, second = sorted((row["state_a"], row["state_b"]))
    return BilateralReport(
        key=bilateral_key(row),
        first_id=first,
        second_id=second,
        kind=row["kind"],
        status=row["status"],
        signed_on=as_day(row["signed_on"]),
        in_force_on=as_day(row["in_force_on"]),
        terminated_on=as_day(row["terminated_on"]),
        attested_on=attested_on,
        source_id=row["source"],
        title=row["title"],
        note=row["note"],
        is_shipped=True,
        edition_id=edition_id,
    )


def _load_regional(attested: dict[str, date | None]) -> None:
    RegionalReport.objects.all().delete()
    RegionalTreaty.objects.all().delete()
    terms = data.document(f"{FOLDER}/regional_instruments.yaml")["instruments"]
    RegionalTreaty.objects.bulk_create(
        RegionalTreaty(key=entry["key"], place=place, terms=entry) for place, entry in enumerate(terms)
    )
    RegionalReport.objects.bulk_create(
        (
            RegionalReport(
                treaty_id=row["instrument"],
                state_id=row["state"],
                kind=row["kind"],
                on=as_day(row["on"]),
                in_force_on=as_day(row["in_force_on"]),
                attested_on=attested[row["source"]],
                source_id=row["source"],
                note=row["note"],
            )
            for row in data.rows(f"{FOLDER}/regional_acts.csv")
        ),
        batch_size=2000,
    )


def _load_rules() -> None:
    NationalRule.objects.all().delete()
    NationalRule.objects.bulk_create(
        NationalRule(
            state_id=row["state"],
            needs_treaty=row["needs_treaty"] or "not_known",
            nationals=row["extradites_nationals"] or "not_known",
            words=row["words"],
            source_id=row["source"],
            is_secondary=row["is_secondary"] == "true",
        )
        for row in data.rows(f"{FOLDER}/national_rules.csv")
    )
