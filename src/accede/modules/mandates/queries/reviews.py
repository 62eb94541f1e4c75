"""Reviews of mandates: what officers propose to become of each, and why."""

from dataclasses import dataclass
from datetime import datetime

from accede.modules.mandates.models import Review


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A review: its verdict as a code, its reasons, and when it was made."""

    verdict: str
    why: str
    reviewed_at: datetime
    reviewed_by: str


def review_line(row: Review) -> ReviewLine:
    """Return a review as a value."""
    return ReviewLine(row.verdict, row.why, row.reviewed_at, row.reviewed_by)


def reviews_of(reference: str) -> list[ReviewLine]:
    """Return the reviews of the mandate of a reference, the newest first."""
    return [review_line(row) for row in Review.objects.filter(mandate__reference=reference).order_by("-pk")]
