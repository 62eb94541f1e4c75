"""What was taken back, when and why: for everybody, since what is taken back was public."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from accede.modules.treaties.knowledge import Known
from accede.modules.treaties.models import Report


@dataclass(frozen=True, slots=True)
class Retraction:
    """Reports of one source that one edition took back, and whether they were brought in again since."""

    edition: int
    on: date
    reason: str
    source: str
    count: int
    again_on: date | None
    again_reason: str


def retractions_of_acts(*, known_on: date | None, **rows: Any) -> list[Retraction]:
    """Return the retractions of reports of acts, of a source, or of a State under an instrument."""
    return retractions_of(Report, known_on=known_on, **rows)


def retractions_of(model: type[Known], *, known_on: date | None = None, **rows: Any) -> list[Retraction]:
    """Return the retractions of rows of a table, the latest first, as known on a day. One query."""
    found = model._default_manager.filter(retracted_by__takes_back__isnull=False, **rows)
    if known_on is not None:
        found = found.filter(retracted_on__lte=known_on)
    after = "retracted_by__taken_back_by"
    counted = (
        found.order_by("-retracted_by_id", "source_id")
        .values_list(
            "retracted_by_id",
            "retracted_by__made_at",
            "retracted_by__reason",
            "source_id",
            f"{after}__made_at",
            f"{after}__reason",
        )
        .annotate(count=Count("pk"))
    )
    return [
        Retraction(edition, at.date(), reason, source, count, *_again(again_at, again_reason, known_on))
        for edition, at, reason, source, again_at, again_reason, count in counted
    ]


def _again(at: Any, reason: str | None, known_on: date | None) -> tuple[date | None, str]:
    if at is None or (known_on is not None and at.date() > known_on):
        return None, ""
    return at.date(), reason or ""
