"""What became of drafts, as recorded; a draft of which nothing is recorded stays one."""

from dataclasses import dataclass
from datetime import date, datetime

from accede.core.mandates.identity import Standing
from accede.modules.mandates.models import Adoption

AWAITING = frozenset({str(Standing.DRAFT), str(Standing.RECOMMENDED), str(Standing.SUPERSEDED)})
"""Standings of texts of which something is still to become, or became."""


@dataclass(frozen=True, slots=True)
class AdoptionLine:
    """What became of a draft: `symbol` is that of the adopted text, empty where it was not adopted."""

    symbol: str
    adopted_on: date | None
    source: str
    is_verified: bool
    recorded_at: datetime
    recorded_by: str

    @property
    def code(self) -> str:
        """What is known, as a code: adopted, said_adopted or not_adopted."""
        if not self.symbol:
            return "not_adopted"
        return "adopted" if self.is_verified else "said_adopted"

    @property
    def address(self) -> str:
        """The address of the source, "" where it is none."""
        return self.source if self.source.startswith(("https://", "http://")) else ""


NOT_RECORDED = "not_recorded"


def adoption_line(row: Adoption) -> AdoptionLine:
    """Return a recorded adoption as a value."""
    return AdoptionLine(row.symbol, row.adopted_on, row.source, row.is_verified, row.recorded_at, row.recorded_by)


def adoption_of(reference: str) -> AdoptionLine | None:
    """Return what holds of the draft of a reference; None where nothing is recorded."""
    row = Adoption.objects.filter(draft__reference=reference).order_by("pk").last()
    return adoption_line(row) if row is not None else None


def adoptions_of(reference: str) -> list[AdoptionLine]:
    """Return all that was recorded of a draft, the newest first."""
    return [adoption_line(row) for row in Adoption.objects.filter(draft__reference=reference).order_by("-pk")]
