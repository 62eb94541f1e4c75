"""Sources as plain facts."""

from dataclasses import dataclass
from datetime import date

from accede.modules.reference.models import Source
from accede.modules.reference.models.sources import SourceAuthority

RANKS = {authority: rank for rank, authority in enumerate(SourceAuthority.values)}


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A source: what it is, on which day it stood, and when this project read it."""

    key: str
    title: str
    locator: str
    publisher: str
    authority: str
    as_of_from: date | None
    as_of_until: date | None
    as_of_note: str
    checked_on: date
    licence_note: str

    @property
    def rank(self) -> int:
        """0 for the depositary's own record, higher for what stands farther from it."""
        return RANKS[self.authority]

    @property
    def is_unsourced(self) -> bool:
        """Whether it cannot be looked up: what rests on it alone is shown, and carries nothing."""
        return self.authority == SourceAuthority.UNSOURCED

    @property
    def authority_words(self) -> str:
        """The authority in the reader's language."""
        return str(SourceAuthority(self.authority).label)


def all_sources() -> dict[str, SourceFacts]:
    """Return every source by key. One query."""
    fields = tuple(SourceFacts.__dataclass_fields__)
    return {row["key"]: SourceFacts(**row) for row in Source.objects.order_by("key").values(*fields)}


def authority_words() -> dict[str, str]:
    """Return what a source that is brought may be, in the reader's language, the weightiest first."""
    return {one.value: str(one.label) for one in SourceAuthority if one is not SourceAuthority.UNSOURCED}
