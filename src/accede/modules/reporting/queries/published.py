"""Figures that the programme has published, beside what this record makes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accede import data
from accede.foundation.access import ANONYMOUS
from accede.modules.reporting.queries.definitions import definitions
from accede.modules.reporting.queries.figures import Answer, answer_for


@dataclass(frozen=True, slots=True)
class Published:
    """A figure as it was published, in the words of its source, and the figure of this record that is nearest to it.

    Attributes:
        why: a word for why they differ in kind, or why no record here carries it; "" where they count the same.
        ours: None where no record here carries it.
    """

    key: str
    value: Decimal
    said: str
    source: str
    why: str
    ours: Answer | None

    @property
    def difference(self) -> Decimal | None:
        """Ours less what was published; None where there is none of ours."""
        if self.ours is None or self.ours.told.value is None:
            return None
        return self.ours.told.value - self.value


def published_figures(*, today: date) -> list[Published]:
    """Return the published figures in the order of the file, each counted anew from public records."""
    return [_published(row, today) for row in data.rows("figures/published.csv")]


def _published(row: Mapping[str, str], today: date) -> Published:
    ours = None
    if row["code"]:
        parameters = dict(pair.split("=", 1) for pair in row["parameters"].split())
        ours = answer_for(ANONYMOUS, definitions()[row["code"]], parameters, today=today)
    return Published(
        key=row["key"],
        value=Decimal(row["value"]),
        said=row["said"],
        source=row["source"],
        why=row["why"],
        ours=ours,
    )
